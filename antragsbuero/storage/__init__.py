"""Rows, repositories, units of work, search, backup and migrations."""
