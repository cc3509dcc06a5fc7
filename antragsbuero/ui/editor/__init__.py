"""The screen Editor: the draft of a Fassung."""
