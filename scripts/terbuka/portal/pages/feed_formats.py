"""A feed in its three formats: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1.

Everything is escaped by the XML and JSON libraries; nothing here glues markup.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from xml.etree import ElementTree as ET

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
RSS_DOCS = "https://www.rssboard.org/rss-specification"

ET.register_namespace("content", CONTENT)


@dataclass(frozen=True, slots=True)
class Enclosure:
    """The picture of an entry; `size` is in bytes."""

    url: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One document as all three formats need it."""

    url: str
    language: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    author: str
    email: str
    topics: tuple[tuple[str, str], ...]
    enclosure: Enclosure | None


@dataclass(frozen=True, slots=True)
class Feed:
    """Everything about a feed apart from its format. `folder` is its address, ending in a slash."""

    title: str
    tagline: str
    language: str
    folder: str
    updated: datetime
    entries: tuple[Entry, ...]


def _add(parent: ET.Element, tag: str, words: str | None = None, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, tag, attributes)
    child.text = words
    return child


def atom(feed: Feed) -> bytes:
    """Return `feed` as Atom."""
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": feed.language})
    _add(root, "id", feed.folder + "feed.atom.xml")
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.tagline)
    _add(root, "updated", feed.updated.isoformat())
    _add(root, "link", rel="self", type="application/atom+xml", href=feed.folder + "feed.atom.xml")
    _add(root, "link", rel="alternate", type="text/html", hreflang=feed.language, href=feed.folder)
    _add(root, "link", rel="license", href=LICENCE)
    _add(_add(root, "author"), "name", feed.title)
    for entry in feed.entries:
        _atom_entry(_add(root, "entry"), entry)
    return _xml(root)


def _atom_entry(item: ET.Element, entry: Entry) -> None:
    _add(item, "id", entry.url)
    _add(item, "title", entry.title)
    _add(item, "link", rel="alternate", type="text/html", hreflang=entry.language, href=entry.url)
    if entry.enclosure:
        image = entry.enclosure
        _add(item, "link", rel="enclosure", type=image.media_type, length=str(image.size), href=image.url)
    _add(item, "published", entry.published.isoformat())
    _add(item, "updated", entry.updated.isoformat())
    author = _add(item, "author")
    _add(author, "name", entry.author)
    if entry.email:
        _add(author, "email", entry.email)
    for topic, name in entry.topics:
        _add(item, "category", term=topic, label=name)
    _add(item, "summary", entry.summary)
    _add(item, "content", entry.html, type="html")


def rss(feed: Feed) -> bytes:
    """Return `feed` as RSS 2.0, the text of each entry in ``content:encoded``."""
    root = ET.Element("rss", {"version": "2.0", "xmlns:atom": ATOM})
    channel = _add(root, "channel")
    _add(channel, "title", feed.title)
    _add(channel, "link", feed.folder)
    _add(channel, "description", feed.tagline)
    _add(channel, "language", feed.language)
    _add(channel, "copyright", "CC BY 4.0")
    _add(channel, "lastBuildDate", format_datetime(feed.updated))
    _add(channel, "docs", RSS_DOCS)
    _add(channel, "atom:link", rel="self", type="application/rss+xml", href=feed.folder + "feed.rss.xml")
    for entry in feed.entries:
        _rss_item(_add(channel, "item"), entry)
    return _xml(root)


def _rss_item(item: ET.Element, entry: Entry) -> None:
    _add(item, "title", entry.title)
    _add(item, "link", entry.url)
    _add(item, "guid", entry.url, isPermaLink="true")
    _add(item, "pubDate", format_datetime(entry.published))
    if entry.email:
        _add(item, "author", f"{entry.email} ({entry.author})")
    for _, name in entry.topics:
        _add(item, "category", name)
    _add(item, "description", entry.summary)
    _add(item, f"{{{CONTENT}}}encoded", entry.html)
    if entry.enclosure:
        image = entry.enclosure
        _add(item, "enclosure", url=image.url, length=str(image.size), type=image.media_type)


def _xml(root: ET.Element) -> bytes:
    ET.indent(root)
    words: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return words + b"\n"


def json_feed(feed: Feed) -> bytes:
    """Return `feed` as JSON Feed 1.1."""
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.folder,
        "feed_url": feed.folder + "feed.json",
        "description": feed.tagline,
        "language": feed.language,
        "authors": [{"name": feed.title, "url": feed.folder}],
        "items": [_json_item(entry) for entry in feed.entries],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _json_item(entry: Entry) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry.url,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": [{"name": entry.author}],
        "tags": [name for _, name in entry.topics],
        "language": entry.language,
    }
    if entry.enclosure:
        image = entry.enclosure
        item["image"] = image.url
        item["attachments"] = [{"url": image.url, "mime_type": image.media_type, "size_in_bytes": image.size}]
    return item
