"""The database: the same tests on a unit of work in memory, SQLite and PostgreSQL."""
