"""What a server that watches shows beside what is built: pages just saved, and what is wrong in what was saved."""
