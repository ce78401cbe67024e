"""Fixtures for every test: Qt runs off screen unless a test starts a display of its own."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
