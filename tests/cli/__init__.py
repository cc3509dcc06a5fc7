"""The commands, run like a user runs them."""
