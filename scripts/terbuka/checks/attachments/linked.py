"""Which files of the repository a document shows or links to, and where."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from terbuka.checks import addresses
from terbuka.errors import Place
from terbuka.words import include
from terbuka.words.document import Document

_PICTURES = PurePosixPath("content")
"""Where the path of a document's own picture counts from."""


def files(document: Document, root: Path) -> Mapping[PurePosixPath, Place]:
    """Return the files that `document` shows or links to, each with the place where it does so first.

    What a shared block links to is linked by every document that puts it in, at the line that does so.
    """
    found: dict[PurePosixPath, Place] = {}
    for path, place in _all(document):
        if path not in found and not path.is_absolute() and ".." not in path.parts and path.suffix != ".md":
            full = root / path
            if full.is_file() and full.resolve().is_relative_to(root.resolve()):
                found[path] = place
    return found


def _all(document: Document) -> Iterator[tuple[PurePosixPath, Place]]:
    image = document.front_matter.value.get("image") if isinstance(document.front_matter.value, dict) else None
    if isinstance(image, dict) and isinstance(image.get("src"), str):
        yield _PICTURES / image["src"], document.place("image", "src")
    yield from ((path, document.body_place(offset)) for path, offset in _targets(document.body, document.path))
    mark = include.MARK.search(document.body)
    if mark:
        here = document.body_place(mark.start())
        yield from ((path, here) for path, _ in _targets(document.text, document.path))


@lru_cache(maxsize=64)
def _targets(body: str, path: PurePosixPath) -> tuple[tuple[PurePosixPath, int], ...]:
    """Return the relative paths that `body`, a part of the document at `path`, leads to, and where they stand."""
    found: list[tuple[PurePosixPath, int]] = []
    for address in addresses.in_body(body):
        parts = address.parts
        if parts and parts.path and not parts.scheme and not parts.netloc and not parts.path.startswith("/"):
            raw = unquote(parts.path)
            if "\0" not in raw:
                found.append((PurePosixPath(posixpath.normpath(path.parent / raw)), address.offset))
    return tuple(found)
