"""Clients of council systems."""
