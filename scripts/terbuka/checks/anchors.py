"""The anchors of a document, as the portal's own Markdown makes them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any


@lru_cache(maxsize=512)
def of(text: str) -> frozenset[str]:
    """Return what may stand behind ``#`` in links to a document with this Markdown."""
    from markdown import Markdown  # noqa: PLC0415  few links go to an anchor; nobody else waits for it

    parser = Markdown(extensions=["admonition", "fenced_code", "footnotes", "tables", "toc"])
    parser.convert(text)
    return frozenset(_ids(vars(parser)["toc_tokens"]))  # put there by the extension toc


def _ids(tokens: Iterable[dict[str, Any]]) -> Iterable[str]:
    for token in tokens:
        yield token["id"]
        yield from _ids(token["children"])
