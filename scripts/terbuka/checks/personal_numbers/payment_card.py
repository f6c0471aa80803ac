"""Payment cards: an issuer's prefix, the length and the check digit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks.personal_numbers import luhn
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.personal_numbers.labels import Label
from terbuka.checks.personal_numbers.page import Page

_NUMBER = re.compile(
    r"(?<!\w)(?<!\d[.,])(?:\d{4}(?P<gap>[ \u00a0-])\d{4}(?P=gap)\d{4}(?P=gap)\d{1,7}"
    r"|3[47]\d\d[ \u00a0-]\d{6}[ \u00a0-]\d{5}|\d{13,19})(?!\w)(?![.,]\d)"
)
_OTHERS = frozenset({Label.OTHER, Label.RESIDENT, Label.FAMILY_CARD, Label.TAX, Label.STAFF, Label.HEALTH})
_USUAL = (15, 16)
"""Lengths of cards that are found without a label; other numbers of other lengths are more common."""

TEST_NUMBERS = frozenset(
    {
        "378282246310005",
        "371449635398431",
        "4000056655665556",
        "4012888888881881",
        "4111111111111111",
        "4222222222222",
        "4242424242424242",
        "5105105105105100",
        "5200828282828210",
        "5555555555554444",
        "6011111111111117",
        "3530111333300000",
    }
)
"""Numbers that payment services publish for trying out their forms; they belong to nobody."""


def find(page: Page) -> Iterator[Found]:
    """Yield numbers of payment cards: sure beside a label or in groups, as cards show them."""
    for match in page.matches(_NUMBER):
        digits = re.sub(r"\D", "", match[0])
        if not luhn.is_card(digits) or digits in TEST_NUMBERS:
            continue
        label = page.label(match.start(), match.end())
        labelled, grouped = label is Label.CARD, len(match[0]) > len(digits)
        if labelled or (label not in _OTHERS and len(digits) in _USUAL):
            yield Found(match.start(), match.end(), digits, sure=labelled or grouped)
