"""The check digit of ISO/IEC 7812, and what payment cards begin with."""

from __future__ import annotations

import re

_ISSUERS = re.compile(
    r"(?P<amex>3[47])|(?P<jcb>35(?:2[89]|[3-8]\d))|(?P<visa>4)"
    r"|(?P<mastercard>5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720))|(?P<other>6(?:011|2|4[4-9]|5))"
)
_LENGTHS = {"amex": (15,), "jcb": (16,), "visa": (13, 16, 19), "mastercard": (16,), "other": (16, 17, 18, 19)}


def sound(digits: str) -> bool:
    """Tell whether the last of `digits` is the check digit of the others."""
    doubled = (int(digit) * (1 + index % 2) for index, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0  # noqa: PLR2004


def is_card(digits: str) -> bool:
    """Tell whether it may be a payment card: an issuer's prefix, its length, and a sound check digit."""
    issuer = _ISSUERS.match(digits)
    return issuer is not None and len(digits) in _LENGTHS[str(issuer.lastgroup)] and sound(digits)
