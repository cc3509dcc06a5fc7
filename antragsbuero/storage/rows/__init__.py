"""Tables of the database, a module a noun; plain rows without rules."""
