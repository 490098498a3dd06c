"""Filled forms read back: a Word file from anywhere → typed values, with every mistake pointed out.

Nothing in a file is trusted: `package` bounds what is read before it is read, `xml` refuses what can grow, and only
then do `controls`, `matching` and `typing` look at what is written.
"""

from filled.reading.read import is_form_file, read_form

__all__ = ["is_form_file", "read_form"]
