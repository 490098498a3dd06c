"""What people write on forms and send back: filled by a program, read, and added up."""
