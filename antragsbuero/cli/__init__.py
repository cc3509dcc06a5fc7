"""Commands without a window, over the same services."""
