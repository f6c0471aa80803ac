"""The page that explains a rule to staff, editors and lawyers; it lies beside the rule."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from terbuka.checks.rule import Family, Rule
from terbuka.text import Text, text

RULES_FOLDER = Path(__file__).parent / "rules"

FAMILIES: Mapping[Family, Text] = MappingProxyType(
    {
        Family.ACCESSIBILITY: text("Accessibility"),
        Family.HOAX: text("Hoax hygiene"),
        Family.LAW: text("Law"),
        Family.LIFECYCLE: text("Front matter and life cycle"),
        Family.LINKS: text("Links"),
        Family.PRIVACY: text("Personal data"),
        Family.READABILITY: text("Readability"),
        Family.SOCIAL: text("Social media"),
        Family.STYLE: text("Style"),
        Family.TRANSLATION: text("Translation"),
    }
)


def page_of(rule: Rule) -> str:
    """Return the page of `rule` as Markdown, in the language of those who write."""
    name = rule.ID.replace("-", "_")
    return (RULES_FOLDER / rule.FAMILY / f"{name}.md").read_text(encoding="utf-8")


def silencing_page() -> str:
    """Return the page about comments and entries that silence rules."""
    return (RULES_FOLDER / "allow.md").read_text(encoding="utf-8")
