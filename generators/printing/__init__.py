"""Forms on paper: PDFs, pictures of their pages, several forms as one file, and a sheet to look them all over."""
