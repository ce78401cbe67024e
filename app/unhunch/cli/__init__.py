"""The command line: starts the app, or talks to the one that runs, without importing Qt.

Exit codes: 0 done, 1 it failed or was refused, 2 the command was wrong.
"""

from unhunch.cli.app import main

__all__ = ["main"]
