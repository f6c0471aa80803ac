"""The portal for programs: a JSON copy of every page beside the page, a list of all, and their schema.

``berita/2026/judul/index.json`` holds what the page holds; ``data/index.json`` lists every page;
``data/schema.json`` says what both may hold. The fields are those of the front matter, apart from `social`:
texts for posts are drafts until they are posted, and then the record shows them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from terbuka.portal.addresses import portable_markdown
from terbuka.portal.pages.data_schema import SCHEMA, schema
from terbuka.portal.pages.feeds import updated
from terbuka.portal.site import Site, Staged
from terbuka.words.document import Document, public_since

LIST = PurePosixPath("data/index.json")
NOT_PUBLIC = {"social"}


def files(site: Site) -> Iterator[Staged]:
    """Yield a data file for each document, the list of all, and the schema."""
    for document in site.documents:
        yield Staged(path(site, document), _dump(page(site, document)))
    yield Staged(LIST, _dump(listing(site)))
    yield Staged(SCHEMA, _dump(schema(site.base)))


def path(site: Site, document: Document) -> PurePosixPath:
    """Return where a document's data file stands in the portal: beside its page."""
    return PurePosixPath(document.url_path(site.office.language)) / "index.json"


def page(site: Site, document: Document) -> Mapping[str, Any]:
    """Return everything the public may know of a document."""
    meta = document.valid
    return {
        "$schema": site.base + str(SCHEMA),
        **_summary(site, document),
        "source": str(document.path),
        "translations": [
            {"language": other.language, "url": site.url(other), "data": site.base + str(path(site, other))}
            for other in _translations(site, document)
        ],
        "image": site.base + meta.image.src if meta.image else None,
        "fields": meta.model_dump(mode="json", by_alias=True, exclude=NOT_PUBLIC),
        "text": portable_markdown(site, document),
    }


def listing(site: Site) -> Mapping[str, Any]:
    """Return the list of all public documents, in path order."""
    return {
        "$schema": site.base + str(SCHEMA),
        "office": dict(site.office.name),
        "url": site.base,
        "documents": [_summary(site, document) for document in site.documents],
    }


def _summary(site: Site, document: Document) -> Mapping[str, Any]:
    meta = document.valid
    return {
        "id": document.id,
        "kind": document.kind.id,
        "language": document.language,
        "url": site.url(document),
        "data": site.base + str(path(site, document)),
        "hash": document.hash,
        "title": meta.title,
        "summary": meta.summary,
        "published": public_since(document, site.office.zone).astimezone(site.office.zone).isoformat(),
        "updated": updated(site, document).astimezone(site.office.zone).isoformat(),
    }


def _translations(site: Site, document: Document) -> Iterator[Document]:
    for language in site.office.languages:
        other = site.by_id.get((document.id, language))
        if other is not None and other.language != document.language:
            yield other


def _dump(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
