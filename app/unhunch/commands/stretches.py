"""`unhunch stretches`: what there is, what is on, and files for and from others."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from unhunch.commands.choice import Choice
from unhunch.commands.outcome import DONE, FAILED, failed
from unhunch.commands.words import span
from unhunch.domain.stretch import Stretch
from unhunch.domain.suitability import Verdict


def run_list(as_json: bool) -> int:
    """Print every stretch; return the exit code."""
    choice = Choice()
    choice.tell_problems()
    rows = [_row(choice, stretch) for stretch in choice.library]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False))
    else:
        width = max(len(row["id"]) for row in rows)
        for row in rows:
            mark = "on " if row["enabled"] else "off"
            note = f"  ({row['reason']})" if row["reason"] else ""
            print(f"{mark} {row['id']:{width}}  {row['name']}, {span(row['length_s'])}{note}")
    for problem in choice.library.problems:
        failed(problem)
    return DONE


def run_show(stretch_id: str) -> int:
    """Print one stretch as the person sees it; return the exit code."""
    choice = Choice()
    stretch, how = choice.library.get(stretch_id), choice.library.verdict(stretch_id, choice.settings)
    if stretch is None or how is None:
        return failed(_unknown(choice, stretch_id))
    choice.tell_problems()
    print(f"{stretch.name} ({stretch.id})\n{stretch.summary}\n")
    for label, text in _facts(choice, stretch, how):
        print(f"{label}: {text}")
    print()
    for step in how.form.steps:
        if step.spoken:
            print(f"  - {step.words}")
    print(f"\n{stretch.caution}")
    return DONE


def run_enable(ids: Iterable[str], *, on: bool) -> int:
    """Switch stretches on or off; return the exit code."""
    choice = Choice()
    code = DONE
    enabled = list(dict.fromkeys(choice.settings.stretches.enabled))
    for stretch_id in ids:
        if choice.library.get(stretch_id) is None and (on or stretch_id not in enabled):
            code = failed(_unknown(choice, stretch_id))
        elif on and stretch_id not in enabled:
            enabled.append(stretch_id)
        elif not on and stretch_id in enabled:
            enabled.remove(stretch_id)
    if tuple(enabled) != choice.settings.stretches.enabled:
        problem = choice.change_settings({"stretches.enabled": enabled})
        if problem:
            return failed(problem)
    for stretch_id in ids:
        how = choice.library.verdict(stretch_id, choice.settings) if on else None
        if how is not None and how.reason:
            print(f"{stretch_id}: {how.reason}")
    return code


def run_export(ids: tuple[str, ...], out: Path, routines: tuple[str, ...]) -> int:
    """Write stretches into a file; return the exit code."""
    problem = Choice().collection.export(ids, out, routines)
    if problem:
        return failed(f"{out}: {problem}")
    print(f"{out}: {', '.join((*ids, *routines))}")
    return DONE


def run_import(paths: Iterable[Path], *, replace: bool) -> int:
    """Take in files; return the exit code: 1 where anything was refused."""
    choice = Choice()
    choice.paths.create()
    code = DONE
    for path in paths:
        came = choice.collection.import_file(path, replace=replace)
        for each in (*came.stretches, *came.routines):
            print(each)
        for refused in came.refused:
            where = "" if refused.name == path.name else f" ({path.name})"
            code = failed(f"{refused.name}{where}: {refused.why}")
    return FAILED if code else DONE


def _row(choice: Choice, stretch: Stretch) -> dict[str, Any]:
    how = choice.library.verdict(stretch.id, choice.settings)
    assert how is not None
    return {
        "id": stretch.id,
        "name": stretch.name,
        "enabled": stretch.id in choice.settings.stretches.enabled,
        "own": choice.library.is_own(stretch.id),
        "shown": how.kind,
        "reason": how.reason,
        "form": how.form.id,
        "place": how.form.place,
        "needs": how.form.needs,
        "areas": stretch.areas,
        "length_s": round(how.form.total_s, 3),
    }


def _facts(choice: Choice, stretch: Stretch, how: Verdict) -> Iterable[tuple[str, str]]:
    yield "For", ", ".join(stretch.areas)
    yield "Where", ", ".join(stretch.places)
    if how.form.needs:
        yield "Needs", ", ".join(how.form.needs)
    yield "Takes", span(how.form.total_s)
    yield "In your breaks", "on" if stretch.id in choice.settings.stretches.enabled else "off"
    if how.reason:
        yield "Note", how.reason


def _unknown(choice: Choice, stretch_id: str) -> str:
    known = ", ".join(stretch.id for stretch in choice.library)
    return f"There is no stretch “{stretch_id}”; there are {known}."
