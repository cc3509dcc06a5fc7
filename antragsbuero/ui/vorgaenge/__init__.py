"""The list of all Vorgänge with instant search."""
