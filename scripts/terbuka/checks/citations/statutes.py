"""The laws and government regulations that there are, as far as a list of public texts tells.

It reaches from 1945 to early 2023 and has gaps, so a number that is not in it proves little. Only far beyond the
last number of a year that it holds almost whole can one be sure that there is no such regulation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("statutes.tsv")

Key = tuple[str, int, int]
"""Type, number and year: ``("UU", 14, 2008)``."""

MARGIN = 10
"""Numbers. What may be missing at the end of a year that is otherwise whole."""

LAST_WHOLE_YEAR = 2022


@dataclass(frozen=True)
class Statutes:
    """The list.

    Attributes:
        titles: every title under type, number and year; "" where it was not legible. In capitals.
        last: the highest number of each type and year that the list holds almost whole.
    """

    titles: Mapping[Key, str]
    last: Mapping[tuple[str, int], int]

    def title(self, kind: str, number: str, year: int) -> str | None:
        """Return the title of a regulation, "" if it is not legible; None if the list does not know it."""
        return self.titles.get((kind, int(number), year)) if number.isdigit() else None

    def surely_none(self, kind: str, number: str, year: int) -> bool:
        """Tell whether there can be no such regulation: its number lies far beyond the last one of its year."""
        last = self.last.get((kind, year))
        return last is not None and number.isdigit() and int(number) > last + MARGIN


@cache
def load() -> Statutes:
    """Return the list; read once."""
    titles: dict[Key, str] = {}
    numbers: dict[tuple[str, int], set[int]] = defaultdict(set)
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, number, year, title = line.split("\t")
            titles[kind, int(number), int(year)] = title
            numbers[kind, int(year)].add(int(number))
    whole = {
        key: max(found)
        for key, found in numbers.items()
        if key[1] <= LAST_WHOLE_YEAR and len(found) >= 0.95 * max(found)
    }
    return Statutes(titles, whole)


_SMALL = frozenset(
    {
        "antara",
        "atas",
        "bagi",
        "dalam",
        "dan",
        "dari",
        "dengan",
        "di",
        "ke",
        "kepada",
        "oleh",
        "pada",
        "serta",
        "tentang",
        "terhadap",
        "untuk",
        "yang",
    }
)


def readable(title: str) -> str:
    """Return a title of the list, which is in capitals, as people write it."""
    words = title.lower().split()
    return " ".join(word if word in _SMALL else word.title() for word in words)
