"""Talks to the running app."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click


@contextmanager
def talking() -> Iterator[None]:
    """Leave with exit code 1 and one sentence where there is no app to talk to, or it falls silent."""
    from unhunch.control_client import NoAnswerError, NotRunningError  # noqa: PLC0415

    try:
        yield
    except NotRunningError:
        raise click.ClickException("Unhunch is not running. Start it with: unhunch") from None
    except NoAnswerError as error:
        raise click.ClickException(str(error)) from None


def ask(command: str, **fields: Any) -> dict[str, Any]:
    """Send one request to the running app and return its answer; leave with exit code 1 if it fails."""
    from unhunch.control_client import request  # noqa: PLC0415

    with talking():
        answer = request(command, {k: v for k, v in fields.items() if v is not None})
    if not answer.get("ok"):
        raise click.ClickException(str(answer.get("error", "Unhunch refused.")))
    return answer


def wish(command: str, **fields: Any) -> None:
    """Wish for something, and print what came of it; leave with exit code 1 where it was refused."""
    click.echo(ask(command, **fields)["status"]["why"])
