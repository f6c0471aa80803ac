"""The text of a post with its facets, as the app shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from terbuka.sandbox.player import Span

_FACET = "app.bsky.richtext.facet#"


def spans(words: str, facets: Sequence[Mapping[str, Any]]) -> tuple[Span, ...]:
    """Cut a text at its facets, which count bytes; what no facet covers is plain, addresses included."""
    content, at, found = words.encode(), 0, []
    for facet in sorted(facets, key=lambda one: int(one["index"]["byteStart"])):
        start, end = facet["index"]["byteStart"], facet["index"]["byteEnd"]
        if start < at:
            continue  # the app shows the first of two facets that overlap
        found += [Span(_text(content[at:start])), _span(_text(content[start:end]), facet["features"])]
        at = end
    found.append(Span(_text(content[at:])))
    return tuple(span for span in found if span.text)


def _span(words: str, features: Sequence[Mapping[str, Any]]) -> Span:
    for feature in features:
        match feature["$type"].removeprefix(_FACET):
            case "link":
                return Span(words, href=feature["uri"])
            case "tag":
                return Span(words, marks=("hashtag",))
            case "mention":
                return Span(words, marks=("mention",))
    return Span(words)


def _text(content: bytes) -> str:
    return content.decode(errors="replace")
