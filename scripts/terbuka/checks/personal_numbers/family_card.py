"""The number of a family card (nomor KK): built like a NIK, so that the label decides."""

from __future__ import annotations

from collections.abc import Iterator

from terbuka.checks.personal_numbers import sixteen
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.personal_numbers.labels import Label
from terbuka.checks.personal_numbers.page import Page


def find(page: Page) -> Iterator[Found]:
    """Yield numbers that are called a family card's: sure with the build of one."""
    for number in sixteen.find(page):
        known = number.digits[:2] in sixteen.PROVINCES
        if known and page.label(number.start, number.end) is Label.FAMILY_CARD:
            sure = sixteen.has_build_of_resident(number.digits)
            yield Found(number.start, number.end, number.digits, sure)
    for number in sixteen.find_masked(page):
        if page.label(number.start, number.end) is Label.FAMILY_CARD:
            yield Found(number.start, number.end, number.digits, sure=False, masked=True)
