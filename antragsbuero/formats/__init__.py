"""Readers and writers of files; they know Dokument, never Vorgang."""
