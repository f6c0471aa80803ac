"""How hard a text is to read beside the office's own published texts."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from terbuka.checks import readability
from terbuka.checks.rule import Context
from terbuka.words.document import Document, is_public
from terbuka.words.kinds.registry import kind_of
from terbuka.words.library import language_of

LEAST_WORDS = 100
"""A shorter text has too few sentences to be measured."""

LEAST_TEXTS = 10
"""Among fewer texts a rank says nothing."""

MOST_TEXTS = 300
"""A pull request must not wait until ten thousand texts are read; these are always the same ones."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a text stands among others.

    Attributes:
        easier: of 100 texts, how many are easier.
        texts: with how many it was compared.
        of_kind: whether they are of its own kind; otherwise of all kinds, because there are too few of its own.
    """

    easier: int
    texts: int
    of_kind: bool


def standing(document: Document, lix: float, context: Context) -> Standing | None:
    """Return how a text with this LIX stands among the published ones of its language; None: there are too few."""
    for kind in (document.kind.id, None):
        wanted = (kind, document.language)
        known = context.once(("readability", *wanted), partial(_known, *wanted, context))
        others = tuple(value for path, value in known if path != document.path)
        if len(others) >= LEAST_TEXTS:
            easier = bisect_left(sorted(others), lix)
            return Standing(100 * easier // len(others), len(others), kind is not None)
    return None


def _known(kind: str | None, language: str, context: Context) -> list[tuple[PurePosixPath, float]]:
    """Return the LIX of published texts, by where they are."""
    found: list[tuple[PurePosixPath, float]] = []
    for path in sorted(context.library.paths, key=_shuffled):
        if len(found) == MOST_TEXTS:
            break
        if language_of(path, context.office) != language or not _is_kind(path, kind):
            continue
        document = context.library.by_path[path]
        if is_public(document, context.now, context.office.zone):
            measure = readability.measure(document.body)
            if measure.words >= LEAST_WORDS:
                found.append((path, measure.lix))
    return found


def _is_kind(path: PurePosixPath, kind: str | None) -> bool:
    own = kind_of(path)
    return own is not None and kind in (None, own.id)


def _shuffled(path: PurePosixPath) -> bytes:
    """Return a key that mixes years and topics, in the same way on every machine."""
    return hashlib.sha256(str(path).encode("utf-8", errors="surrogateescape")).digest()
