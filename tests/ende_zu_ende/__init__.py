"""The whole program on a real screen: hands are keys and mouse, eyes are those of a reader."""
