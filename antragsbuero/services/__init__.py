"""Use cases, one module a noun, over the ports that adapters fill."""
