"""Every rule, alphabetically. A new rule is one file, its page, its sample, and one line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from terbuka.checks.rule import Rule
from terbuka.checks.rules import (
    alt_text,
    front_matter,
    internal_link,
    message_length,
    mobile_number,
    nik,
    regulation_status,
    review_date,
    style,
)

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "alt-text": alt_text,
        "front-matter": front_matter,
        "internal-link": internal_link,
        "message-length": message_length,
        "mobile-number": mobile_number,
        "nik": nik,
        "regulation-status": regulation_status,
        "review-date": review_date,
        "style": style,
    }
)
