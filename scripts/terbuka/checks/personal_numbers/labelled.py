"""Numbers with hardly any build: passports, driving licences, social insurance. Only the label tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks.personal_numbers import mobile
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.personal_numbers.labels import Label
from terbuka.checks.personal_numbers.page import Page

_PASSPORT = re.compile(r"(?<![\w/.-])(?:[A-Z][ -]?\d{7}|[A-Z]{2}[ -]?\d{6})(?![\w/-])(?!\.\d)")
_LICENCE = (12, 14, 16)
_HEALTH, _WORK = 13, 11


def find_passports(page: Page) -> Iterator[Found]:
    """Yield a letter and seven digits, or two letters and six, that are called a passport."""
    if "paspor" not in page.lower and "passport" not in page.lower:
        return
    for match in _PASSPORT.finditer(page.text):
        if page.label(match.start(), match.end()) is Label.PASSPORT:
            yield Found(match.start(), match.end(), re.sub("[ -]", "", match[0]).lower(), sure=False)


def find_licences(page: Page) -> Iterator[Found]:
    """Yield 12, 14 or 16 digits that are called a driving licence (SIM)."""
    yield from _find(page, Label.LICENCE, _LICENCE)


def find_insurance(page: Page) -> Iterator[Found]:
    """Yield 13 digits that are called BPJS Kesehatan, and 11 that are called BPJS Ketenagakerjaan."""
    yield from _find(page, Label.HEALTH, (_HEALTH,))
    yield from _find(page, Label.WORK, (_WORK,))


def _find(page: Page, label: Label, lengths: tuple[int, ...]) -> Iterator[Found]:
    for run in page.runs:
        digits = run.digits.rstrip("*")
        if len(digits) in lengths and "*" not in digits and not mobile.has_build(digits):
            apart = "/" in page.text[run.start : run.end] or page.text[max(0, run.start - 2) : run.start] == "Rp"
            if not apart and page.label(run.start, run.end) is label:
                yield Found(run.start, run.end, digits, sure=False)
