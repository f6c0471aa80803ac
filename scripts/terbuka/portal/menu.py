"""The menus: sections that have something in them, and the standing pages."""

from __future__ import annotations

from terbuka.portal.pages import accounts, record, search
from terbuka.portal.pages.page import prefix
from terbuka.portal.site import Site
from terbuka.text import Text, text

Entry = dict[str, str]

SECTIONS: tuple[tuple[str, Text], ...] = (
    ("berita", text("News")),
    ("klarifikasi", text("Clarifications")),
    ("kebijakan", text("Policies")),
    ("tanya-jawab", text("Answers")),
    ("kampanye", text("Campaigns")),
)
"""The kinds of document in the menu on top, in the order in which readers look for them."""


def main(site: Site, language: str) -> list[Entry]:
    """Return the menu on top."""
    top = prefix(site, language)
    entries = [
        {"section": kind, "title": title.say(language), "path": f"{top}{kind}/"}
        for kind, title in SECTIONS
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
    if site.of_kind("panduan", language):
        handbook = text("Staff handbook").say(language)
        entries.append({"section": "panduan", "title": handbook, "path": f"{top}panduan/"})
    title = text("Search").say(language)
    return [*entries, {"section": "cari", "title": title, "path": search.address(site, language)}]
