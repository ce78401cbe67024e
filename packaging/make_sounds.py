#!/usr/bin/env python3
"""Makes the chimes of resources/sounds: python3 packaging/make_sounds.py

Each note is a small bell: a few sine partials that fade, the high ones first, with a soft beginning.
The start chime rises by a fifth, the end chime comes home by one.
"""

import array
import math
import sys
import wave
from collections.abc import Sequence
from pathlib import Path

RATE = 22_050
PEAK = 0.35
ATTACK_S = 0.012
LENGTH_S = 1.7
# Partial, loudness, seconds until it has faded to a third.
PARTIALS = ((1.0, 1.0, 0.42), (2.0, 0.28, 0.26), (3.01, 0.1, 0.13), (4.17, 0.05, 0.07))
CHIMES = {
    # Note in Hz and when it is struck, in seconds.
    "start": ((392.00, 0.0), (587.33, 0.22)),
    "end": ((587.33, 0.0), (392.00, 0.22)),
}


def note(frequency_hz: float, at_s: float) -> float:
    """How one bell sounds, so long after it was struck."""
    if at_s < 0:
        return 0.0
    swell = min(at_s / ATTACK_S, 1.0)
    return swell * sum(
        loudness * math.exp(-at_s / fade_s) * math.sin(2 * math.pi * frequency_hz * partial * at_s)
        for partial, loudness, fade_s in PARTIALS
    )


def chime(notes: Sequence[tuple[float, float]]) -> bytes:
    """All notes together, as 16-bit samples, faded to nothing at the end."""
    count = round(RATE * LENGTH_S)
    tail = RATE // 5
    sound = [sum(note(hz, i / RATE - struck_s) for hz, struck_s in notes) for i in range(count)]
    loudest = max(map(abs, sound))
    faded = (value * min((count - i) / tail, 1.0) for i, value in enumerate(sound))
    samples = array.array("h", (round(value / loudest * PEAK * 32_767) for value in faded))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples.tobytes()


def main() -> None:
    """Write both files."""
    folder = Path(__file__).resolve().parents[1] / "resources" / "sounds"
    folder.mkdir(exist_ok=True)
    for name, notes in CHIMES.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(chime(notes))
        print(folder / f"{name}.wav")


if __name__ == "__main__":
    main()
