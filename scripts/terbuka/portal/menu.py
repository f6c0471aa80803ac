"""The menus: sections that have something in them, and the standing pages."""

from __future__ import annotations

from terbuka.portal.pages import accounts, record, search
from terbuka.portal.pages.page import prefix
from terbuka.portal.site import Site
from terbuka.text import Text, text
from terbuka.words.kinds.registry import KINDS

Entry = dict[str, str]

SECTIONS: tuple[tuple[str, Text], ...] = (
    ("berita", text("News")),
    ("klarifikasi", text("Clarifications")),
    ("kebijakan", text("Policies")),
    ("tanya-jawab", text("Answers")),
    ("kampanye", text("Campaigns")),
)
"""The kinds of document in the menu on top, in the order in which readers look for them; others come after."""

HANDBOOK = "panduan"
"""For staff: it stands in the menu at the foot."""


def main(site: Site, language: str) -> list[Entry]:
    """Return the menu on top."""
    top = prefix(site, language)
    others = tuple(
        (kind.id, kind.plural)
        for kind in KINDS.values()
        if kind.url and kind.id not in (*dict(SECTIONS), HANDBOOK)
    )
    entries = [
        {"section": KINDS[kind].url, "title": title.say(language), "path": f"{top}{KINDS[kind].url}/"}
        for kind, title in SECTIONS + others
        if site.of_kind(kind, language)
    ]
    title = text("Official accounts").say(language)
    return [*entries, {"section": "akun-resmi", "title": title, "path": f"{top}akun-resmi/"}]


def pages(site: Site, language: str) -> list[Entry]:
    """Return the menu at the foot: standing pages by title, then topics, record, handbook and search."""
    top = prefix(site, language)
    standing = [
        {"section": d.slug, "title": d.valid.title, "path": d.url_path(site.office.language)}
        for d in site.of_kind("halaman", language)
        if d.id != accounts.DOCUMENT
    ]
    entries = sorted(standing, key=lambda entry: entry["title"])
    entries.append({"section": "topik", "title": text("Topics").say(language), "path": f"{top}topik/"})
    record_title = text("Record of posts").say(language)
    entries.append({"section": "catatan", "title": record_title, "path": record.address(site, language)})
    if site.of_kind(HANDBOOK, language):
        handbook = text("Staff handbook").say(language)
        entries.append({"section": "panduan", "title": handbook, "path": f"{top}panduan/"})
    title = text("Search").say(language)
    return [*entries, {"section": "cari", "title": title, "path": search.address(site, language)}]
