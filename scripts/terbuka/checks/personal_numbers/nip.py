"""The number of a civil servant (NIP): date of birth, month of appointment, sex and serial."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.personal_numbers.page import GAP, Page
from terbuka.checks.personal_numbers.sixteen import is_date

_NUMBER = re.compile(
    rf"(?:(?<!\w)|(?<=NIP))(?<!\d[.,])\d{{8}}{GAP}?\d{{6}}{GAP}?[12]{GAP}?\d{{3}}(?!\w)(?![.,]\d)"
)
_CONTRACT = 21
"""Where others have the month, staff on a contract (PPPK) have 21."""

_YOUNGEST, _OLDEST = 15, 60
"""Years of age at the appointment; wider than the law, because a mistake is safer than a miss."""


def find(page: Page) -> Iterator[Found]:
    """Yield numbers with the build of a NIP."""
    for match in page.matches(_NUMBER):
        digits = re.sub(r"\D", "", match[0])
        if has_build(digits):
            yield Found(match.start(), match.end(), digits, sure=False)


def has_build(digits: str) -> bool:
    """Tell whether 18 digits are a NIP: a real day of birth, a possible month of appointment, a serial."""
    born, begun, month = int(digits[:4]), int(digits[8:12]), int(digits[12:14])
    real = born >= 1900 and is_date(born, int(digits[4:6]), int(digits[6:8]))  # noqa: PLR2004
    apt = _YOUNGEST <= begun - born <= _OLDEST and (1 <= month <= 12 or month == _CONTRACT)  # noqa: PLR2004
    return real and apt and digits[15:] != "000"
