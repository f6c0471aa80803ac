"""Long lists on several pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from terbuka.text import text

T = TypeVar("T")


@dataclass(frozen=True)
class Sheet(Generic[T]):
    """One page of a list.

    Attributes:
        url: its address below the portal's own.
        number: from 1.
        items: what it shows.
        links: for the template: where it stands, and its neighbours.
    """

    url: str
    number: int
    items: Sequence[T]
    links: dict[str, Any]


def sheets(items: Sequence[T], size: int, url: str, language: str) -> Iterator[Sheet[T]]:
    """Yield the pages of a list that begins at `url`; an empty list has one page."""
    total = max(1, -(-len(items) // size))
    for number in range(1, total + 1):
        chunk = items[(number - 1) * size : number * size]
        links: dict[str, Any] = {}
        if total > 1:
            words = text("Page {number} of {total}", number=number, total=total).say(language)
            links = {"words": words}
            if number > 1:
                links["newer"] = _address(url, number - 1, language)
            if number < total:
                links["older"] = _address(url, number + 1, language)
        yield Sheet(_address(url, number, language), number, chunk, links)


def _address(url: str, number: int, language: str) -> str:
    word = "halaman" if language == "id" else "page"
    return url if number == 1 else f"{url}{word}-{number}/"
