"""News: all of it, and by year."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from terbuka.portal.pages.cards import cards, topic_link
from terbuka.portal.pages.page import Page, both, prefix, staged
from terbuka.portal.pages.paging import sheets
from terbuka.portal.pages.sections import elsewhere
from terbuka.portal.site import Site, Staged
from terbuka.text import text
from terbuka.words.document import Document, public_since
from terbuka.words.kinds.berita import KIND


def files(site: Site) -> Iterable[Staged]:
    """Make the list of all news and one list a year, in each language."""
    for language in site.office.languages:
        news = site.of_kind(KIND.id, language)
        yield from _list(site, language, news, None)
        for year in years(site, language):
            yield from _list(site, language, [d for d in news if _year(site, d) == year], year)


def years(site: Site, language: str) -> list[int]:
    """Return the years that have news, newest first."""
    return sorted({_year(site, document) for document in site.of_kind(KIND.id, language)}, reverse=True)


def _year(site: Site, document: Document) -> int:
    return public_since(document, site.office.zone).year


def _list(site: Site, language: str, news: list[Document], year: int | None) -> Iterable[Staged]:
    top = f"{prefix(site, language)}{KIND.url}/"
    inside = f"{KIND.url}/{year}/" if year else f"{KIND.url}/"
    plural = KIND.plural.say(language)
    title = text("News from {year}", year=year).say(language) if year else plural
    for sheet in sheets(news, site.office.limits.news_per_page, prefix(site, language) + inside, language):
        data: dict[str, Any] = {
            "cards": cards(site, list(sheet.items)),
            "paging": sheet.links,
            "years": [{"name": str(y), "path": f"{top}{y}/", "here": y == year} for y in years(site, language)],
            "topics": [topic_link(site, topic, language) for topic in site.office.topics],
            "elsewhere": elsewhere(site, KIND.id, language, f"{KIND.url}/"),
        }
        page = Page(
            url=sheet.url,
            language=language,
            title=title,
            summary=KIND.introduction.say(language),
            template="list.html",
            data=data,
            section=KIND.url,
            crumbs=((plural, top),) if year else (),
            alternates=_alternates(site, inside, year) if sheet.number == 1 else {},
        )
        yield staged(site, page)


def _alternates(site: Site, inside: str, year: int | None) -> dict[str, str]:
    every = both(site, inside)
    return {code: url for code, url in every.items() if year is None or year in years(site, code)}
