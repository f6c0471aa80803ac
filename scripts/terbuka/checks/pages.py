"""The page that explains a rule to staff, editors and lawyers; it lies beside the rule."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from terbuka.checks.rule import Family, Rule
from terbuka.office import Office
from terbuka.text import Text, text

RULES_FOLDER = Path(__file__).parent / "rules"

LANGUAGE = "id"
"""The pages are written for the people who write in Indonesian."""

PORTAL_FOLDER = "panduan/aturan/"
"""Where the portal shows the pages, below its own address."""

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


def address(rule_id: str, office: Office) -> str | None:
    """Return where the portal of `office` shows the page of a rule, or of ``allow``; None if it does not."""
    return f"{office.base}{PORTAL_FOLDER}{rule_id}/" if office.language == LANGUAGE else None


def silencing_page() -> str:
    """Return the page about comments and entries that silence rules."""
    return (RULES_FOLDER / "allow.md").read_text(encoding="utf-8")
