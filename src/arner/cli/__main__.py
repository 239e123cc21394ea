"""`python -m arner.cli`."""

from arner.cli import main

main()
