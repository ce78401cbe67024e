"""Where everything meets: builds the parts, hands them to each other, runs the loop."""

import logging
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from unhunch import __version__
from unhunch.adapters.alarm import SchedulerAlarm
from unhunch.adapters.autostart import open_autostart
from unhunch.adapters.clock import MachineClock, SystemClock, boot_id
from unhunch.adapters.control_server import ControlServer
from unhunch.adapters.display import missing_display
from unhunch.adapters.history_db import HistoryDb
from unhunch.adapters.instance import Instance
from unhunch.adapters.log_file import ErrorHooks, start_log, watch_for_crashes
from unhunch.adapters.own_stretches import OwnStretches
from unhunch.adapters.paths import Paths
from unhunch.adapters.presence import open_presence
from unhunch.adapters.session_watch import SessionWatch
from unhunch.adapters.settings_exchange import SettingsExchange
from unhunch.adapters.settings_file import SettingsFile
from unhunch.adapters.settings_watch import SettingsWatch
from unhunch.adapters.signals import SignalWatch
from unhunch.adapters.sound import open_sound_player
from unhunch.adapters.state_file import StateFile
from unhunch.adapters.stretch_archive import StretchArchives
from unhunch.adapters.stretch_files import StretchFolder
from unhunch.adapters.stretch_watch import StretchWatch
from unhunch.commands.outcome import failed
from unhunch.control_client import NoAnswerError, NotRunningError, request, socket_address
from unhunch.domain import inputs
from unhunch.domain.events import Event, printed
from unhunch.domain.settings import Settings
from unhunch.domain.view import View
from unhunch.drawable import drawing_problem
from unhunch.figure import paint_in_one_thread
from unhunch.resources import resources_dir, stretches_dir
from unhunch.services import keeping
from unhunch.services.collection import Collection
from unhunch.services.desk import Desk
from unhunch.services.library import Library
from unhunch.services.ports import Autostart, PresenceSource, Watcher
from unhunch.services.preview import Day, inputs_of, last_working_day, typical_day
from unhunch.services.session import Session
from unhunch.ui.context import Context
from unhunch.ui.front import Front
from unhunch.ui.places import Places
from unhunch.ui.translation import install as install_translation

log = logging.getLogger(__name__)

GTK_DESKTOPS = ("GNOME", "XFCE", "MATE", "CINNAMON", "UNITY", "PANTHEON", "BUDGIE", "LXDE")
SHOW_WAIT_S = 5.0
LOOK_BACK_DAYS = 14
"""The settings' preview shows the last working day out of so many."""


@dataclass(frozen=True)
class World:
    """What differs between the app at the desk and the demo."""

    paths: Paths
    clock: MachineClock
    open_presence: Callable[[MachineClock, Callable[[], None]], PresenceSource]
    autostart: Autostart
    watches_desktop: bool = True
    welcomes: bool = True
    """Whether somebody new is welcomed."""


class App:
    """The running program."""

    def __init__(self, world: World, problems: Iterable[str] = ()) -> None:
        """`problems` are sentences to be told once there is a window."""
        self._told = False
        self._problems: list[str] = [*problems, *world.paths.create()]
        clock, paths = world.clock, world.paths
        self._clock = clock
        self.settings_file = SettingsFile(paths.settings_file, clock.wall)
        is_new = not paths.settings_file.exists()
        settings, amiss = self.settings_file.load()
        self._welcomes = world.welcomes and is_new and not settings.welcome.done
        self._problems += amiss
        self._stretch_files = StretchFolder(
            stretches_dir(),
            paths.own_stretches,
            Settings().stretches.enabled,
            paths.stretch_cache,
        )
        self.library = Library(self._stretch_files)
        self._problems += self.library.problems
        self.history = HistoryDb(paths.history_file, clock.wall, self._problem)
        self.presence = world.open_presence(clock, self._woke)
        self.alarm = SchedulerAlarm(clock, self._woke)
        self.watch: Watcher | None = SessionWatch(clock, _Feed(self)) if world.watches_desktop else None
        self.session = Session(
            clock=clock,
            alarm=self.alarm,
            presence=self.presence,
            state_store=StateFile(paths.state_file, clock.wall, keeping.check),
            history=self.history,
            journal=self.history,
            settings=settings,
            catalogue=self.library.catalogue(settings),
            locked=self.watch.is_locked() if self.watch else False,
            boot_id=boot_id(),
        )
        self._problems += self.session.notes
        self.desk = Desk(
            session=self.session,
            settings_store=self.settings_file,
            autostart=world.autostart,
            history=self.history,
            clock=clock,
            show=self._show,
            leave=self.quit_soon,
        )
        self.collection = Collection(
            library=self.library,
            files=self._stretch_files,
            store=OwnStretches(paths.own_stretches),
            archives=StretchArchives(),
            settings=lambda: self.session.settings,
            change_settings=self.desk.change_settings,
            changed=self._stretches_changed,
            drawing_problem=drawing_problem,
        )
        self._stretch_watch = StretchWatch(paths.own_stretches, self._stretch_files_changed)
        self.sound = open_sound_player(resources_dir() / "sounds")
        self._autostart = world.autostart
        context = Context(
            wishes=self.desk,
            library=self.library,
            collection=self.collection,
            sound=self.sound,
            boot_s=clock.boot_s,
            view=self.session.view,
            exchange=SettingsExchange(),
            places=Places(
                settings=str(paths.settings_file),
                stretches=str(paths.own_stretches),
                history=str(paths.history_file),
                log=str(paths.log_file),
            ),
            day=self._day,
        )
        self.front = Front(context, settings)
        self.control = ControlServer(socket_address(paths.runtime), self.desk.answer)
        self._connect()

    def _connect(self) -> None:
        self.session.add_listener(self.front)
        self.session.add_listener(_Watchers(self.control))
        self.desk.follow_settings(self.front.set_settings)
        self.desk.follow_settings(self._stretches_may_differ)
        self.desk.follow_settings(self._start_at_login)
        self._settings_watch = SettingsWatch(self.settings_file, self._settings_edited)
        self._catalogue = self.library.catalogue(self.session.settings)

    def start(self) -> None:
        """Begin to keep time, and tell the person what was found amiss."""
        try:
            self.control.start()
        except OSError as error:
            self._problem(str(error))
        self.front.start()
        if self._welcomes:
            self.front.pages.show_welcome()
        self.session.start()
        self._told = True
        for problem in self._problems:
            self._problem(problem)

    def quit_soon(self) -> None:
        """End once whoever asked has had an answer."""
        QTimer.singleShot(0, QApplication.quit)

    def stop(self) -> None:
        """Save everything and let go of the system."""
        self._settings_watch.stop()
        self._stretch_watch.stop()
        self.session.stop()
        self.control.close()
        self.front.close()
        self.presence.stop()
        if self.watch is not None:
            self.watch.stop()
        self.sound.stop()
        self.history.close()

    # -- called by the parts ---------------------------------------------------------------------

    def _woke(self) -> None:
        """The alarm went off, or the input came that was waited for."""
        self.session.woke()

    def _show(self) -> None:
        self.front.pages.show_home()

    def _day(self) -> Day:
        """Return the last working day as recorded, or a typical one."""
        now = self._clock.wall()
        runs = self.history.runs(now - timedelta(days=LOOK_BACK_DAYS))
        given = inputs_of([(run, self.history.inputs(run["id"])) for run in runs])
        return last_working_day(given, now) or typical_day(now)

    def _settings_edited(self, settings: Settings, problems: tuple[str, ...]) -> None:
        self.desk.settings_changed(settings)
        for problem in problems:
            self._problem(problem)

    def _start_at_login(self, settings: Settings) -> None:
        """Follow a setting that was changed in the file."""
        try:
            if settings.startup.at_login != self._autostart.is_enabled():
                self._autostart.set_enabled(settings.startup.at_login)
        except OSError as error:
            self._problem(str(error))

    def _stretch_files_changed(self) -> None:
        known = self.library.problems
        self.library.reload()
        self._stretches_changed()
        for problem in self.library.problems:
            if problem not in known:
                self._problem(problem)

    def _stretches_changed(self) -> None:
        self._stretches_may_differ(self.session.settings)
        self.front.stretches_changed()

    def _stretches_may_differ(self, settings: Settings) -> None:
        catalogue = self.library.catalogue(settings)
        if catalogue != self._catalogue:
            self._catalogue = catalogue
            self.session.change_catalogue(catalogue)

    def _problem(self, sentence: str) -> None:
        """Show a sentence for the person; before there is a window, keep it."""
        if not self._told:
            self._problems.append(sentence)
            return
        log.info("Told the person: %s", sentence)
        failed(sentence)  # for whoever started it in a terminal
        self.front.tell(sentence)


class _Feed:
    """Hands the desktop's news to the session; it may come before there is one."""

    def __init__(self, app: App) -> None:
        self._app = app

    def locked(self) -> None:
        self._feed(inputs.Lock())

    def unlocked(self) -> None:
        self._feed(inputs.Unlock())

    def sleeping(self) -> None:
        self._feed(inputs.Sleep())

    def woke(self) -> None:
        self._feed(inputs.Wake())

    def clock_changed(self) -> None:
        if hasattr(self._app, "session"):
            self._app.session.clock_changed()

    def _feed(self, happened: inputs.EngineInput) -> None:
        if hasattr(self._app, "session"):
            self._app.session.feed(happened)


class _Watchers:
    """Streams every event to whoever watches on the control socket."""

    def __init__(self, control: ControlServer) -> None:
        self._control = control

    def happened(self, event: Event, _view: View) -> None:
        self._control.publish(printed(event))

    def show(self, view: View) -> None:
        pass


def qt_application() -> QApplication:
    """Make the Qt application, as light as the desktop allows."""
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "").upper()
    if any(name in desktop for name in GTK_DESKTOPS):
        # WORKAROUND: Qt's gtk3 theme plug-in doubles the memory; its built-in GNOME theme follows
        # dark mode and fonts as well. (Measured: 140 against 68 MB.)
        os.environ.setdefault("QT_QPA_PLATFORMTHEME", "gnome")
    paint_in_one_thread()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("unhunch")
    app.setApplicationDisplayName("Unhunch")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("unhunch")
    app.setQuitOnLastWindowClosed(False)
    # Qt's picture cache wakes the program every 30 s to see what it can forget; we keep our own pictures.
    QPixmapCache.setCacheLimit(0)
    install_translation(resources_dir() / "translations")
    return app


def run() -> int:
    """Start the app, or show the window of the one that runs; return the exit code."""
    paths = Paths.of_user()
    instance = Instance(paths.runtime)
    try:
        if not instance.claim():
            return _show_running(paths)
    except OSError as error:
        return failed(str(error))
    if missing := missing_display():
        return failed(missing)
    world = World(paths, SystemClock(), open_presence, open_autostart())
    code = run_world(world, qt_application())
    instance.release()
    return code


def run_world(world: World, qt: QApplication, began: Callable[[App], Any] | None = None) -> int:
    """Run the app in this world until it is asked to end; `began` is called once it runs."""
    problems = [start_log(world.paths.log_file), watch_for_crashes(world.paths.crash_file)]
    log.info("Unhunch %s starts", __version__)
    apps: list[App] = []
    hooks = ErrorHooks(lambda *error: apps[0].front.show_error(*error) if apps else None)
    hooks.install()
    try:
        app = App(world, [problem for problem in problems if problem])
        apps.append(app)
        signals = SignalWatch(app.quit_soon)
        app.start()
    except Exception:
        log.exception("Unhunch could not start")
        return failed(f"Unhunch could not start because of an error in it; see {world.paths.log_file}.")
    kept = began(app) if began else None
    code = qt.exec()
    del kept
    signals.stop()
    app.stop()
    hooks.uninstall()
    log.info("Unhunch has ended")
    return code


def _show_running(paths: Paths) -> int:
    try:
        request("show", runtime=paths.runtime, wait_s=SHOW_WAIT_S)
    except (NotRunningError, NoAnswerError) as error:
        return failed(f"Unhunch runs already but does not answer: {error}")
    return 0
