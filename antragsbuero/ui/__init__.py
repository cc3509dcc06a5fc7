"""The window: one folder a screen."""
