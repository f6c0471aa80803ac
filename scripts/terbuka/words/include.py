"""Shared blocks: a line ``--8<-- "content/_bagian/kontak.md"`` is replaced by that file's text.

The mark is the one that writers may know from Material for MkDocs, but it is resolved here, so that
no document depends on a builder.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from terbuka import settings_file
from terbuka.errors import Place, WordsError
from terbuka.text import text

# What it may begin with stands first, because such expressions are found fastest.
MARK = re.compile(r'--8<--(?<=^--8<--) "([^"\n]+)"[ \t]*$', re.MULTILINE)


def expand(source: str, path: PurePosixPath, first_line: int, root: Path) -> str:
    """Return `source`, which begins on line `first_line` of `path`, with shared blocks put in.

    Raises:
        WordsError: a block is missing, lies outside the repository or includes itself.
    """
    return _expand(source, path, first_line, root, (path,))


def _expand(
    source: str, path: PurePosixPath, first_line: int, root: Path, trail: tuple[PurePosixPath, ...]
) -> str:
    def put_in(match: re.Match[str]) -> str:
        line = first_line + source.count("\n", 0, match.start())
        name = PurePosixPath(match[1])
        place = Place(path, line)
        if name in trail:
            raise WordsError(
                text("“{name}” includes itself: {trail}.", name=str(name), trail=_trail(trail, name)),
                text("Remove one of these lines."),
                place,
            )
        file = root / name
        if ".." in name.parts or name.is_absolute() or not file.resolve().is_relative_to(root.resolve()):
            raise WordsError(
                text("“{name}” lies outside the repository.", name=str(name)),
                text("Copy the block into content/_bagian/ and include it from there."),
                place,
            )
        if not file.is_file():
            raise WordsError(
                text("The shared block “{name}” does not exist.", name=str(name)),
                text("Check the path; it counts from the repository's root."),
                place,
            )
        inner = settings_file.read_text(file, name).rstrip("\n")
        return _expand(inner, name, 1, root, (*trail, name))

    return MARK.sub(put_in, source)


def _trail(trail: tuple[PurePosixPath, ...], name: PurePosixPath) -> str:
    return " → ".join(str(step) for step in (*trail, name))
