"""What people subscribe to: one feed a language, in three formats.

An entry's id is its page's canonical address, which never changes. Its time of change is the last change
note that readers have to know of: Atom says that `updated` tells of significant changes only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePosixPath

import markdown  # type: ignore[import-untyped, unused-ignore]
import nh3

from terbuka import clock
from terbuka.portal.addresses import portable_markdown
from terbuka.portal.formats import in_language
from terbuka.portal.pages.feed_formats import Enclosure, Entry, Feed, atom, json_feed, rss
from terbuka.portal.site import Site, Staged
from terbuka.words.document import Document, public_since

KINDS = ("berita", "klarifikasi", "kebijakan", "tanya-jawab")
NEWEST = 30
"""Entries in a feed."""

MEDIA = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
"""Types of pictures; the machine's own list of types differs from machine to machine."""

EXTENSIONS = ("abbr", "tables", "admonition", "def_list", "footnotes", "sane_lists", "fenced_code")
"""Those of mkdocs.yml that change what words mean."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def files(site: Site) -> Iterator[Staged]:
    """Yield three feeds for each language of the office."""
    for language in site.office.languages:
        feed = _feed(site, language)
        folder = PurePosixPath("" if language == site.office.language else language)
        yield Staged(folder / "feed.atom.xml", atom(feed))
        yield Staged(folder / "feed.rss.xml", rss(feed))
        yield Staged(folder / "feed.json", json_feed(feed))


def updated(site: Site, document: Document) -> datetime:
    """Return when readers last got something new: publication, or the last change they must know of."""
    since = public_since(document, site.office.zone)
    changes = (clock.start_of(c.date, site.office.zone) for c in document.valid.changes if c.readers)
    return max((since, *(moment for moment in changes if moment <= site.now)))


def _feed(site: Site, language: str) -> Feed:
    documents = [d for kind in KINDS for d in site.of_kind(kind, language)]
    documents.sort(key=lambda d: (public_since(d, site.office.zone), d.id), reverse=True)
    entries = tuple(_entry(site, document) for document in documents[:NEWEST])
    return Feed(
        title=in_language(site.office.name, language),
        tagline=in_language(site.office.tagline, language),
        language=language,
        folder=site.base + ("" if language == site.office.language else f"{language}/"),
        updated=max((entry.updated for entry in entries), default=site.now),
        entries=entries,
    )


def _entry(site: Site, document: Document) -> Entry:
    meta = document.valid
    unit = site.office.units.get(meta.owner)
    return Entry(
        url=site.url(document),
        language=document.language,
        title=_clean(meta.title),
        summary=_clean(meta.summary),
        html=_html(site, document),
        published=public_since(document, site.office.zone).astimezone(site.office.zone),
        updated=updated(site, document).astimezone(site.office.zone),
        author=in_language(unit.name if unit else site.office.name, document.language),
        email=unit.email if unit else "",
        topics=tuple((t, _topic(site, t, document.language)) for t in meta.topics),
        enclosure=_enclosure(site, document),
    )


def _topic(site: Site, topic: str, language: str) -> str:
    known = site.office.topics.get(topic)
    return in_language(known.name, language) if known else topic


def _html(site: Site, document: Document) -> str:
    # Sanitised because feed readers are other people's programs; addresses are whole already.
    return _clean(nh3.clean(markdown.markdown(portable_markdown(site, document), extensions=list(EXTENSIONS))))


def _enclosure(site: Site, document: Document) -> Enclosure | None:
    image = document.valid.image
    if image is None:
        return None
    file = site.root / "content" / image.src
    media_type = MEDIA.get(file.suffix.lower())
    if media_type is None or not file.is_file():
        return None
    return Enclosure(site.base + image.src, media_type, file.stat().st_size)


def _clean(words: str) -> str:
    """Return `words` without the characters that XML 1.0 does not allow."""
    return _NOT_XML.sub("", words)
