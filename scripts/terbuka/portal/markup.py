"""What every page of the finished portal has to carry: its language, its content hash, and little weight."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

from terbuka.errors import BuildError, Place
from terbuka.portal.site import Site
from terbuka.text import text
from terbuka.words.document import Document

HASH = "terbuka:hash"
"""The name of the ``<meta>`` that proves which text a page shows."""

HEAVIEST = 100_000
"""Bytes of HTML. Many people pay for each megabyte, and read on slow lines."""


class _Page(HTMLParser):
    """The language and the hash that a page says of itself."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.language = ""
        self.hash = ""
        self.feed(words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what is asked for; called by the parser."""
        attributes = dict(attrs)
        if tag == "html":
            self.language = attributes.get("lang") or ""
        elif tag == "meta" and attributes.get("name") == HASH:
            self.hash = attributes.get("content") or ""


def find(site_dir: Path, site: Site) -> Iterator[BuildError]:
    """Yield what is wrong with each page of the portal, and each document that has no page."""
    documents = {page_path(site, document): document for document in site.documents}
    for file in sorted(site_dir.rglob("*.html")):
        path = PurePosixPath(file.relative_to(site_dir).as_posix())
        yield from _page(path, file.read_bytes(), site, documents.pop(path, None))
    for path, document in sorted(documents.items()):
        yield BuildError(
            text("{document} has no page.", document=str(document.path)),
            text("This is an error of the portal; report it."),
            Place(path),
        )


def page_path(site: Site, document: Document) -> PurePosixPath:
    """Return the file of a document's page, from the top of the portal."""
    return PurePosixPath(document.url_path(site.office.language)) / "index.html"


def _page(path: PurePosixPath, content: bytes, site: Site, document: Document | None) -> Iterator[BuildError]:
    page = _Page(content.decode(errors="replace").partition("</head>")[0])
    languages = (document.language,) if document else site.office.languages
    if page.language not in languages:
        yield BuildError(
            text(
                "The page's language is “{found}”, not {expected}.",
                found=page.language,
                expected=", ".join(languages),
            ),
            text("Set lang on <html> in site/overrides; screen readers and search depend on it."),
            Place(path),
        )
    if not page.hash or (document and page.hash != document.hash):
        yield BuildError(
            text("The page carries the content hash “{found}”, not that of its text.", found=page.hash),
            text("Keep the <meta> “{name}” in site/overrides/main.html.", name=HASH),
            Place(path),
        )
    if len(content) > HEAVIEST:
        yield BuildError(
            text(
                "The page weighs {size} kB; at most {limit} kB.", size=len(content) // 1000, limit=HEAVIEST // 1000
            ),
            text("Shorten the text, or move long tables into attachments."),
            Place(path),
        )
