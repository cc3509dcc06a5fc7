"""The window that shows a paper as it will be printed."""
