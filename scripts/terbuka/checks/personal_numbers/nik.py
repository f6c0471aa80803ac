"""The number of a resident (NIK)."""

from __future__ import annotations

from collections.abc import Iterator

from terbuka.checks.personal_numbers import luhn, sixteen
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.personal_numbers.labels import Label
from terbuka.checks.personal_numbers.page import Page

_NOT_ONE = frozenset({Label.ACCOUNT, Label.CARD, Label.FAMILY_CARD, Label.LICENCE, Label.OTHER, Label.TAX})
"""Labels of other numbers of 16 digits; each has its own finder, or is nobody's number."""


def find(page: Page) -> Iterator[Found]:
    """Yield numbers with the build of a NIK: sure beside a label such as NIK or KTP."""
    for number in sixteen.find(page):
        if not sixteen.has_build_of_resident(number.digits):
            continue
        label = page.label(number.start, number.end)
        doubtful = label in _NOT_ONE and Label.RESIDENT in page.labels_before(number.start)
        if label is Label.RESIDENT or label not in _NOT_ONE | {None} or doubtful:
            yield Found(number.start, number.end, number.digits, sure=label is Label.RESIDENT)
        elif label is None and not luhn.is_card(number.digits):
            yield Found(number.start, number.end, number.digits, sure=False)
    for number in sixteen.find_masked(page):
        if page.label(number.start, number.end) is Label.RESIDENT:
            yield Found(number.start, number.end, number.digits, sure=False, masked=True)
