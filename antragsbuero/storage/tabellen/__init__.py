"""The tables, as SQL sees them: what lists read without the mapped classes."""
