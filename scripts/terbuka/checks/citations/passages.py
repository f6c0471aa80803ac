"""The parts of a document in which regulations are cited, and where each character of them stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from terbuka.checks import markdown, of_document
from terbuka.errors import Place
from terbuka.words.document import Document


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a document.

    Attributes:
        words: what people read; code and comments are blanked out.
        place: tells where the character at an offset stands.
        body: True for the body; elsewhere every offset has the place of the field.
    """

    words: str
    place: Callable[[int], Place]
    body: bool


@of_document.once
def of(document: Document) -> tuple[Passage, ...]:
    """Return title, summary, titles of sources, and the body of `document`."""
    return tuple(_passages(document))


def _passages(document: Document) -> Iterator[Passage]:
    meta = document.meta
    if meta is not None:
        yield _field(document, meta.title, "title")
        yield _field(document, meta.summary, "summary")
        for index, source in enumerate(meta.sources):
            yield _field(document, source.title, "sources", index, "title")
    yield Passage(markdown.prose(document.body), document.body_place, body=True)


def _field(document: Document, words: str, *keys: str | int) -> Passage:
    place = document.place(*keys)
    return Passage(words, lambda _: place, body=False)
