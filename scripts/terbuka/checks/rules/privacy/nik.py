"""The number of a resident (NIK) never stands in what the office publishes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from terbuka.checks import rule, source
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
from terbuka.text import text
from terbuka.words.document import Document

ID = "nik"
FAMILY = Family.PRIVACY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No resident's number (NIK) or family card number is published.")
SOURCE = "UU 27/2022 Pasal 65 ayat (2); UU 24/2013 Pasal 95A; PP 40/2019 Pasal 31"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

# fmt: off
PROVINCES = frozenset({
    "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36",
    "51", "52", "53", "61", "62", "63", "64", "65", "71", "72", "73", "74", "75", "76", "81", "82",
    "91", "92", "93", "94", "95", "96", "99",
})
# fmt: on
"""The first two digits: a province, or 99 for residents registered abroad."""

# 16 digits together, or in the groups that people type: 4-4-4-4, 6-6-4, and 2.4.6.4 of old cards.
_GAP = "[ \u00a0.\u2010-\u2013-]"
_SIXTEEN = re.compile(
    rf"(?:(?<!\w)|(?<=NIK)|(?<=KTP))(?<!\d[.,])(?:"
    rf"\d{{16}}|\d{{4}}(?:{_GAP}\d{{4}}){{3}}|\d{{6}}{_GAP}\d{{6}}{_GAP}\d{{4}}|\d\d\.\d{{4}}\.\d{{6}}\.\d{{4}}"
    rf")(?!\w)(?![.,]\d)"
)
_LABEL = re.compile(
    r"(?<![^\W\d_])(?:NIK|KTP|e-KTP|KK|nomor induk kependudukan|kartu tanda penduduk|kartu keluarga"
    r"|no(?:mor|\.)? identitas|population (?:id|number)|identity (?:card|number))(?![^\W\d_])",
    re.I,
)
_OTHER_NUMBER = re.compile(
    r"\b(?:invoice|faktur|resi|rekening|ISBN|ISSN|RUP|SIRUP|LPSE|VA|virtual account"
    r"|kode (?:billing|bayar)|NTPN)\b",
    re.I,
)
_CARD = re.compile(r"3(?:4|7|5(?:2[89]|[3-8]\d))|4|5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|6(?:011|2|4[4-9]|5)")


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield numbers with the build of a NIK: an error beside a label such as NIK or KTP, else a warning."""
    lines = source.lines(context.root, document.path)
    for index, line in enumerate(lines):
        for match in _SIXTEEN.finditer(line):
            digits = re.sub(r"\D", "", match[0])
            if not has_build_of_nik(digits):
                continue
            around = _paragraph(lines, index)
            labelled = _LABEL.search(around) is not None
            if labelled or not (_OTHER_NUMBER.search(around) or _is_card(digits)):
                yield _finding(Place(document.path, index + 1, match.start() + 1), labelled=labelled)


def has_build_of_nik(digits: str) -> bool:
    """Tell whether 16 digits can be a NIK: province, date of birth (women: day + 40) and serial."""
    day, month, year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12])
    day -= 40 if day > 40 else 0  # noqa: PLR2004  PP 40/2019 Pasal 31
    real = any(_is_date(century + year, month, day) for century in (1900, 2000))
    return digits[:2] in PROVINCES and real and digits[12:] != "0000"


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_card(digits: str) -> bool:
    """Tell whether it is a payment card: an issuer's prefix and a sound Luhn digit."""
    doubled = [int(digit) * (2 if index % 2 == 0 else 1) for index, digit in enumerate(digits)]
    return bool(_CARD.match(digits)) and sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0  # noqa: PLR2004


def _paragraph(lines: Sequence[str], index: int) -> str:
    """Return the lines around line `index` up to the next blank ones: a label often heads a table."""
    first = last = index
    while first > 0 and lines[first - 1].strip():
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].strip():
        last += 1
    return "\n".join(lines[first : last + 1])


def _finding(place: Place, *, labelled: bool) -> Finding:
    what = (
        text("A resident's number (NIK) or family card number stands here.")
        if labelled
        else text("This number has the build of a resident's number (NIK).")
    )
    to_do = (
        text("Remove the whole number, also from the history of this change; masking a part is not enough.")
        if labelled
        else text("Remove it if it is one; otherwise say beside it what it is, or allow it with the reason.")
    )
    return Finding(ID, Severity.ERROR if labelled else Severity.WARNING, place, what, to_do, SOURCE)
