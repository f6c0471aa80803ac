"""Bank accounts: only the label tells them from other numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks.personal_numbers import luhn, mobile
from terbuka.checks.personal_numbers.found import Found
from terbuka.checks.personal_numbers.labels import Label
from terbuka.checks.personal_numbers.page import Page, Run

SHORTEST, LONGEST = 10, 16
"""Digits: BCA, BNI and BSI have 10, Mandiri 13, BRI 15, BTN 16."""

_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d\d)?")
_BUDGET = re.compile(r"[1-9]\.\d{1,2}\.\d{1,2}\.")
_MONEY_BEFORE = re.compile(r"(?:Rp|IDR|USD|\$)\.?[ \u00a0]?$")


def find(page: Page) -> Iterator[Found]:
    """Yield numbers that are called a bank account."""
    for run in page.runs:
        digits = run.digits.rstrip("*")
        if not SHORTEST <= len(digits) <= LONGEST or "*" in digits:
            continue
        if not _is_other(page, run, digits) and page.label(run.start, run.end) is Label.ACCOUNT:
            yield Found(run.start, run.end, digits, sure=False)


def bare(number: str) -> str:
    """Return the digits of an account number."""
    return re.sub(r"\D", "", number)


def _is_other(page: Page, run: Run, digits: str) -> bool:
    """Tell whether it is an amount, a budget code, a phone number or a payment card."""
    words = page.text[run.start : run.end]
    before = page.text[max(0, run.start - 5) : run.start]
    return (
        _AMOUNT.fullmatch(words) is not None
        or _BUDGET.match(words) is not None
        or _MONEY_BEFORE.search(before) is not None
        or "/" in words
        or before.endswith(("(", "/", "+"))
        or mobile.has_build(digits)
        or (luhn.is_card(digits) and len(words) > len(digits))
    )
