"""Full-text search: one way to fold words, one adapter for each database."""
