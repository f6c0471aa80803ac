"""Places within a regulation: ``Pasal 22 ayat (7) huruf e``, and the regulation that they belong to.

Order and form: UU 12/2011 Lampiran II butir 77–93 and 271–280.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from terbuka.checks.citations.citation import Citation

Step = tuple[str, str]
"""A unit and its label: ``("ayat", "7")``."""

ENGLISH: Mapping[str, str] = {
    "article": "pasal",
    "paragraph": "ayat",
    "letter": "huruf",
    "number": "angka",
    "point": "butir",
    "annex": "lampiran",
}

_START = re.compile(
    r"(?<!\w)(?:(?P<unit>Pasal|Article)\s{1,3}(?P<label>\d{1,4}(?-i:\s?[A-Z]|[A-Z]{2})?(?![\w/])|(?-i:[IVX]{1,5})(?!\w))"
    r"|(?P<annex>Lampiran|Annex)\s{1,3}(?P<roman>[IVX]{1,5})(?!\w))",
    re.I,
)
_STEP = re.compile(
    r",?\s{0,3}(?P<unit>ayat|huruf|angka|butir|paragraph|letter|number|point)\s{0,3}"
    r"(?:\((?P<bracketed>\w{1,4})\)|(?P<plain>\d{1,3}[a-z]?|[A-Za-z]{1,2})(?![\w/]))",
    re.I,
)
_JOIN = re.compile(
    r"\s{0,3}(?:(?P<to>sampai\s{1,3}dengan|sampai|hingga|s\.?\s?d\.?|s/d|to|–|—|-)"
    r"|,?\s{0,3}(?:dan/atau|dan|atau|serta|juncto|jo\.?|and|or)(?!\w)|,)\s{0,3}",
    re.I,
)
_SAME = re.compile(
    r"\((?P<bracketed>\w{1,4})\)|(?P<plain>\d{1,4}[A-Z]{0,2})(?![\w/:]|\.\d|\s?(?:hari|tahun|bulan|jam|kali))"
)
_AFTER = re.compile(r"\s{0,3}(?:(?:dari|dalam|pada|of|di|in)\s{1,3})?(?:the\s{1,3})?[*_\[(“\"]{0,3}\Z", re.I)
_BEFORE = re.compile(
    r"[*_”\"]{0,2}\s{0,3}(?:\([^()]{0,80}\)\s{0,3})?[,:(–]?\s{0,3}"
    r"(?:(?:khususnya|terutama|yaitu|yakni|antara\s{1,3}lain|pada|dalam|di|in|especially)\s{1,3})?\Z",
    re.I,
)
GAP = 110
"""Characters. The most that may stand between a place and its regulation: a gazette, a short name."""

_WIDEST = 120
"""Articles. A range is unfolded up to this many."""


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """One place in a regulation: units from the largest to the smallest, in lower case."""

    steps: tuple[Step, ...]

    @property
    def article(self) -> str:
        """The number of the article, such as ``27A``; "" if it is not in an article."""
        return next((label.upper() for unit, label in self.steps if unit == "pasal"), "")

    def label(self, unit: str) -> str:
        """Return the label of `unit`, in lower case; "" if it is not given."""
        return next((label.lower() for name, label in self.steps if name == unit), "")


@dataclass(frozen=True, slots=True)
class Group:
    """Places named together: ``Pasal 22 ayat (7) dan ayat (8), Pasal 35–37``."""

    start: int
    end: int
    places: tuple[Pinpoint, ...]


@lru_cache(maxsize=64)
def groups(words: str) -> tuple[Group, ...]:
    """Return the places named in `words`, in order; well-formed or nearly so."""
    return tuple(_groups(words))


def _groups(words: str) -> Iterator[Group]:
    reach = 0
    for start in _START.finditer(words):
        if start.start() < reach:
            continue
        places, reach = _read(words, start)
        yield Group(start.start(), reach, tuple(places))


def _first(start: re.Match[str]) -> Step:
    if start["annex"]:
        return "lampiran", start["roman"].upper()
    return "pasal", start["label"].replace(" ", "")


def _read(words: str, start: re.Match[str]) -> tuple[list[Pinpoint], int]:
    """Read from the first article on; every further one inherits what stands above it."""
    steps = [_first(start)]
    at, places = start.end(), list[Pinpoint]()
    while len(places) < _WIDEST:
        while step := _STEP.match(words, at):
            steps = [*_above(steps, step["unit"]), _step(step)]
            at = step.end()
        places.append(Pinpoint(tuple(steps)))
        joined = _JOIN.match(words, at)
        following = _following(words, joined, steps) if joined else None
        if joined is None or following is None:
            break
        after, at = following
        if joined["to"]:
            places.extend(_between(steps, after))
        steps = after
    return places, at


def _following(words: str, joined: re.Match[str], steps: list[Step]) -> tuple[list[Step], int] | None:
    """Return the steps of the next place of a list and where its first part ends."""
    at = joined.end()
    again = _START.match(words, at)
    if again:
        return [_first(again)], again.end()
    step = _STEP.match(words, at)
    if step and any(unit == _unit(step["unit"]) for unit, _ in steps):
        return [*_above(steps, step["unit"]), _step(step)], step.end()
    same = _SAME.match(words, at)
    if same:
        unit = steps[-1][0]
        bracketed = same["bracketed"] is not None
        if bracketed == (unit == "ayat"):
            return [*steps[:-1], (unit, same["bracketed"] or same["plain"])], same.end()
    return None


def _unit(word: str) -> str:
    return ENGLISH.get(word.lower(), word.lower())


def _step(match: re.Match[str]) -> Step:
    return _unit(match["unit"]), match["bracketed"] or match["plain"]


def _above(steps: list[Step], word: str) -> list[Step]:
    """Return what stands above a unit of that name: all before it, or all of them."""
    names = [unit for unit, _ in steps]
    unit = _unit(word)
    return steps[: names.index(unit)] if unit in names else steps


def _between(first: list[Step], last: list[Step]) -> Iterator[Pinpoint]:
    """Yield what lies between two ends of a range of numbers."""
    if len(first) != len(last) or first[-1][0] != last[-1][0]:
        return
    (unit, low), (_, high) = first[-1], last[-1]
    if low.isdigit() and high.isdigit() and int(high) - int(low) <= _WIDEST:
        yield from (Pinpoint((*last[:-1], (unit, str(number)))) for number in range(int(low) + 1, int(high)))


def attach(
    words: str, places: Sequence[Group], cited: Sequence[Citation]
) -> Iterator[tuple[Group, Citation | None]]:
    """Yield each group with the regulation that it belongs to: the one right behind it, or right before it."""
    starts = [citation.start for citation in cited]
    reaches = sorted((citation.reach, index) for index, citation in enumerate(cited))
    for group in places:
        yield group, _behind(words, group, cited, starts) or _before(words, group, cited, reaches)


def _behind(words: str, group: Group, cited: Sequence[Citation], starts: Sequence[int]) -> Citation | None:
    index = bisect_left(starts, group.end)
    if index == len(cited) or starts[index] - group.end > GAP:
        return None
    return cited[index] if _AFTER.match(words[group.end : starts[index]]) else None


def _before(
    words: str, group: Group, cited: Sequence[Citation], reaches: Sequence[tuple[int, int]]
) -> Citation | None:
    index = bisect_left(reaches, (group.start + 1, -1)) - 1
    if index < 0 or group.start - reaches[index][0] > GAP:
        return None
    near = cited[reaches[index][1]]
    return near if _BEFORE.match(words[reaches[index][0] : group.start]) else None
