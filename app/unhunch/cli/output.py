"""What is printed reaches whoever reads it, or one sentence says why not."""

import errno
import os
import sys
from io import TextIOWrapper
from typing import Any

import click

from unhunch.cli.zone import put_zone_right

_UNWRITTEN = (errno.ENOSPC, errno.EIO, errno.EPIPE)
"""The disk is full, the terminal is gone, or nobody reads on (`| head`)."""


class Commands(click.Group):
    """Commands that print anywhere: where a letter cannot be written its code stands in its place."""

    def main(self, *arguments: Any, **named: Any) -> Any:
        """Run a command; leave with exit code 1 and one sentence where its output cannot be written."""
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        if problem := put_zone_right():
            click.echo(problem, err=True)
        try:
            try:
                return super().main(*arguments, **named)
            finally:
                if sys.stdout is not None:
                    sys.stdout.flush()
        except OSError as error:
            if error.filename is not None or error.errno not in _UNWRITTEN:
                raise
            # What is still to be written is let go: Python would try it again at its end, and complain.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if error.errno != errno.EPIPE:
                click.echo(f"Error: The output cannot be written: {error.strerror}.", err=True)
            sys.exit(1)
