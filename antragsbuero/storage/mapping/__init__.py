"""The seam between rows and domain objects, a module a noun."""
