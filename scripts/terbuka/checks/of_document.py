"""What several rules want to know of a document, worked out once and forgotten after some other documents."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from terbuka.words.document import Document

T = TypeVar("T")

_MOST = 64
"""Documents of which results are kept: rules look at one after the other, some at its translation as well."""


class _Same:
    """A document as a key: itself and no other, which is told faster than whether two have the same content."""

    __slots__ = ("document",)

    def __init__(self, document: Document) -> None:
        self.document = document

    def __hash__(self) -> int:
        return id(self.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.document is other.document


def once(make: Callable[[Document], T]) -> Callable[[Document], T]:
    """Return `make`, which must depend on nothing but the document, so that it is called once for each."""

    @lru_cache(maxsize=_MOST)
    def known(key: _Same) -> T:
        return make(key.document)

    def of(document: Document) -> T:
        return known(_Same(document))

    of.__doc__ = make.__doc__
    return of
