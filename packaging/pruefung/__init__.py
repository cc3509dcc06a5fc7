"""Tries what was built, as a person or an administrator would."""
