"""All documents of a repository: walk, load, pair translations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from terbuka.errors import Place, UsageError, WordsError
from terbuka.office import LanguageCode, Office
from terbuka.text import text
from terbuka.words.document import Document
from terbuka.words.kinds.registry import KINDS, kind_of
from terbuka.words.parse import parse

FOLDERS = ("content", "policies")
"""Where words live, from the repository's root."""


@dataclass(frozen=True)
class Library:
    """Documents in path order, and ways to find them."""

    root: Path
    documents: tuple[Document, ...]

    @cached_property
    def by_path(self) -> Mapping[PurePosixPath, Document]:
        """Every document under its path."""
        return {document.path: document for document in self.documents}

    @cached_property
    def by_id(self) -> Mapping[str, Mapping[str, Document]]:
        """Every document under its id and then its language."""
        pairs: dict[str, dict[str, Document]] = {}
        for document in self.documents:
            pairs.setdefault(document.id, {})[document.language] = document
        return pairs

    def translation(self, document: Document, language: str) -> Document | None:
        """Return `document` in another language, or None."""
        return self.by_id.get(document.id, {}).get(language)

    def valid(self) -> Iterator[Document]:
        """Yield the documents whose front matter is valid."""
        return (document for document in self.documents if document.meta is not None)


def load(root: Path, office: Office, paths: Iterable[PurePosixPath] | None = None) -> Library:
    """Load every document below `root`, or only those at `paths` (files or folders, from `root`).

    Raises:
        UsageError: a path does not exist or holds no words.
        WordsError: a path leads out of the repository.
    """
    files = _files(root, paths)
    return Library(root, tuple(_document(root, path, office) for path in files))


def _files(root: Path, paths: Iterable[PurePosixPath] | None) -> list[PurePosixPath]:
    wanted = [PurePosixPath(folder) for folder in FOLDERS] if paths is None else list(paths)
    found: set[PurePosixPath] = set()
    for path in wanted:
        full = root / path
        if not full.exists():
            if paths is None:
                continue
            raise UsageError(text("{path} does not exist.", path=str(path)), text("Check the path and try again."))
        candidates = full.rglob("*.md") if full.is_dir() else [full]
        found.update(PurePosixPath(file.relative_to(root).as_posix()) for file in candidates)
    return sorted(path for path in found if _is_words(root, path))


def _is_words(root: Path, path: PurePosixPath) -> bool:
    """Tell whether `path` is a document: Markdown that is not a shared block.

    Raises:
        WordsError: it is a link that leads out of the repository, or lies in no kind's folder.
    """
    if path.suffix != ".md" or any(part.startswith(("_", ".")) for part in path.parts):
        return False
    if not path.is_relative_to("content") and not path.is_relative_to("policies"):
        return False
    if not (root / path).resolve().is_relative_to(root.resolve()):
        raise WordsError(
            text("The link leads out of the repository."),
            text("Replace it with a real file."),
            Place(path),
        )
    if kind_of(path) is None:
        raise WordsError(
            text("No kind of document lives in this folder."),
            text("Move it to one of: {folders}.", folders=", ".join(k.folder for k in KINDS.values())),
            Place(path),
        )
    return True


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
