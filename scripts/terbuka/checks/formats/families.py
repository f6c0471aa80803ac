"""The family of a finding's rule, for formats that group or grade by it."""

from __future__ import annotations

from terbuka.checks.finding import Finding
from terbuka.checks.rule import Family


def family_of(finding: Finding) -> Family | None:
    """Return the family of the rule; None for ``allow``, which is about all of them."""
    from terbuka.checks.registry import RULES  # noqa: PLC0415  formats that do not ask must not wait for the rules

    rule = RULES.get(finding.rule)
    return rule.FAMILY if rule else None
