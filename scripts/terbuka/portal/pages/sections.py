"""The lists of all kinds but news: explainers, clarifications, answers, campaigns, the handbook and what comes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from terbuka.portal.pages import rules
from terbuka.portal.pages.cards import cards
from terbuka.portal.pages.page import Page, both, prefix, staged
from terbuka.portal.pages.paging import sheets
from terbuka.portal.site import Site, Staged
from terbuka.text import text
from terbuka.words.document import Document
from terbuka.words.kinds.kind import Kind
from terbuka.words.kinds.panduan import Handbook
from terbuka.words.kinds.registry import KINDS
from terbuka.words.kinds.tanya_jawab import Answer


def files(site: Site) -> Iterable[Staged]:
    """Make the pages of each list in each language."""
    for kind in KINDS.values():
        if not kind.url or kind.by_year:  # standing pages have no list; news has one by year
            continue
        for language in site.office.languages:
            yield from _list(site, kind, language)


def _list(site: Site, kind: Kind, language: str) -> Iterable[Staged]:
    documents = in_order(site, kind.id, language)
    url = f"{prefix(site, language)}{kind.url}/"
    # The handbook is numbered through, so it stays on one page.
    size = max(1, len(documents)) if kind.id == "panduan" else site.office.limits.news_per_page
    for sheet in sheets(documents, size, url, language):
        data: dict[str, Any] = {
            "cards": cards(site, list(sheet.items)),
            "paging": sheet.links,
            "numbered": kind.id == "panduan",
            "elsewhere": elsewhere(site, kind.id, language, f"{kind.url}/"),
            "more": _rules(language) if kind.id == rules.HANDBOOK else None,
        }
        page = Page(
            url=sheet.url,
            language=language,
            title=kind.plural.say(language),
            summary=kind.introduction.say(language),
            template="list.html",
            data=data,
            section=kind.url,
            alternates=both(site, f"{kind.url}/") if sheet.number == 1 else {},
        )
        yield staged(site, page)


def _rules(language: str) -> dict[str, str] | None:
    """Return a line and an address: the pages about the checks belong to the handbook."""
    if language != rules.LANGUAGE:
        return None
    return {"words": text("The rules of the checks, one page each").say(language), "path": rules.FOLDER}


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
