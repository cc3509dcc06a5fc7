"""Stand-ins for adapters, working the same way over plain data."""
