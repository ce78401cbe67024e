"""How a command ends: its exit code, and one sentence on stderr where something is wrong."""

import sys

DONE, FAILED, WRONG_USAGE = 0, 1, 2


def failed(sentence: object, code: int = FAILED) -> int:
    """Say what is wrong; return the exit code."""
    print(f"unhunch: {sentence}", file=sys.stderr)
    return code
