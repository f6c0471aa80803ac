"""The search page. Its box is a plain form, so that the header of every page needs no script."""

from __future__ import annotations

from collections.abc import Iterable

from terbuka.portal.pages.page import Page, staged
from terbuka.portal.site import Site, Staged
from terbuka.text import text


def address(site: Site, language: str) -> str:
    """Return where people search in a language."""
    return "cari/" if language == site.office.language else f"{language}/search/"


def files(site: Site) -> Iterable[Staged]:
    """Make the search page in each language."""
    for language in site.office.languages:
        page = Page(
            url=address(site, language),
            language=language,
            title=text("Search").say(language),
            summary=text("Search everything that {office} publishes.", office=site.office.short_name).say(
                language
            ),
            template="search.html",
            section="cari",
            alternates={code: address(site, code) for code in site.office.languages},
        )
        yield staged(site, page)
