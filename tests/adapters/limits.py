"""A disk that is full, as far as a process can tell."""

import contextlib
import resource
from collections.abc import Iterator


@contextlib.contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """Make every write beyond `size` bytes of a file fail."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
