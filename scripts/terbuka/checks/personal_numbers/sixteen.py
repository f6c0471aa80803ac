"""Numbers of 16 digits: those of residents, family cards and, since 2024, taxpayers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from terbuka.checks.personal_numbers.page import GAP, Page

LENGTH = 16

# fmt: off
PROVINCES = frozenset({
    "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36",
    "51", "52", "53", "61", "62", "63", "64", "65", "71", "72", "73", "74", "75", "76", "81", "82",
    "91", "92", "93", "94", "95", "96", "99",
})
# fmt: on
"""The first two digits: a province, or 99 for residents registered abroad."""

# 16 digits together, or in the groups that people type: 4-4-4-4, 6-6-4, and 2.4.6.4 and 2.2.2.6.4 of old cards.
_SHAPE = re.compile(
    rf"(?:(?<!\w)|(?<=NIK)|(?<=KTP)|(?<=KK)|(?<=NPWP))(?<!\d[.,])(?:"
    rf"\d{{16}}|\d{{4}}(?:{GAP}\d{{4}}){{3}}|\d{{6}}{GAP}\d{{6}}{GAP}\d{{4}}|\d\d\.\d{{4}}\.\d{{6}}\.\d{{4}}"
    rf"|\d\d(?:{GAP}\d\d){{2}}{GAP}\d{{6}}{GAP}\d{{4}}"
    rf")(?!\w)(?![.,]\d)"
)
_SHORTEST, _LONGEST = 14, 20
"""Masked numbers are counted with the marks that cover them, which people do not count well."""

_LEAST_COVERED = 3

_SHOWN = 6
"""Digits that a masked number may show: the place of registration, and nothing of the date of birth."""


@dataclass(frozen=True, slots=True)
class Sixteen:
    """A number of 16 digits.

    Attributes:
        start: where it begins.
        end: where it ends.
        digits: without gaps.
    """

    start: int
    end: int
    digits: str


def find(page: Page) -> Iterator[Sixteen]:
    """Yield the numbers of 16 digits in the groups that are usual."""
    for match in page.matches(_SHAPE):
        yield Sixteen(match.start(), match.end(), re.sub(r"\D", "", match[0]))


def find_masked(page: Page) -> Iterator[Sixteen]:
    """Yield the numbers of about 16 digits, some covered, that show more than they may."""
    for run in page.runs:
        covered = run.digits.count("*")
        shown = len(run.digits) - covered
        if _SHORTEST <= len(run.digits) <= _LONGEST and covered >= _LEAST_COVERED and _SHOWN < shown < LENGTH:
            yield Sixteen(run.start, run.end, run.digits)


def has_build_of_resident(digits: str) -> bool:
    """Tell whether 16 digits can be a NIK: province, date of birth (women: day + 40) and serial."""
    day, month, year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12])
    day -= 40 if day > 40 else 0  # noqa: PLR2004  PP 40/2019 Pasal 31
    real = any(is_date(century + year, month, day) for century in (1900, 2000))
    return digits[:2] in PROVINCES and real and digits[12:] != "0000"


def is_date(year: int, month: int, day: int) -> bool:
    """Tell whether there was such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
