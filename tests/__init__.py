"""Tests, one room a room."""
