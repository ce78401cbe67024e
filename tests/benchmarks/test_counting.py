"""The benchmark's own arithmetic: what counts as a wake-up."""

from tests.benchmarks.bench_idle import wakeups

TRACE = """\
100  1700000000.000000 poll([{fd=4, events=POLLIN}], 1, -1) = 1 ([{fd=4, revents=POLLIN}]) <20.000000>
100  1700000020.001000 poll([{fd=5, events=POLLIN}], 1, -1) = 1 ([{fd=5, revents=POLLIN}]) <0.000020>
100  1700000020.002000 poll([{fd=5, events=POLLIN}], 1, 30) = 0 (Timeout) <0.030000>
101  1700000050.000000 <... futex resumed>) = 0 <30.000000>
100  1700000020.040000 poll([{fd=4, events=POLLIN}], 1, -1 <unfinished ...>
100  1700000080.000000 <... poll resumed>) = 0 (Timeout) <59.960000>
100  1700000080.100000 poll([{fd=4, events=POLLIN}], 1, -1 <detached ...>
"""


def test_waits_that_end_together_are_one_wakeup() -> None:
    """A short question to the server belongs to the wake-up before it; each thread's waits count."""
    assert wakeups(TRACE) == 3


def test_a_wait_without_an_end_is_none() -> None:
    """Who sleeps through the whole measurement has not woken."""
    assert wakeups("100  1700000080.100000 poll([], 0, -1 <detached ...>\n") == 0
    assert wakeups("") == 0
