"""Sheets of one page to hang at the desk: a card, a procedure or a script in its shortest form, as PDF."""
