"""Does anything in the finished portal tell of a document that nobody may see?

Every file is searched, whatever its type and whoever wrote it: pages, feeds, data, sitemap, and the gzipped
parts of the search index. What a public document says in its own words is not a leak, so words that occur
in one prove nothing and are not looked for.
"""

from __future__ import annotations

import gzip
import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from terbuka.errors import BuildError, Place
from terbuka.portal.site import Site
from terbuka.text import text
from terbuka.words.document import Document

FEWEST_WORDS = 5
"""A shorter sentence may stand anywhere by chance."""

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^<>]*>")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_LINE_ESCAPE = re.compile(r"\\[nrt]")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
_MARKUP = re.compile(r"[\[\]`<>|{}\\]|--8<--")
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True)
class Secret:
    """Something that must not be in the portal.

    Attributes:
        document: what it is a part of.
        words: its words, without marks, in small letters, with a space on either side.
        anchors: its plain words, longest first; a file that lacks one of them cannot hold the secret.
    """

    document: Document
    words: str

    @cached_property
    def anchors(self) -> list[str]:
        """Its plain words, longest first: cheap to look for, whatever the marks around them."""
        return sorted({word for word in self.words.split() if word.isascii()}, key=len, reverse=True)


def find(site_dir: Path, site: Site, hidden: Iterable[Document]) -> Iterator[BuildError]:
    """Yield one failure for each file of the portal and each hidden document that it tells of."""
    documents = tuple(hidden)
    if not documents:
        return
    known = _plain(" \n ".join(_own_words(document) for document in site.documents))
    secrets = [secret for document in documents for secret in _secrets(document, known)]
    addresses = [(document, _addresses(site, document)) for document in documents]
    for file in sorted(path for path in site_dir.rglob("*") if path.is_file()):
        path = PurePosixPath(file.relative_to(site_dir).as_posix())
        content = _read(file)
        told = {secret.document.path for secret in _told(content, secrets)}
        content += f"\n{site.base}{path}"
        told |= {d.path for d, address in addresses if d.slug in content and address.search(content)}
        yield from (_leak(Place(path), str(document)) for document in sorted(told))
    yield from _pictures(site_dir, site, documents)


def plain_words(content: str) -> str:
    """Return every word of a produced file, once with and once without what stands inside tags."""
    decoded = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), content)
    decoded = unquote(html.unescape(html.unescape(_LINE_ESCAPE.sub(" ", decoded))))
    return _plain(decoded) + _plain(_TAG.sub(" ", decoded))


def _plain(words: str) -> str:
    return f" {' '.join(_WORD.findall(words.casefold()))} "


def _own_words(document: Document) -> str:
    return f"{document.valid.model_dump_json(by_alias=True)} \n {document.text}"


def _read(file: Path) -> str:
    content = file.read_bytes()
    return (gzip.decompress(content) if content.startswith(_GZIP) else content).decode(errors="replace")


def _told(content: str, secrets: list[Secret]) -> Iterator[Secret]:
    folded = content.casefold()
    suspects = [secret for secret in secrets if all(word in folded for word in secret.anchors)]
    if suspects:
        words = plain_words(content)
        yield from (secret for secret in suspects if secret.words in words)


def _secrets(document: Document, known: str) -> Iterator[Secret]:
    """Yield the title and the longest sentence of a document, unless a public document says the same."""
    fields = document.front_matter.value
    title = _plain(str(fields.get("title", ""))) if isinstance(fields, dict) else " "
    if title.strip() and title not in known:
        yield Secret(document, title)
    sentences = (_plain(s) for s in _SENTENCE_END.split(document.body) if not _MARKUP.search(s))
    telling = [s for s in sentences if len(s.split()) >= FEWEST_WORDS and s not in known]
    if telling:
        yield Secret(document, max(telling, key=len))


def _addresses(site: Site, document: Document) -> re.Pattern[str]:
    """Return what finds the address of a document's page, and its id if no translation is public.

    An address of one part (``kontak/``) is also an ordinary word, so it counts only as a whole address.
    """
    path = document.url_path(site.office.language).rstrip("/")
    own = [re.escape(site.base + path)]
    if not any((document.id, language) in site.by_id for language in site.office.languages):
        own += [re.escape(document.id)] + ([re.escape(path)] if "/" in path else [])
    return re.compile(rf"(?<![\w-])(?:{'|'.join(own)})(?![\w-])")


def _pictures(site_dir: Path, site: Site, hidden: Iterable[Document]) -> Iterator[BuildError]:
    """Yield pictures in the portal that only hidden documents show."""
    shown = "\n".join(_own_words(document) for document in site.documents)
    for document in hidden:
        image = document.meta.image if document.meta else None
        if image and image.src not in shown and (site_dir / image.src).is_file():
            yield _leak(Place(PurePosixPath(image.src)), str(document.path))


def _leak(place: Place, document: str) -> BuildError:
    return BuildError(
        text("It tells of {document}, which is not public.", document=document),
        text("Remove the mention; if no document makes it, report an error of the portal."),
        place,
    )
