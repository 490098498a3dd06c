"""One module a kind of page: what a record says, arranged for its template. Templates hold the markup, never these."""
