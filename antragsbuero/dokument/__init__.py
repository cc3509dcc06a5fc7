"""The neutral text between files and the domain: headings, paragraphs, lists, tables, runs."""
