"""What the windows need from the rest of the program."""

from collections.abc import Callable
from dataclasses import dataclass

from unhunch.domain.view import View
from unhunch.services.collection import Collection
from unhunch.services.library import Library
from unhunch.services.ports import SettingsExchange, SoundPlayer
from unhunch.services.preview import Day
from unhunch.ui.places import Places
from unhunch.ui.wishes import Wishes


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """`boot_s` is the time on the boot clock, `view` what there is to show now, and `day` finds the day that
    the settings' preview shows.
    """

    wishes: Wishes
    library: Library
    collection: Collection
    sound: SoundPlayer
    boot_s: Callable[[], float]
    view: Callable[[], View]
    exchange: SettingsExchange
    places: Places
    day: Callable[[], Day]
