"""Everything that the portal's pages are made from, and what they are made into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path, PurePosixPath

from terbuka.office import Office
from terbuka.record.posted import Posted
from terbuka.words.document import Document, public_since
from terbuka.words.register import Register


@dataclass(frozen=True)
class Site:
    """The portal's material. Only what is public at `now` is in here.

    Attributes:
        root: the repository.
        office: who publishes.
        documents: public documents in all languages, in path order.
        register: the regulations.
        posted: what is live on social platforms, oldest first.
        now: the moment of the build, with a time zone.
        base: the portal's address, ending in a slash.
    """

    root: Path
    office: Office
    documents: tuple[Document, ...]
    register: Register
    posted: tuple[Posted, ...]
    now: datetime
    base: str

    def of_kind(self, kind: str, language: str) -> list[Document]:
        """Return the documents of a kind in one language, newest first."""
        found = [d for d in self.documents if d.kind.id == kind and d.language == language]
        return sorted(found, key=lambda d: (public_since(d, self.office.zone), d.id), reverse=True)

    @cached_property
    def by_id(self) -> Mapping[tuple[str, str], Document]:
        """Public documents under id and language."""
        return {(d.id, d.language): d for d in self.documents}

    @cached_property
    def by_path(self) -> Mapping[PurePosixPath, Document]:
        """Public documents under their path in the repository."""
        return {d.path: d for d in self.documents}

    def url(self, document: Document) -> str:
        """Return the canonical address of a document's page."""
        return self.base + document.url_path(self.office.language)

    def posts_about(self, document: Document) -> Iterator[Posted]:
        """Yield what was posted about a document in its own language, oldest first."""
        return (p for p in self.posted if p.document == document.id and p.language == document.language)


@dataclass(frozen=True, slots=True)
class Staged:
    """A file of the staged tree.

    Attributes:
        path: from the top of the tree, such as ``berita/2026/judul.md``.
        content: its bytes.
    """

    path: PurePosixPath
    content: bytes
