"""The rules as SARIF describes them: what each is, why, and where its page is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from terbuka.checks import pages
from terbuka.checks.finding import Severity
from terbuka.checks.rule import Rule
from terbuka.office import Office
from terbuka.text import text

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}

MOST = 1_000
"""Characters of a description; GitHub shows 1,024."""

_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "recommendation"}
"""What GitHub sorts its alerts by."""

_FIRST_PARAGRAPH = re.compile(r"^## [^\n]+\n+(?P<words>.*?)(?=\n\n|\Z)", re.M | re.S)
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")


def descriptors(found: Collection[str], office: Office, language: str) -> list[dict[str, Any]]:
    """Return every rule, and ``allow``, in alphabetical order; also what is in `found` and no rule any more."""
    from terbuka.checks.registry import RULES  # noqa: PLC0415  other formats must not wait for the rules

    silencing = ["allow"]
    names = sorted({*RULES, *silencing, *found})
    return [dict(_descriptor(name, RULES.get(name), office, language)) for name in names]


def _descriptor(name: str, rule: Rule | None, office: Office, language: str) -> Iterator[tuple[str, Any]]:
    yield "id", name
    page = pages.page_of(rule) if rule else pages.silencing_page() if name == "allow" else ""
    if not page:
        return
    summary = rule.SUMMARY if rule else text("Silencing a rule")
    yield "shortDescription", {"text": message(summary.say(language))}
    yield "fullDescription", {"text": message(_what_it_looks_at(page))}
    address = pages.address(name, office)
    if address:
        yield "helpUri", address
    yield "help", {"text": message(page), "markdown": message(page)}
    if rule:
        yield "defaultConfiguration", {"level": LEVELS[rule.SEVERITY]}
        tags = {"tags": [rule.FAMILY.value], "problem.severity": _PROBLEMS[rule.SEVERITY]}
        yield "properties", tags | ({"source": rule.SOURCE} if rule.SOURCE else {})


def _what_it_looks_at(page: str) -> str:
    """Return the first paragraph of a rule's page as plain words."""
    first = _FIRST_PARAGRAPH.search(page)
    words = " ".join(first["words"].split()) if first else ""
    shown = _LINK.sub(r"\1", words).replace("`", "").replace("**", "")
    return shown if len(shown) <= MOST else f"{shown[: MOST - 1].rsplit(' ', 1)[0]}…"


def message(words: str) -> str:
    """Return `words` as SARIF says them: braces would hold the place of a value, brackets a link.

    SARIF 2.1.0, 3.11.5 and 3.11.6.
    """
    return words.replace("{", "{{").replace("}", "}}").replace("](", "]\N{ZERO WIDTH NON-JOINER}(")
