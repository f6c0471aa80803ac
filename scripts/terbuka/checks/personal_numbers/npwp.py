"""The number of a taxpayer (NPWP) who is a person, in its old and new form.

Old: 15 digits ``TT.NNN.NNN.C-KKK.BBB``. The second T tells persons (4 to 9) from treasuries and companies (0 to
3), C is the check digit of the eight before it (metacpan.org/pod/Business::ID::NPWP; OECD, Indonesia TIN).
New, from PMK 112/PMK.03/2022: a resident's is the NIK, others have 0 and the old number; NITKU, the number of a
place of business, adds six digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks.personal_numbers import luhn, sixteen
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.personal_numbers.labels import Label
from terbuka.checks.personal_numbers.page import Page

_FORM = re.compile(r"(?<![\w.-])\d\d\.\d{3}\.\d{3}\.\d[.-]\d{3}\.\d{3}(?![\w-])(?!\.\d)")
_OLD, _PLACE = 15, 22
_PERSONS = frozenset("456789")


def find(page: Page) -> Iterator[Found]:
    """Yield the numbers of persons: sure with the label and a sound check digit, or the build of a NIK."""
    seen: set[int] = set()
    for match in page.matches(_FORM):
        digits = re.sub(r"\D", "", match[0])
        seen.add(match.start())
        if digits[1] in _PERSONS:
            labelled = page.label(match.start(), match.end()) is Label.TAX
            yield Found(match.start(), match.end(), digits, labelled and _is_sound(digits))
    for run in page.runs:
        digits = run.digits.rstrip("*")
        if run.start in seen or len(digits) not in (_OLD, sixteen.LENGTH, _PLACE) or "*" in digits:
            continue
        if page.label(run.start, run.end) is Label.TAX and _is_person(digits):
            yield Found(run.start, run.end, digits, sure=len(digits) != _OLD or _is_sound(digits))


def _is_sound(digits: str) -> bool:
    return luhn.sound(digits[:9])


def _is_person(digits: str) -> bool:
    """Tell whether digits that are called an NPWP can be a person's."""
    if len(digits) == _OLD:
        return digits[1] in _PERSONS
    whole = digits[: sixteen.LENGTH]
    return sixteen.has_build_of_resident(whole) or (
        whole[0] == "0" and whole[2] in _PERSONS and _is_sound(whole[1:])
    )
