"""The rules of conftest.py are themselves kept: each misbehaving test below fails, each good one passes."""

import re
from pathlib import Path

import pytest

MISBEHAVING = """
import logging
import os
import socket
from pathlib import Path

import pytest
from PySide6.QtCore import QPropertyAnimation, QTimer, qWarning
from PySide6.QtWidgets import QWidget

kept = []


def test_bad_log():
    logging.getLogger("unhunch").warning("a stray one")


@pytest.mark.expect_log("never comes")
def test_bad_silence():
    pass


def test_bad_qt_message(qapp):
    qWarning("a stray one")


def test_bad_window(qapp):
    kept.append(QWidget())


def test_bad_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(60_000)


def test_bad_animation(qapp):
    kept.append(QPropertyAnimation(qapp, b"objectName"))
    kept[-1].setEndValue("other")
    kept[-1].setLoopCount(-1)
    kept[-1].start()


def test_bad_network():
    socket.create_connection(("192.0.2.1", 80))


@pytest.mark.expect_log("an expected one")
def test_good_log():
    logging.getLogger("unhunch").warning("an expected one")


def test_good_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    timer = QTimer(window)
    timer.start(60_000)


def test_good_timer(qapp):
    timer = QTimer()
    timer.start(60_000)
    timer.stop()


def test_good_home():
    assert Path.home() == Path(os.environ["XDG_RUNTIME_DIR"]).parent
    assert list(Path.home().iterdir()) == [Path.home() / "run"]
"""


def test_misbehaviour_fails(pytester: pytest.Pytester, pytestconfig: pytest.Config) -> None:
    """Each test named bad fails on its own account, each named good passes."""
    pytester.makeconftest(Path(__file__).with_name("conftest.py").read_text())
    pytester.makepyfile(test_rules=MISBEHAVING)
    pytester.makeini(
        "[pytest]\nqt_api = pyside6\nqt_log_level_fail = WARNING\n"
        "markers =\n    expect_log(pattern): a warning that must come\n"
    )
    lines = pytester.runpytest_subprocess("-v", "-p", "no:cacheprovider").outlines
    outcomes: dict[str, set[str]] = {}
    for line in lines:
        if match := re.match(r"test_rules\.py::test_(bad|good)_(\w+) (PASSED|FAILED|ERROR)", line):
            outcomes.setdefault(match[1], set()).add(f"{match[2]} {match[3]}")
    assert outcomes["good"] == {"log PASSED", "window PASSED", "timer PASSED", "home PASSED"}
    failed = {entry.split()[0] for entry in outcomes["bad"] if not entry.endswith("PASSED")}
    assert failed == {"log", "silence", "qt_message", "window", "timer", "animation", "network"}
