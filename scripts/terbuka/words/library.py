"""All documents of a repository: walk, load, pair translations."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from terbuka.errors import Place, UsageError, WordsError
from terbuka.office import LanguageCode, Office
from terbuka.text import text
from terbuka.words import places
from terbuka.words.document import Document, document_id
from terbuka.words.kinds.registry import KINDS, kind_of
from terbuka.words.parse import parse

FOLDERS = places.FOLDERS

NO_DOCUMENT = ("_", ".")
"""What the names of shared blocks and hidden files begin with."""


@dataclass(frozen=True)
class Library:
    """The documents of a repository, in path order, each read when it is first asked for.

    A pull request changes three files of ten thousand: its check must not read the others.

    Attributes:
        root: the repository's folder.
        office: who publishes.
        paths: where the documents are, from `root`, in order.
    """

    root: Path
    office: Office
    paths: tuple[PurePosixPath, ...]

    @cached_property
    def by_path(self) -> Mapping[PurePosixPath, Document]:
        """Every document under its path."""
        return self._shelf

    @cached_property
    def _shelf(self) -> _Shelf:
        return _Shelf(self.root, self.office, self.paths)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Every document, read."""
        return tuple(self.by_path.values())

    @cached_property
    def by_id(self) -> Mapping[str, Mapping[str, Document]]:
        """Every document under its id and then its language."""
        return {
            name: {language: self.by_path[path] for language, path in pair.items()}
            for name, pair in self._pairs.items()
        }

    @cached_property
    def _pairs(self) -> Mapping[str, Mapping[str, PurePosixPath]]:
        pairs: dict[str, dict[str, PurePosixPath]] = {}
        for path in self.paths:
            pairs.setdefault(document_id(path), {})[language_of(path, self.office)] = path
        return pairs

    def translation(self, document: Document, language: str) -> Document | None:
        """Return `document` in another language, or None."""
        path = self._sibling(document.path, language)
        return self.by_path[path] if path else None

    def others(self, path: PurePosixPath) -> tuple[PurePosixPath, ...]:
        """Return where the document at `path` is in other languages; nothing is read."""
        found = (self._sibling(path, language) for language in self.office.languages)
        return tuple(other for other in found if other and other != path)

    def _sibling(self, path: PurePosixPath, language: str) -> PurePosixPath | None:
        slug = path.name.partition(".")[0]
        names = [f"{slug}.{language}.md"] + [f"{slug}.md"] * (language == self.office.language)
        return next((other for name in names if (other := path.with_name(name)) in self.by_path), None)

    def read(self) -> Iterator[Document]:
        """Yield the documents that somebody has asked for."""
        return self._shelf.read()

    def valid(self) -> Iterator[Document]:
        """Yield the documents whose front matter is valid."""
        return (document for document in self.documents if document.meta is not None)


class _Shelf(Mapping[PurePosixPath, Document]):
    """Documents under their paths, each read once, when it is first asked for."""

    def __init__(self, root: Path, office: Office, paths: Iterable[PurePosixPath]) -> None:
        self._root, self._office = root, office
        self._read: dict[PurePosixPath, Document | None] = dict.fromkeys(paths)

    def __getitem__(self, path: PurePosixPath) -> Document:
        document = self._read[path]
        if document is None:
            document = self._read[path] = _document(self._root, path, self._office)
        return document

    def __iter__(self) -> Iterator[PurePosixPath]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)

    def __contains__(self, path: object) -> bool:
        return path in self._read

    def read(self) -> Iterator[Document]:
        """Yield those that have been asked for."""
        return (document for document in self._read.values() if document)


def load(root: Path, office: Office, paths: Iterable[PurePosixPath] | None = None) -> Library:
    """Find every document below `root`, or only those at `paths` (files or folders, from `root`).

    Raises:
        UsageError: a path does not exist or holds no words.
        WordsError: a path leads out of the repository, or is no place or name for a document.
    """
    found = _files(root, paths)
    for path in found:
        if path.name.count(".") > 1:  # a language is named
            language_of(path, office)
    return Library(root, office, tuple(found))


def _files(root: Path, paths: Iterable[PurePosixPath] | None) -> list[PurePosixPath]:
    if paths is None:
        return [found for folder in sorted(FOLDERS) for found in _below(root, PurePosixPath(folder))]
    found: set[PurePosixPath] = set()
    for path in paths:
        if not (root / path).exists():
            raise UsageError(text("{path} does not exist.", path=str(path)), text("Check the path and try again."))
        found.update(_below(root, path))
    return sorted(found, key=lambda path: path.parts)


def _below(root: Path, path: PurePosixPath) -> Iterator[PurePosixPath]:
    """Yield the documents at or below `path`, in order."""
    full = root / path
    if full.exists():
        _require_inside(root, path)
    if full.is_dir():
        yield from _walk(root, path)
    elif full.exists() and _is_words(root, path):
        yield path


def _walk(root: Path, folder: PurePosixPath) -> Iterator[PurePosixPath]:
    """Yield the documents below `folder`, in order; linked folders are not entered.

    Everything that can be judged once a folder is: there may be ten thousand files.
    """
    is_words: bool | None = None
    with os.scandir(root / folder) as entries:
        inside = sorted((entry.name, entry) for entry in entries if not entry.name.startswith(NO_DOCUMENT))
    for name, entry in inside:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(root, folder / name)
        elif name.endswith(".md") and not entry.is_dir() and is_words is not False:
            path = folder / name
            is_words = _is_words(root, path) if is_words is None else is_words
            if entry.is_symlink():
                _require_inside(root, path)
            if is_words:
                yield path


def _is_words(root: Path, path: PurePosixPath) -> bool:
    """Tell whether `path` is a document: Markdown that is not a shared block.

    Raises:
        WordsError: it is a link that leads out of the repository, or lies in no kind's folder.
    """
    if path.suffix != ".md" or any(part.startswith(NO_DOCUMENT) for part in path.parts):
        return False
    if not path.is_relative_to("content") and not path.is_relative_to("policies"):
        return False
    if (root / path).is_symlink():
        _require_inside(root, path)
    if kind_of(path) is None:
        raise WordsError(
            text("No kind of document lives in this folder."),
            text("Move it to one of: {folders}.", folders=", ".join(k.folder for k in KINDS.values())),
            Place(path),
        )
    return True


def _require_inside(root: Path, path: PurePosixPath) -> None:
    if not (root / path).resolve().is_relative_to(root.resolve()):
        raise WordsError(
            text("The link leads out of the repository."),
            text("Replace it with a real file."),
            Place(path),
        )


def _document(root: Path, path: PurePosixPath, office: Office) -> Document:
    kind = kind_of(path)
    assert kind is not None  # noqa: S101  _is_words has just said so
    return parse(root, path, kind, language_of(path, office))


def language_of(path: PurePosixPath, office: Office) -> LanguageCode:
    """Return the language that the file name gives (``judul.en.md``), or the office's own.

    Raises:
        WordsError: the name gives a language that the office does not use.
    """
    parts = path.name.split(".")
    if len(parts) == 2:  # noqa: PLR2004  name and suffix
        return office.language
    for code in office.languages:
        if parts[1:-1] == [code]:
            return code
    raise WordsError(
        text("“{part}” in the file name is not a language of this office.", part=".".join(parts[1:-1])),
        text("Name it slug.md, or slug.en.md for English."),
        Place(path),
    )
