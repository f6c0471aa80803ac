"""A document as it shows in a list: what it is, in a few lines, and its picture."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from terbuka.portal import formats
from terbuka.portal.pages.page import prefix
from terbuka.portal.site import Site
from terbuka.words.document import Document, public_since
from terbuka.words.kinds.klarifikasi import Clarification
from terbuka.words.kinds.tanya_jawab import Answer


def card(site: Site, document: Document) -> dict[str, Any]:
    """Return the data of a card; links count from the portal's top."""
    meta, language = document.valid, document.language
    day = public_since(document, site.office.zone).date()
    shown: dict[str, Any] = {
        "kind": document.kind.id,
        "kind_name": document.kind.name.say(language),
        "title": meta.title,
        "path": document.url_path(site.office.language),
        "summary": meta.summary,
        "date": {"iso": day.isoformat(), "words": formats.day(day, language)},
        "class": meta.information_class,
    }
    if meta.image:
        shown["image"] = {"path": quote(meta.image.src), "alt": meta.image.alt}
    if isinstance(meta, Clarification):
        shown["fact"] = meta.fact
    if isinstance(meta, Answer):
        shown["title"] = meta.question
    return shown


def cards(site: Site, documents: list[Document]) -> list[dict[str, Any]]:
    """Return one card a document, in the same order."""
    return [card(site, document) for document in documents]


def topic_link(site: Site, topic: str, language: str) -> dict[str, str]:
    """Return the name of a topic and the address of its page."""
    name = formats.in_language(site.office.topics[topic].name, language)
    return {"name": name, "path": f"{prefix(site, language)}topik/{topic}/"}
