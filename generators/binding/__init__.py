"""A handbook bound as a book: one Word file and one PDF, made of what `generators.book` says of every record."""
