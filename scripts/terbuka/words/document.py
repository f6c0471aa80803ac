"""One Markdown file in one language, as a frozen value."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import PurePosixPath
from zoneinfo import ZoneInfo

from terbuka import clock
from terbuka.errors import Place
from terbuka.marked_yaml import KeyPath, MarkedYaml, Problem
from terbuka.words.fields import Common
from terbuka.words.kinds.kind import Kind

_BREAK = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Document:
    """A document, valid or not.

    Attributes:
        path: from the repository's root.
        language: ``id`` or ``en``, from the file name.
        kind: what type of document it is, from its folder.
        meta: its fields; None if they are not valid, and then `problems` says why.
        problems: what is wrong with its front matter, in file order.
        front_matter: the raw fields, with a place for each key.
        header: the lines above the body, as written: the front matter.
        body: the Markdown below it, as written.
        body_line: the line of the file on which `body` begins.
        text: the Markdown with shared blocks put in; what readers get.
        hash: ``sha256:`` and the hash of the file with shared blocks put in.
    """

    path: PurePosixPath
    language: str
    kind: Kind
    meta: Common | None
    problems: tuple[Problem, ...]
    front_matter: MarkedYaml
    header: str
    body: str
    body_line: int
    text: str
    hash: str

    @property
    def id(self) -> str:
        """The path without language and suffix: the same for a document and its translation."""
        return document_id(self.path)

    @property
    def written(self) -> str:
        """The whole file, shared blocks not put in; nothing if it cannot be read."""
        return self.header + self.body

    @property
    def valid(self) -> Common:
        """The fields of a document that is known to be valid.

        Raises:
            ValueError: it is not; a bug in the caller, who has to check first.
        """
        if self.meta is None:
            raise ValueError(f"{self.path} is not valid")
        return self.meta

    @property
    def slug(self) -> str:
        """The last part of its address."""
        return self.id.rsplit("/", 1)[-1]

    def url_path(self, default_language: str) -> str:
        """The address below the portal's own, such as ``en/berita/2026/judul/``."""
        inside = self.id.removeprefix(self.kind.folder + "/")
        language = "" if self.language == default_language else self.language
        return "".join(f"{part}/" for part in (language, self.kind.url, inside) if part)

    def place(self, *keys: str | int) -> Place:
        """Where a key of the front matter stands, or the nearest thing around it."""
        key_path: KeyPath = keys
        return self.front_matter.place(key_path)

    def body_place(self, offset: int) -> Place:
        """Where the character `offset` (0-based) of `body` stands in the file."""
        starts = _line_starts(self.body)
        index = bisect(starts, offset) - 1
        return Place(self.path, self.body_line + index, offset - starts[index] + 1)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield the body's lines with their line numbers in the file."""
        for index, line in enumerate(self.body.split("\n")):
            yield self.body_line + index, line


@lru_cache(maxsize=64)
def _line_starts(body: str) -> list[int]:
    """Return where the lines of `body` begin; kept, because a bad text may have thousands of findings."""
    return [0, *(match.end() for match in _BREAK.finditer(body))]


def document_id(path: PurePosixPath) -> str:
    """Return `path` without language and suffix: ``content/berita/2026/judul``."""
    return str(path.with_name(path.name.split(".", 1)[0]))


def content_hash(whole: str) -> str:
    """Return ``sha256:`` and the hash of a document's whole text, shared blocks put in."""
    return "sha256:" + hashlib.sha256(whole.encode()).hexdigest()


def public_since(document: Document, zone: ZoneInfo) -> datetime:
    """Return the moment from which a published document may be seen.

    That is its embargo, or the first moment of its date.
    """
    meta = document.valid
    return meta.publish_at or clock.start_of(meta.date, zone)


def is_public(document: Document, now: datetime, zone: ZoneInfo) -> bool:
    """Tell whether anybody may see this document at the moment `now`.

    The one gate for drafts, embargoes, expiry and withdrawal: pages, lists, feeds, search,
    sitemap, data files, cards and messages all ask here.
    """
    if document.meta is None or document.meta.status != "published":
        return False
    expired = document.meta.expires_at is not None and document.meta.expires_at <= now
    return public_since(document, zone) <= now and not expired
