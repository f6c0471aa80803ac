"""Mobile numbers of Indonesia."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.personal_numbers.page import GAP, Page

PREFIXES = frozenset(
    [f"{prefix}" for prefix in range(811, 820)]  # Telkomsel, Indosat, XL
    + ["821", "822", "823", "851", "852", "853"]  # Telkomsel
    + ["855", "856", "857", "858"]  # Indosat
    + ["859", "877", "878", "879", "831", "832", "833", "838"]  # XL, Axis
    + [f"{prefix}" for prefix in range(881, 890)]  # Smartfren
    + ["895", "896", "897", "898", "899"]  # Tri
)
"""The three digits behind the 0 that Indonesian mobile operators use."""

# 10 to 13 digits with the leading 0. Not inside words, amounts, or longer numbers.
_NUMBER = re.compile(
    rf"(?<![\w+])(?<!\d[.,\-])(?:\(?(?:\+|00)?62\)?{GAP}?(?:\(0\){GAP}?)?|\(?0)(?P<rest>8\d\d\)?(?:{GAP}?\d){{6,9}})"
    rf"(?!\w)(?![.,\-]\d)"
)
_SIGNS_BEFORE = 2


def find(page: Page) -> Iterator[Found]:
    """Yield mobile numbers; their value is what follows the country code or the leading 0."""
    for match in page.matches(_NUMBER, behind=_SIGNS_BEFORE):
        digits = bare(match["rest"])
        if digits[:3] in PREFIXES:
            yield Found(match.start(), match.end(), digits, sure=True)


def bare(number: str) -> str:
    """Return the digits without country code and leading zero."""
    return re.sub(r"\D", "", number).removeprefix("00").removeprefix("62").lstrip("0")


def has_build(digits: str) -> bool:
    """Tell whether digits without gaps are a mobile number, with country code or leading 0."""
    rest = bare(digits)
    return digits[:1] in ("0", "6") and rest[:3] in PREFIXES and 9 <= len(rest) <= 12  # noqa: PLR2004
