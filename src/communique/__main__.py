"""`python -m communique`: the command, where it isn't on the path."""

from communique.cli import main

main()
