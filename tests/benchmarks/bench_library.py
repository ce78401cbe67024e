"""What 500 stretches of one's own cost. Run it by packaging/bench library [--json].

Reading them at the first start takes each file apart; from then on they come from what was kept. Opening the
library builds its window over all of them, and paints it once, off screen; scrolling goes from its top to its
end in steps of a quarter of a card. Times are the best of several, but the worst step is the worst.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from unhunch.adapters.own_stretches import OwnStretches
from unhunch.adapters.stretch_archive import StretchArchives
from unhunch.adapters.stretch_files import StretchFolder
from unhunch.domain.settings import Settings
from unhunch.resources import stretches_dir
from unhunch.services.collection import Collection
from unhunch.services.library import Library

COUNT = 500
GOAL_MS = 300.0
ROUNDS = 5


def best_ms(work: Callable[[], object]) -> float:
    """The least time that `work` took, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        start_s = time.perf_counter()
        work()
        times.append(time.perf_counter() - start_s)
    return min(times) * 1000


def fill(folder: Path) -> None:
    """Write copies of the shipped stretches."""
    folder.mkdir()
    shipped = sorted(stretches_dir().glob("*.toml"))
    for number in range(COUNT):
        text = shipped[number % len(shipped)].read_text(encoding="utf-8")
        (folder / f"own-{number}.toml").write_text(text.replace('name = "', f'name = "{number} ', 1))


def measured(root: Path) -> dict[str, float]:
    """Milliseconds for each of the things that wait for the stretches."""
    own, cache = root / "own", root / "cache"
    fill(own)
    settings = Settings()

    def files() -> StretchFolder:
        return StretchFolder(stretches_dir(), own, settings.stretches.enabled, cache)

    def library() -> Library:
        found = Library(files())
        assert len(found) > COUNT
        return found

    start_s = time.perf_counter()
    library()
    results = {"first_read_ms": (time.perf_counter() - start_s) * 1000, "read_ms": best_ms(library)}
    found = library()
    results["reload_ms"] = best_ms(found.reload)
    results["catalogue_ms"] = best_ms(lambda: found.catalogue(settings))
    collection = Collection(
        library=found,
        files=files(),
        store=OwnStretches(own),
        archives=StretchArchives(),
        settings=lambda: settings,
        change_settings=lambda _: None,
        changed=lambda: None,
    )
    return results | opened(found, collection, settings)


def opened(found: Library, collection: Collection, settings: Settings) -> dict[str, float]:
    """Milliseconds until the library's window has been painted: the first time, and again."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415 (the reading is measured without Qt)
    from PySide6.QtWidgets import QApplication, QLabel  # noqa: PLC0415
    from tests.ui.samples import FakeWishes  # noqa: PLC0415

    from unhunch.ui.gallery import Gallery  # noqa: PLC0415
    from unhunch.ui.library.window import LibraryWindow  # noqa: PLC0415
    from unhunch.ui.look import Look  # noqa: PLC0415

    app = QApplication.instance() or QApplication(sys.argv[:1])
    other = QLabel("The program has shown text before.")  # fonts and styles are loaded by then
    other.grab()
    look = Look(settings.appearance)
    gallery = Gallery(look, found.get, settings)

    def open_once() -> None:
        window = LibraryWindow(
            look, FakeWishes(), gallery=gallery, library=found, collection=collection, settings=settings
        )
        window.show()
        app.processEvents()
        window.grab()
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def scroll_steps_ms() -> list[float]:
        window = LibraryWindow(
            look, FakeWishes(), gallery=gallery, library=found, collection=collection, settings=settings
        )
        window.show()
        app.processEvents()
        view, bar, times = window.grid.view, window.grid.view.verticalScrollBar(), []
        while bar.value() < bar.maximum():
            start_s = time.perf_counter()
            bar.setValue(bar.value() + bar.singleStep())
            view.viewport().repaint()
            times.append((time.perf_counter() - start_s) * 1000)
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return times

    start_s = time.perf_counter()
    open_once()
    first_ms = (time.perf_counter() - start_s) * 1000
    steps = scroll_steps_ms()
    return {
        "first_open_ms": first_ms,
        "open_ms": best_ms(open_once),
        "scroll_step_ms": median(steps),
        "worst_step_ms": max(steps),
    }


def main() -> int:
    """Print the times; exit 1 where reading and opening together take longer than the goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    as_json = parser.parse_args().json
    with tempfile.TemporaryDirectory() as folder:
        results = measured(Path(folder))
    together_ms = results["reload_ms"] + results["first_open_ms"]
    if as_json:
        print(json.dumps({"stretches": COUNT, "goal_ms": GOAL_MS, "together_ms": together_ms, **results}))
    else:
        for name, value in results.items():
            print(f"{name.removesuffix('_ms').replace('_', ' '):14} {value:8.1f} ms")
        print(f"reload and first open together: {together_ms:.0f} ms (goal: {GOAL_MS:.0f} ms)")
    return 0 if together_ms < GOAL_MS else 1


if __name__ == "__main__":
    sys.exit(main())
