"""Settings of the office and of the window."""
