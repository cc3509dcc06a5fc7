"""Taking in a page: paste, recognise, look, put right, store."""
