"""`python -m nabij` is `nabij`."""

from nabij.cli.app import main

main()
