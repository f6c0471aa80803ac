"""The HTML style of the Bot API: tags become entities, and what remains is the text.

Written from core.telegram.org/bots/api#html-style; the sentences are those of the real server
(github.com/tdlib/td, MessageEntity.cpp). Offsets in errors count bytes, offsets of entities UTF-16 units.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from terbuka.sandbox.store import Record

TAGS: Mapping[str, str] = MappingProxyType(
    {
        "a": "text_link",
        "b": "bold",
        "blockquote": "blockquote",
        "code": "code",
        "del": "strikethrough",
        "em": "italic",
        "i": "italic",
        "ins": "underline",
        "pre": "pre",
        "s": "strikethrough",
        "span": "spoiler",
        "strike": "strikethrough",
        "strong": "bold",
        "tg-spoiler": "spoiler",
        "u": "underline",
    }
)
"""What each tag means; custom emoji (``tg-emoji``) are not played."""

_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER = re.compile(
    r"&(?:#x(?P<hex>[0-9a-fA-F]{1,6})|#(?P<decimal>[0-9]{1,7})|(?P<name>lt|gt|amp|quot)(?![a-zA-Z]));?"
)
_ATTRIBUTE = re.compile(
    r"""\s*(?P<name>[^\s=>]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[\w.-]+)))?\s*"""
)
_OPEN = re.compile(r"<([^\s>/][^\s>]*)")
_CLOSE = re.compile(r"</([^\s>]*)\s*(>?)")


class BadMarkup(ValueError):
    """HTML that the Bot API does not take."""


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    attributes: Mapping[str, str]
    offset: int


def units(words: str) -> int:
    """Return the length of a text in UTF-16 units, as the Bot API counts."""
    return len(words.encode("utf-16-le")) // 2


def parse(html: str) -> tuple[str, list[Record]]:
    """Return the text and the entities of a message in HTML style.

    Raises:
        BadMarkup: a tag is unknown, left open, closed wrongly or written wrongly.
    """
    text, at = "", 0
    opened: list[_Tag] = []
    entities: list[Record] = []
    while at < len(html):
        if html[at] == "&" and (found := _CHARACTER.match(html, at)):
            text, at = text + _character(found), found.end()
        elif html.startswith("</", at):
            at = _close(html, at, text, opened, entities)
        elif html[at] == "<":
            tag, at = _open(html, at, units(text))
            opened.append(tag)
        else:
            text, at = text + html[at], at + 1
    if opened:
        raise BadMarkup(f"Can't find end tag corresponding to start tag {opened[-1].name}")
    return text, sorted(entities, key=lambda one: (one["offset"], -one["length"]))


def _character(found: re.Match[str]) -> str:
    """Return the character that a reference such as ``&lt;`` stands for; what stands for none stays."""
    if found["name"]:
        return _NAMED[found["name"]]
    code = int(found["hex"], 16) if found["hex"] else int(found["decimal"])
    surrogate = 0xD800 <= code <= 0xDFFF  # noqa: PLR2004  halves of characters
    return chr(code) if 0 < code < 0x10FFFF and not surrogate else found[0]  # noqa: PLR2004


def _byte(html: str, at: int) -> int:
    return len(html[:at].encode())


def _open(html: str, at: int, offset: int) -> tuple[_Tag, int]:
    """Read a start tag."""
    found, end = _OPEN.match(html, at), html.find(">", at)
    if end < 0:
        raise BadMarkup(f"Unclosed start tag at byte offset {_byte(html, at)}")
    name = found[1].lower() if found else ""
    if name not in TAGS:
        raise BadMarkup(f'Unsupported start tag "{name}" at byte offset {_byte(html, at)}')
    attributes: dict[str, str] = {}
    inside = at + 1 + len(name)
    while (match := _ATTRIBUTE.match(html, inside)) and match["name"]:
        value = next((match[kind] for kind in ("double", "single", "bare") if match[kind] is not None), None)
        if value is None:
            raise _bad_attribute(html, at, name, match.end("name"))
        attributes[match["name"].lower()] = _CHARACTER.sub(_character, value)
        inside = match.end()
    closing = html.find(">", inside)
    if closing < 0:
        raise BadMarkup(f"Unclosed start tag at byte offset {_byte(html, at)}")
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise BadMarkup(f'Tag "span" must have class "tg-spoiler" at byte offset {_byte(html, at)}')
    return _Tag(name, attributes, offset), closing + 1


def _bad_attribute(html: str, at: int, tag: str, after: int) -> BadMarkup:
    """Return what is wrong with an attribute whose name ends at `after`."""
    rest = html[after:].lstrip()
    if not rest.startswith("="):
        where = f'the tag "{tag}" at byte offset {_byte(html, at)}'
        return BadMarkup(f"Expected equal sign in declaration of an attribute of {where}")
    value = rest[1:].lstrip()
    if value.startswith(("'", '"')):
        return BadMarkup(f"Unclosed start tag at byte offset {_byte(html, at)}")
    return BadMarkup(f"Unexpected end of name token at byte offset {_byte(html, len(html) - len(value))}")


def _close(html: str, at: int, text: str, opened: list[_Tag], entities: list[Record]) -> int:
    """Read an end tag, and note the entity that it ends."""
    if not opened:
        raise BadMarkup(f"Unexpected end tag at byte offset {_byte(html, at)}")
    found = _CLOSE.match(html, at)
    if found is None or not found[2]:
        raise BadMarkup(f"Unclosed end tag at byte offset {_byte(html, at)}")
    tag, name = opened.pop(), found[1].lower()
    if name not in ("", tag.name):
        expected = f'expected "</{tag.name}>", found "</{name}>"'
        raise BadMarkup(f"Unmatched end tag at byte offset {_byte(html, at)}, {expected}")
    length = units(text) - tag.offset
    if length:
        _note(tag, length, text, entities)
    return found.end()


def _note(tag: _Tag, length: int, text: str, entities: list[Record]) -> None:
    entity: Record = {"offset": tag.offset, "length": length, "type": TAGS[tag.name]}
    if tag.name == "a":
        inner = text.encode("utf-16-le")[tag.offset * 2 :].decode("utf-16-le")
        entity["url"] = _address(tag.attributes.get("href") or inner)
        if not entity["url"]:
            return
    if tag.name == "pre" and entities and entities[-1]["type"] == "code" and "language" in entities[-1]:
        code = entities.pop()
        entity["language"] = code["language"]
    if tag.name == "code" and tag.attributes.get("class", "").startswith("language-"):
        entity["language"] = tag.attributes["class"].removeprefix("language-")
    if tag.name == "blockquote" and "expandable" in tag.attributes:
        entity["type"] = "expandable_blockquote"
    entities.append(entity)


def _address(words: str) -> str:
    """Return a link as the server keeps it: with a slash after the host; "" if it is none."""
    found = re.fullmatch(r"(https?://)?([^\s/?#]+\.[^\s/?#]+|localhost(?::\d+)?)(/\S*)?([?#]\S*)?", words)
    if found is None:
        return ""
    return f"{found[1] or 'http://'}{found[2]}{found[3] or '/'}{found[4] or ''}"
