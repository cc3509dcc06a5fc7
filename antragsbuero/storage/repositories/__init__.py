"""Finding and storing, over one open session."""
