"""Shared blocks as documents, so that rules look at every word that readers get.

A block has no front matter: its document has `meta` None and no problems.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from terbuka.checks import source
from terbuka.errors import Place
from terbuka.marked_yaml import MarkedYaml
from terbuka.words import include
from terbuka.words.document import Document, content_hash
from terbuka.words.library import Library


def of(documents: Iterable[Document], root: Path) -> tuple[Document, ...]:
    """Return the blocks that `documents` put in, directly or not, each once, in path order.

    A block that does not exist or leads out of the repository has made its document a document with
    problems, whose body is empty; so every name found here is good.
    """
    found: dict[PurePosixPath, Document] = {}
    queue = list(documents)
    while queue:
        outer = queue.pop()
        for match in include.MARK.finditer(outer.body):
            path = PurePosixPath(match[1])
            if path not in found:
                found[path] = _block(root, path, outer)
                queue.append(found[path])
    return tuple(found[path] for path in sorted(found))


def named(paths: Iterable[PurePosixPath], documents: Iterable[Document], library: Library) -> tuple[Document, ...]:
    """Return the blocks that `paths` (files or folders) name themselves, without those that others of them put in.

    A block that no document puts in has no readers, and is left out.
    """
    wanted = [path for path in paths if any(part.startswith("_") for part in path.parts)]
    if not wanted:
        return ()
    used = of(library.documents, library.root)
    found = [block for block in used if any(block.path.is_relative_to(path) for path in wanted)]
    inner = {block.path for block in of((*documents, *found), library.root)}
    return tuple(block for block in found if block.path not in inner)


def _block(root: Path, path: PurePosixPath, outer: Document) -> Document:
    body = "\n".join(source.lines(root, path))
    nothing = MarkedYaml({}, {(): Place(path)})
    return Document(path, outer.language, outer.kind, None, (), nothing, "", body, 1, body, content_hash(body))
