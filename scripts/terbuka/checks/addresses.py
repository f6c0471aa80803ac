"""Every address in a document: in links, pictures and HTML, bare in the text, and in the front matter."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from html import unescape
from urllib.parse import SplitResult, urlsplit

from terbuka.checks import html_tags, markdown, of_document
from terbuka.checks.spans import Spans
from terbuka.errors import Place
from terbuka.marked_yaml import KeyPath
from terbuka.words.document import Document

# What it may begin with stands first, because such expressions are found fastest.
_BARE = re.compile(r"[hHfFwW](?<![\w@/].)(?i:(?<=h)ttps?://|(?<=f)tp://|(?<=w)ww\.)[^\s<>\"'`\\^{|}\[\]“”]++")
_ENDINGS = ".,;:!?*_)’"
_CONTROLS = re.compile(r"[\x00-\x20\x7f]+")
_HELD = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "img": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src",),
    "track": ("src",),
    "video": ("src", "poster"),
}
"""The attributes of HTML that hold an address."""

_OF_WORDS = frozenset({"a", "audio", "iframe", "object", "video"})
"""What stands inside these are the words of a link, or what is shown instead of a film."""


class Use(StrEnum):
    """How a document uses an address."""

    LINK = "link"
    """A reader follows it."""

    LOADED = "loaded"
    """The page itself loads it: a picture, a film, a script."""

    BARE = "bare"
    """It stands in the text as it is."""

    FIELD = "field"
    """It stands in the front matter."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address and where it stands.

    Attributes:
        raw: as it is written.
        use: how it is used.
        offset: where it begins in the body; of a field, in its value.
        keys: the field of the front matter; () in the body.
    """

    raw: str
    use: Use
    offset: int
    keys: KeyPath = ()

    @property
    def clean(self) -> str:
        """The address as a browser takes it: entities resolved, without control characters and blanks."""
        return clean(self.raw)

    @property
    def parts(self) -> SplitResult | None:
        """The parts of the address; None if no browser could follow it."""
        return parts_of(self.clean)

    def place(self, document: Document) -> Place:
        """Return where it stands in the file."""
        return document.place(*self.keys) if self.keys else document.body_place(self.offset)


@lru_cache(maxsize=1024)
def clean(raw: str) -> str:
    """Return an address as a browser takes it."""
    return _CONTROLS.sub("", unescape(raw) if "&" in raw else raw)


@lru_cache(maxsize=1024)
def parts_of(address: str) -> SplitResult | None:
    """Return the parts of `address`; None if it has none that make sense."""
    try:
        parts = urlsplit(address if not address.lower().startswith("www.") else f"https://{address}")
        _ = parts.hostname, parts.port
    except ValueError:
        return None
    return parts


def is_loopback(host: str) -> bool | None:
    """Tell whether a host named by its number is the reader's own machine; None for one with a name."""
    if not (host[-1:].isdigit() or ":" in host):  # as numbers do, and hardly any name
        return None
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return None


@of_document.once
def of(document: Document) -> tuple[Address, ...]:
    """Return every address of `document`, relative ones of links included: first the front matter's."""
    fields = (
        Address(match[0].rstrip(_ENDINGS), Use.FIELD, match.start(), keys)
        for keys, value in strings(document)
        if "://" in value or "www." in value
        for match in _BARE.finditer(value)
    )
    return (*fields, *in_body(document.body))


@of_document.once
def strings(document: Document) -> tuple[tuple[KeyPath, str], ...]:
    """Return every text in the front matter of `document`, valid or not, with its key."""
    return tuple(_strings(document.front_matter.value, ()))


def _strings(value: object, keys: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, (*keys, str(key)))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _strings(inner, (*keys, index))


@lru_cache(maxsize=128)
def in_body(body: str) -> tuple[Address, ...]:
    """Return every address in `body` in order."""
    found: list[Address] = []
    covered: list[tuple[int, int]] = []
    text = markdown.prose(body)
    for link in markdown.links(body):
        if text[link.end - 1] == ")" and link.target:
            offset = text.rfind(link.target, link.offset, link.end)
            found.append(Address(link.target, Use.LOADED if link.image else Use.LINK, offset))
            covered.append((link.offset, link.end))
    for _, target, offset in markdown.definitions(body):
        found.append(Address(target, Use.LINK, offset))
        covered.append((offset, offset + len(target)))
    for tag, _, end in html_tags.elements(body):
        covered.append((tag.offset, end if tag.name in _OF_WORDS else tag.end))
        found += (
            Address(
                tag.attributes[name], Use.LINK if tag.name in ("a", "area", "form") else Use.LOADED, tag.offset
            )
            for name in _HELD.get(tag.name, ())
            if tag.attributes.get(name)
        )
    if "://" in text or "www." in text:
        behind = Spans(covered)
        found += (
            Address(match[0].rstrip(_ENDINGS), Use.BARE, match.start())
            for match in _BARE.finditer(text)
            if match.start() not in behind
        )
    return tuple(sorted(found, key=lambda address: address.offset))
