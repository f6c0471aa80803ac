"""A date falls on the day of the week that is named with it, and exists."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from terbuka.checks import own_words, rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.own_words import Words
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.vocabulary import mentions
from terbuka.text import text
from terbuka.words.document import Document

ID = "weekday"
FAMILY = Family.STYLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Dates exist, and fall on the day of the week that is named with them.")
SOURCE = ""
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

_DAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    "id": (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
_NAMES = {language: frozenset(month.lower() for month in months) for language, months in _MONTHS.items()}
_NEAR = 150
"""Days from the date of the document within which a date without a year is taken to be."""

_BEFORE = 48


_DATE = {
    language: re.compile(rf"(?P<day>\d\d?) (?P<month>{'|'.join(months)})\b(?: (?P<year>(?:19|20)\d\d)\b)?")
    for language, months in _MONTHS.items()
}
_WEEKDAY = {
    language: re.compile(rf"\b(?P<weekday>{'|'.join(days)}),? (?:tanggal )?\Z") for language, days in _DAYS.items()
}
_PART_OF_MORE = re.compile(r"[\w.,/–-]\Z")
_JOINED = re.compile(
    rf"(?:{'|'.join(day for days in _DAYS.values() for day in days)})"
    r"(?:[–/-]|,? (?:dan|sampai|hingga|atau|serta|and|to|or) )\Z"
)
"""Before a day: it is the last one of several, and the date may belong to another."""


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield dates that do not exist, and those that fall on another day."""
    del context
    if not mentions(document.text, _NAMES[document.language]):
        return
    for words in own_words.of(document):
        for match in _DATE[document.language].finditer(words.text):
            yield from _judge(match, words, document)


def _judge(match: re.Match[str], words: Words, document: Document) -> Iterator[Finding]:
    before = words.text[max(0, match.start() - _BEFORE) : match.start()]
    if _PART_OF_MORE.search(before):
        return
    language = document.language
    month, day = _MONTHS[language].index(match["month"]) + 1, int(match["day"])
    # Without a year, 29 February exists, and “40 May apply” is no date.
    longest = monthrange(int(match["year"]) if match["year"] else 2000, month)[1]
    if 1 <= day <= longest:
        named = _WEEKDAY[language].search(before)
        if named and not _JOINED.search(before[: named.start()]):
            yield from _compare(match, match.start() - len(named[0]), named["weekday"], words, document)
    elif match["year"] or match["month"] != "May":
        yield Finding(
            ID,
            SEVERITY,
            words.place(match.start()),
            text("The date “{date}” does not exist.", date=match[0]),
            text("Look the date up and correct it."),
        )


def _compare(match: re.Match[str], start: int, said: str, words: Words, document: Document) -> Iterator[Finding]:
    month, day = _MONTHS[document.language].index(match["month"]) + 1, int(match["day"])
    year = int(match["year"]) if match["year"] else _nearest(document, month, day)
    if year is None:
        return
    true = _DAYS[document.language][date(year, month, day).weekday()]
    if true != said:
        yield Finding(
            ID,
            SEVERITY if match["year"] else Severity.WARNING,
            words.place(start),
            text(
                "{date} in the year {year} is a {true}, not a {said}.",
                date=f"{day} {match['month']}",
                year=str(year),
                true=true,
                said=said,
            ),
            text("Find out which of the two is right, and correct the other."),
        )


def _nearest(document: Document, month: int, day: int) -> int | None:
    """Return the year in which the day is nearest to the date of the document; None if nobody can say."""
    if document.meta is None:
        return None
    around = document.meta.date
    years = [year for year in range(around.year - 1, around.year + 2) if day <= monthrange(year, month)[1]]
    near = [year for year in years if abs((date(year, month, day) - around).days) <= _NEAR]
    return near[0] if len(near) == 1 else None
