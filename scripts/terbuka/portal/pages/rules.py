"""The handbook's pages about the checks: one a rule, and a list by family."""

from __future__ import annotations

import re
from collections.abc import Iterable

from terbuka.checks import pages
from terbuka.checks.registry import RULES
from terbuka.checks.rule import Family, Rule
from terbuka.portal.pages.page import Page, staged
from terbuka.portal.site import Site, Staged
from terbuka.text import text
from terbuka.words.kinds.registry import KINDS

LANGUAGE = pages.LANGUAGE

HANDBOOK = "panduan"

FOLDER = pages.PORTAL_FOLDER

_TITLE = re.compile(r"^# .*\n+")


def files(site: Site) -> Iterable[Staged]:
    """Make the pages, if the office writes in their language."""
    if site.office.language != LANGUAGE:
        return
    yield _list(site)
    for rule in RULES.values():
        yield staged(site, _page(rule.ID, rule.SUMMARY.say(LANGUAGE), pages.page_of(rule)))
    title = text("Silencing a rule").say(LANGUAGE)
    yield staged(site, _page("allow", title, pages.silencing_page()))


def _page(name: str, summary: str, body: str) -> Page:
    handbook = KINDS[HANDBOOK].plural.say(LANGUAGE)
    title = text("Rules of the checks").say(LANGUAGE)
    return Page(
        url=f"{FOLDER}{name}/",
        language=LANGUAGE,
        title=name,
        summary=summary,
        template="plain.html",
        section=HANDBOOK,
        crumbs=((handbook, f"{HANDBOOK}/"), (title, FOLDER)),
        body=_TITLE.sub("", body, count=1),
        searchable=True,
    )


def _list(site: Site) -> Staged:
    handbook = KINDS[HANDBOOK].plural.say(LANGUAGE)
    summary = text("What is checked before anybody else reads it: {count} rules.", count=len(RULES))
    blocks = [_family(family) for family in Family if any(rule.FAMILY is family for rule in RULES.values())]
    silencing = text("How a finding is silenced, with a reason: {link}.", link="[`allow`](allow/index.md)")
    page = Page(
        url=FOLDER,
        language=LANGUAGE,
        title=text("Rules of the checks").say(LANGUAGE),
        summary=summary.say(LANGUAGE),
        template="plain.html",
        section=HANDBOOK,
        crumbs=((handbook, f"{HANDBOOK}/"),),
        body="\n\n".join([*blocks, silencing.say(LANGUAGE)]) + "\n",
        searchable=True,
    )
    return staged(site, page)


def _family(family: Family) -> str:
    rules = [rule for rule in RULES.values() if rule.FAMILY is family]
    rows = [_row(rule) for rule in rules]
    return "\n".join([f"## {pages.FAMILIES[family].say(LANGUAGE)}", "", *rows])


def _row(rule: Rule) -> str:
    return f"- [`{rule.ID}`]({rule.ID}/index.md): {rule.SUMMARY.say(LANGUAGE)}"
