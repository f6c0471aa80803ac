"""The lists of explainers, clarifications, answers, campaigns and handbook pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from terbuka.portal.pages.cards import cards
from terbuka.portal.pages.page import Page, both, prefix, staged
from terbuka.portal.pages.paging import sheets
from terbuka.portal.site import Site, Staged
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.kinds.panduan import Handbook
from terbuka.words.kinds.registry import KINDS
from terbuka.words.kinds.tanya_jawab import Answer

INTRODUCTIONS: dict[str, Text] = {
    "kampanye": text("What each campaign wants to reach, what it costs the public, and what came of it."),
    "kebijakan": text("What rules mean for you, in plain words, with the articles they rest on."),
    "klarifikasi": text("When a false claim goes round, we say what is true and show how we know."),
    "panduan": text("How we write, review and answer. We work in the open, so this handbook is public."),
    "tanya-jawab": text("What people ask us most, answered once for everyone."),
}
"""Each kind of document that has a list of its own, and what stands above that list."""


def files(site: Site) -> Iterable[Staged]:
    """Make the pages of each list in each language."""
    for kind in INTRODUCTIONS:
        for language in site.office.languages:
            yield from _list(site, kind, language)


def _list(site: Site, kind_id: str, language: str) -> Iterable[Staged]:
    kind = KINDS[kind_id]
    documents = in_order(site, kind_id, language)
    url = f"{prefix(site, language)}{kind.url}/"
    # The handbook is numbered through, so it stays on one page.
    size = max(1, len(documents)) if kind_id == "panduan" else site.office.limits.news_per_page
    for sheet in sheets(documents, size, url, language):
        data: dict[str, Any] = {
            "cards": cards(site, list(sheet.items)),
            "paging": sheet.links,
            "numbered": kind_id == "panduan",
            "elsewhere": elsewhere(site, kind_id, language, f"{kind.url}/"),
        }
        page = Page(
            url=sheet.url,
            language=language,
            title=kind.plural.say(language),
            summary=INTRODUCTIONS[kind_id].say(language),
            template="list.html",
            data=data,
            section=kind.url,
            alternates=both(site, f"{kind.url}/") if sheet.number == 1 else {},
        )
        yield staged(site, page)


def in_order(site: Site, kind: str, language: str) -> list[Document]:
    """Return the documents of a kind: the handbook by its order, answers by demand, the rest newest first."""
    documents = site.of_kind(kind, language)
    return sorted(documents, key=_rank)


def _rank(document: Document) -> int:
    match document.meta:
        case Handbook(order=order):
            return order
        case Answer(asked=asked):
            return -asked
    return 0


def elsewhere(site: Site, kind: str, language: str, path: str) -> dict[str, str] | None:
    """Return a line and an address where more of a list can be read in the office's own language."""
    if language == site.office.language:
        return None
    missing = len(site.of_kind(kind, site.office.language)) - len(site.of_kind(kind, language))
    if missing <= 0:
        return None
    return {"words": text("{count} more in Indonesian", count=missing).say(language), "path": path}
