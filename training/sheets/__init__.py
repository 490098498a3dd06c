"""Forms that are filled in right but for one thing: what is asked by «what is wrong in this form?»."""
