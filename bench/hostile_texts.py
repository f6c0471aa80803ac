"""Which rules are not linear on hostile texts: ``make bench-hostile``. A line is a rule and what it is slow on.

The rules that are Vale's are looked at together: it reads what `terbuka check` would give it to read.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath

import offices
import watch
from terbuka import office
from terbuka.checks import vale, vale_scratch
from terbuka.checks.registry import RULES
from terbuka.checks.rule import Context, Rule
from terbuka.words import library, register

sys.path.insert(0, str(offices.HOUSE / "tests" / "checks"))

import hostile

SIZE = 100_000
"""Characters."""

WORTH_LOOKING = 0.15
"""Seconds; below it, the clock says nothing."""

STEEPEST = 2.8
"""Times as long for twice the text: linear is 2, quadratic is 4."""

LONGEST_IN_VALE = 10.0
"""Seconds for such a text; what is quadratic takes minutes."""

NAME = PurePosixPath("content/berita/2020/uji.md")


def main() -> int:
    """Print what is too steep, and the slowest of all."""
    with tempfile.TemporaryDirectory(prefix="terbuka-bench-") as folder:
        root = offices.make(Path(folder, "office"), 0)
        steep, slowest = survey(root)
        busy = busiest(root)
    for line in steep:
        sys.stdout.write(f"NO  {line}\n")
    sys.stdout.write(f"slowest: {slowest[1]}, {slowest[0]:.2f} s for {SIZE // 1000} kB\n")
    sys.stdout.write(f"Vale: {busy[0]:.2f} s longer than on an empty text, on {busy[1]!r}\n")
    return int(bool(steep) or busy[0] > LONGEST_IN_VALE)


def survey(root: Path) -> tuple[list[str], tuple[float, str]]:
    """Return the steep pairs of rule and text, and the slowest pair."""
    steep: list[str] = []
    slowest = (0.0, "")
    texts = list(zip(hostile.PIECES, hostile.texts(SIZE), hostile.texts(SIZE // 2), strict=True))
    for number, (piece, whole, half) in enumerate(texts, 1):
        sys.stderr.write(f"text {number} of {len(texts)}\n")
        for rule, taken in seconds(root, whole, RULES).items():
            slowest = max(slowest, (taken, f"{rule} on {piece!r}"))
            if taken > WORTH_LOOKING and taken > STEEPEST * seconds(root, half, [rule])[rule]:
                times = _again(root, whole, rule) / _again(root, half, rule)
                if times > STEEPEST:
                    steep.append(f"{rule:<24} {piece!r:<30} {taken:6.2f} s, {times:4.1f} × for twice the text")
    return steep, slowest


def busiest(root: Path) -> tuple[float, str]:
    """Return how much longer Vale takes for one of the texts than for none, at most; and what it is made of."""
    none = _in_vale(root, "a")
    return max(
        (_in_vale(root, text) - none, piece)
        for piece, text in zip(hostile.PIECES, hostile.texts(SIZE), strict=True)
    )


def _in_vale(root: Path, body: str) -> float:
    (root / NAME).write_text(offices.FRONT_MATTER.format(title="Kabar contoh", number=1) + body, encoding="utf-8")
    document = library.load(root, office.load(root), [NAME]).documents[0]
    scratch = root / "build" / NAME.name
    scratch.parent.mkdir(exist_ok=True)
    scratch.write_text(vale_scratch.of(document).text, encoding="utf-8", errors="replace")
    tool = vale.find(offices.HOUSE)
    return watch.run([tool, "--output=JSON", "--no-exit", scratch.relative_to(root)], root).seconds


def _again(root: Path, body: str, rule: str) -> float:
    return min(seconds(root, body, [rule])[rule] for _ in range(3))


def seconds(root: Path, body: str, rules: Iterable[str]) -> Mapping[str, float]:
    """How much processor time each of `rules` takes to look at a document with this body."""
    (root / NAME).write_text(offices.FRONT_MATTER.format(title="Kabar contoh", number=1) + body, encoding="utf-8")
    settings = office.load(root)
    words = library.load(root, settings)
    now = datetime.fromisoformat("2026-11-22T09:00:00+07:00")
    context = Context(root, settings, words, partial(register.load, root), now)
    return {name: _timed(RULES[name], context) for name in rules}


def _timed(rule: Rule, context: Context) -> float:
    fresh = replace(context, memo={})  # nothing remembered
    document = fresh.library.by_path[NAME]
    start = time.process_time()
    list(rule.check_document(document, fresh))
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
