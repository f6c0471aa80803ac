"""Topics: everything about a subject, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterable

from terbuka.portal import formats
from terbuka.portal.pages.cards import cards, topic_link
from terbuka.portal.pages.page import Page, both, prefix, staged
from terbuka.portal.pages.paging import sheets
from terbuka.portal.site import Site, Staged
from terbuka.text import text
from terbuka.words.document import Document, public_since

SECTION = "topik"


def files(site: Site) -> Iterable[Staged]:
    """Make the list of topics, and one list a topic, in each language."""
    for language in site.office.languages:
        yield _overview(site, language)
        for topic in site.office.topics:
            yield from _list(site, language, topic)


def about(site: Site, topic: str, language: str) -> list[Document]:
    """Return every public document on a topic in one language, newest first."""
    found = [d for d in site.documents if d.language == language and topic in d.valid.topics]
    return sorted(found, key=lambda d: (public_since(d, site.office.zone), d.id), reverse=True)


def _overview(site: Site, language: str) -> Staged:
    topics = [
        topic_link(site, topic, language) | {"count": len(about(site, topic, language))}
        for topic in site.office.topics
    ]
    page = Page(
        url=f"{prefix(site, language)}{SECTION}/",
        language=language,
        title=text("Topics").say(language),
        summary=text("Everything that we publish, gathered by subject.").say(language),
        template="topics.html",
        data={"topics": topics},
        section=SECTION,
        alternates=both(site, f"{SECTION}/"),
    )
    return staged(site, page)


def _list(site: Site, language: str, topic: str) -> Iterable[Staged]:
    top = f"{prefix(site, language)}{SECTION}/"
    name = formats.in_language(site.office.topics[topic].name, language)
    found = about(site, topic, language)
    for sheet in sheets(found, site.office.limits.news_per_page, f"{top}{topic}/", language):
        page = Page(
            url=sheet.url,
            language=language,
            title=name,
            summary=text("News, explainers, clarifications and answers on: {topic}", topic=name).say(language),
            template="list.html",
            data={"cards": cards(site, list(sheet.items)), "paging": sheet.links, "mixed": True},
            section=SECTION,
            crumbs=((text("Topics").say(language), top),),
            alternates=both(site, f"{SECTION}/{topic}/") if sheet.number == 1 else {},
        )
        yield staged(site, page)
