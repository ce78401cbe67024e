"""Finished pictures of the figure, kept because movements repeat: plain while fresh, packed when there is
time, or no more room.

Packed with LZ4, which packs six times and unpacks eight times as quickly as zlib at its quickest and needs a
fifth more room; for pictures that are made between two frames and shown again, that is the better bargain.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

from lz4 import block
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
_PATIENCE = 3  # times the room of plain pictures in which they wait to be packed
_PACK_UP_TO_BYTES = 7_000_000  # larger pictures take too long to pack between two frames of a move


@dataclass(slots=True)
class _Plain:
    image: QImage
    at: QPointF


@dataclass(frozen=True, slots=True)
class _Packed:
    data: bytes
    size: tuple[int, int, int]  # width, height, bytes a line
    ratio: float
    at: QPointF


class PictureStore:
    """Pictures by key, the last ones used.

    `plain_bytes` of plain pictures and `packed_bytes` of packed ones, which take about an eighth of the
    room. Packing takes half a millisecond, so it is done one at a time by `tidy`, for which pictures wait
    in up to three times their room; beyond that one is packed when it has to make room. So a movement too
    long for the plain ones is kept whole all the same.
    """

    def __init__(self, plain_bytes: int, packed_bytes: int) -> None:
        self._plain_limit, self._packed_limit = plain_bytes, packed_bytes
        self._plain: OrderedDict[Hashable, _Plain] = OrderedDict()
        self._packed: OrderedDict[Hashable, _Packed] = OrderedDict()
        self._waiting: dict[Hashable, None] = {}  # plain ones not packed yet, the oldest first
        self._plain_bytes = self._packed_bytes = 0

    @property
    def size_bytes(self) -> int:
        """The size of everything kept."""
        return self._plain_bytes + self._packed_bytes

    def clear(self) -> None:
        """Drop everything."""
        self._plain.clear()
        self._packed.clear()
        self._waiting.clear()
        self._plain_bytes = self._packed_bytes = 0

    def get(self, key: Hashable) -> tuple[QImage, QPointF] | None:
        """The picture and where it goes, if it is kept."""
        plain = self._plain.get(key)
        if plain:
            self._plain.move_to_end(key)
            return plain.image, plain.at
        packed = self._packed.get(key)
        if not packed:
            return None
        self._packed.move_to_end(key)
        width, height, line = packed.size
        # The bytes live as long as an image looks at them: PySide sees to that.
        image = QImage(block.decompress(packed.data), width, height, line, _FORMAT)
        image.setDevicePixelRatio(packed.ratio)
        self._add_plain(key, _Plain(image, packed.at))
        return image, packed.at

    def put(
        self, key: Hashable, image: QImage, at: QPointF, *, again: bool = True, calm: bool = False
    ) -> None:
        """Keep a picture; one larger than all the room there is, is not. Only what will be asked for `again`
        is worth packing, and a very large one only where frames are so few that there is time: where it is
        `calm`.
        """
        size = image.sizeInBytes()
        packs = again and (calm or size <= _PACK_UP_TO_BYTES)
        if size <= self._plain_limit * (_PATIENCE if packs else 1):
            if packs:
                self._waiting[key] = None
            self._add_plain(key, _Plain(image, at))

    def tidy(self) -> None:
        """Pack one plain picture, the oldest. Meant for moments with time to spare."""
        key = next(iter(self._waiting), None)
        if key is not None:
            self._pack(key, self._plain[key])
            self._make_room()

    def _pack(self, key: Hashable, plain: _Plain) -> None:
        del self._waiting[key]
        image = plain.image
        data = block.compress(image.constBits())
        size = (image.width(), image.height(), image.bytesPerLine())
        self._packed[key] = _Packed(data, size, image.devicePixelRatio(), plain.at)
        self._packed_bytes += len(data)
        while self._packed_bytes > self._packed_limit:
            _, dropped = self._packed.popitem(last=False)
            self._packed_bytes -= len(dropped.data)

    def _add_plain(self, key: Hashable, plain: _Plain) -> None:
        self._plain[key] = plain
        self._plain_bytes += plain.image.sizeInBytes()
        self._make_room()

    def _make_room(self) -> None:
        """Drop the oldest plain pictures where there are too many; one that waits to be packed may stay."""
        while self._plain_bytes > self._plain_limit:
            old, dropped = next(iter(self._plain.items()))
            if old in self._waiting and self._plain_bytes <= _PATIENCE * self._plain_limit:
                return
            del self._plain[old]
            self._plain_bytes -= dropped.image.sizeInBytes()
            if old in self._waiting:
                self._pack(old, dropped)
