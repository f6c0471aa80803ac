"""The home page: what is urgent, what is new, and the ways in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from terbuka.portal import formats
from terbuka.portal.pages.cards import card, cards
from terbuka.portal.pages.page import Page, both, prefix, staged
from terbuka.portal.pages.sections import in_order
from terbuka.portal.site import Site, Staged
from terbuka.text import Text, text
from terbuka.words.document import public_since

NEWS, CLARIFICATIONS, OTHERS = 7, 3, 4
"""How many of each the home page shows."""

URGENT = timedelta(days=7)
"""How long an announcement of the class serta-merta stays on top."""

SHORTCUTS: tuple[tuple[str, Text, Text, tuple[str, ...]], ...] = (
    (
        "services",
        text("Public services"),
        text("Schedules, requirements and costs"),
        ("topik/layanan-publik/",),
    ),
    (
        "information",
        text("Ask for information"),
        text("Your right, through the information officer (PPID)"),
        ("content/halaman/ppid", "policies/keterbukaan-informasi-publik"),
    ),
    (
        "complaints",
        text("Make a complaint"),
        text("Tell us what is not right; you will get an answer"),
        ("policies/pengaduan-pelayanan-publik", "content/tanya-jawab/cara-melapor-lewat-lapor"),
    ),
    (
        "accounts",
        text("Official accounts"),
        text("Check whether a message is really from us"),
        ("content/halaman/akun-resmi", "akun-resmi/"),
    ),
)
"""Icon, name, what it is for, and where it leads: the first document that is public, or an address."""


def files(site: Site) -> Iterable[Staged]:
    """Make the home page in each language."""
    for language in site.office.languages:
        page = Page(
            url=prefix(site, language),
            language=language,
            title=formats.in_language(site.office.name, language),
            summary=formats.in_language(site.office.tagline, language),
            template="home.html",
            data=_data(site, language),
            section="home",
            alternates=both(site, ""),
        )
        yield staged(site, page)


def _data(site: Site, language: str) -> dict[str, Any]:
    urgent = [
        card(site, document)
        for document in site.of_kind("berita", language)
        if document.valid.information_class == "serta-merta"
        and site.now - public_since(document, site.office.zone) <= URGENT
    ]
    return {
        "urgent": urgent,
        "news": cards(site, site.of_kind("berita", language)[:NEWS]),
        "clarifications": cards(site, site.of_kind("klarifikasi", language)[:CLARIFICATIONS]),
        "answers": cards(site, in_order(site, "tanya-jawab", language)[:OTHERS]),
        "explainers": cards(site, site.of_kind("kebijakan", language)[:OTHERS]),
        "shortcuts": list(_shortcuts(site, language)),
    }


def _shortcuts(site: Site, language: str) -> Iterable[dict[str, str]]:
    for icon, name, purpose, targets in SHORTCUTS:
        path = next((found for target in targets if (found := _address(site, target, language))), None)
        if path is not None:
            yield {"icon": icon, "name": name.say(language), "words": purpose.say(language), "path": path}


def _address(site: Site, target: str, language: str) -> str | None:
    """Return the address of a document in `language`, else in the office's own; None if it is not public."""
    if target.endswith("/"):
        topic = target.removeprefix("topik/").rstrip("/")
        known = topic in site.office.topics or not target.startswith("topik/")
        return prefix(site, language) + target if known else None
    document = site.by_id.get((target, language)) or site.by_id.get((target, site.office.language))
    return document.url_path(site.office.language) if document else None
