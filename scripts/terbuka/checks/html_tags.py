"""The HTML tags that stand in Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from terbuka.checks import markdown

_TAG = re.compile(
    r"<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*+)(?=[\s/>])(?P<inside>(?:[^<>\"']|\"[^\"<>]*+\"|'[^'<>]*+')*+)>"
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[A-Za-z_:][\w:.-]*+)(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s\"'<>=`]++)))?"
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag.

    Attributes:
        offset: where it begins.
        end: where it ends.
        name: in lower case.
        closing: True for ``</name>``.
        attributes: values by name in lower case; "" for one without a value.
    """

    offset: int
    end: int
    name: str
    closing: bool
    attributes: Mapping[str, str]


@lru_cache(maxsize=128)
def of(body: str) -> tuple[Tag, ...]:
    """Return the tags of `body` in order, those in code and comments left out."""
    if "<" not in body:
        return ()
    return tuple(
        Tag(match.start(), match.end(), match["name"].lower(), bool(match["slash"]), _attributes(match["inside"]))
        for match in _TAG.finditer(markdown.prose(body))
    )


def _attributes(inside: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(inside):
        value = match["double"] or match["single"] or match["bare"] or ""
        found.setdefault(match["name"].lower(), unescape(value))
    return found


@lru_cache(maxsize=128)
def elements(body: str) -> tuple[tuple[Tag, int, int], ...]:
    """Return each opening tag with where its content begins and ends; an element never closed is empty."""
    found: list[tuple[Tag, int, int]] = []
    open_tags: dict[str, list[Tag]] = {}
    for tag in of(body):
        waiting = open_tags.setdefault(tag.name, [])
        if not tag.closing:
            waiting.append(tag)
        elif waiting:
            first = waiting.pop()
            found.append((first, first.end, tag.offset))
    found += [(tag, tag.end, tag.end) for waiting in open_tags.values() for tag in waiting]
    return tuple(sorted(found, key=lambda element: element[1]))
