"""Records, the loader and the checks: what a handbook is and what is wrong with it. Imports nothing of ours."""
