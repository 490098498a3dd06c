"""`python -m commands`: the same as `handbook`."""

from commands.main import main

main()
