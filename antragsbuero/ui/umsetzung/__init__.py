"""Beschlusskontrolle: what became of each point of a resolution."""
