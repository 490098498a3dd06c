"""Lists that forms are filled from, one row a form: CSV and XLSX, their columns and their rows."""
