"""Tests of the window: presenters without Qt, widgets offscreen."""
