"""Links, hashtags and mentions in a status: where they stand, what they cost, how they become HTML.

Written from Mastodon's documented rules (docs.joinmastodon.org/user/posting, /spec/activitypub): links with
a protocol cost 23 characters, a mention costs its local part, everything else its grapheme clusters. One
thing differs on purpose: hosts without a known top-level domain (127.0.0.1, .example) count as links too,
because a rehearsal's portal has such an address.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

import regex

LIMIT = 500
LINK_LENGTH = 23
SHOWN_LENGTH = 30
"""Characters of a link that stay visible after the protocol."""

_PATH_CHAR = r"[^\s<>()?]"
_PARENS = rf"\({_PATH_CHAR}*(?:\({_PATH_CHAR}+\){_PATH_CHAR}*)?\)"
_PATH_END = rf"(?:[^\s()?!*\"'「」<>;:=,.$%\[\]~&|@]|{_PARENS}|/)"
_QUERY_CHAR = r"[a-z0-9!?*'();:&=+$/%#\[\]\-_.,~|@^\u00a0-\U0010fffd]"
_QUERY_END = r"[a-z0-9_&=#/\-\u00a0-\U0010fffd]"
_LABEL = r"[\p{L}\p{N}\p{So}](?:[\p{L}\p{M}\p{N}\p{So}_-]*[\p{L}\p{M}\p{N}\p{So}])?"
_LINK = (
    rf"(?<![a-z0-9@＠$#＃])(?P<link>https?://{_LABEL}(?:\.{_LABEL})*(?::[0-9]+)?"
    rf"(?:/(?:(?:{_PATH_CHAR}|{_PARENS})*{_PATH_END})?)?"
    rf"(?:\?(?:{_QUERY_CHAR})*{_QUERY_END})?)"
)
_HASHTAG = r"(?<![\w/)=&])[#＃](?P<hashtag>[\w·]*[\p{L}\p{M}_·][\w·]*)"
_MENTION = r"(?<![=/\w])@(?P<mention>[a-z0-9_]+(?:[a-z0-9_.-]*[a-z0-9_])?)(?:@[\w.-]+\w(?::[0-9]+)?)?"
_ENTITY = regex.compile(f"{_LINK}|{_MENTION}|{_HASHTAG}", regex.IGNORECASE | regex.VERSION1)
_PROTOCOL = regex.compile(r"https?://(?:www\.)?", regex.IGNORECASE)
_CLUSTER = regex.compile(r"\X")


@dataclass(frozen=True, slots=True)
class Entity:
    """A piece of a status.

    Attributes:
        kind: ``text``, ``link``, ``hashtag`` or ``mention``.
        text: the whole piece, as written.
        name: the hashtag without its sign, or the mentioned account's local part; else "".
    """

    kind: str
    text: str
    name: str = ""


def pieces(words: str) -> Iterator[Entity]:
    """Cut a status into text, links, hashtags and mentions; joined they are the status again."""
    at = 0
    for match in _ENTITY.finditer(words):
        if match.start() > at:
            yield Entity("text", words[at : match.start()])
        kind = next(name for name in ("link", "mention", "hashtag") if match[name] is not None)
        yield Entity(kind, match[0], "" if kind == "link" else match[kind])
        at = match.end()
    if at < len(words):
        yield Entity("text", words[at:])


def count(words: str, warning: str = "") -> int:
    """Return the length of a status and its content warning, as the server counts."""
    counted = "".join(_counted(piece) for piece in pieces(words))
    return sum(1 for _ in _CLUSTER.finditer(warning + counted))


def _counted(piece: Entity) -> str:
    match piece.kind:
        case "link":
            return "x" * LINK_LENGTH
        case "mention":
            return f"@{piece.name}"
        case _:
            return piece.text


def hashtags(words: str) -> list[str]:
    """Return the hashtags of a status, each once, in lower case and without ``#``."""
    return list(dict.fromkeys(piece.name.lower() for piece in pieces(words) if piece.kind == "hashtag"))


def to_html(words: str, base: str) -> str:
    """Return the status as the HTML in a Status's `content`; `base` is the server's address."""
    body = "".join(_html(piece, base) for piece in pieces(words.strip()))
    paragraphs = regex.split(r"\n{2,}", body.replace("\r\n", "\n"))
    return "".join(f"<p>{paragraph.replace(chr(10), '<br />')}</p>" for paragraph in paragraphs if paragraph)


def shown_link(link: str) -> tuple[str, str, str]:
    """Return a link in three parts: the hidden protocol, what is visible, the hidden rest."""
    found = _PROTOCOL.match(link)
    start = found.end() if found else 0
    return link[:start], link[start : start + SHOWN_LENGTH], link[start + SHOWN_LENGTH :]


def _html(piece: Entity, base: str) -> str:
    match piece.kind:
        case "link":
            protocol, visible, rest = shown_link(piece.text)
            return (
                f'<a href="{escape(piece.text)}" target="_blank" rel="nofollow noopener noreferrer">'
                f'<span class="invisible">{escape(protocol)}</span>'
                f'<span class="{"ellipsis" if rest else ""}">{escape(visible)}</span>'
                f'<span class="invisible">{escape(rest)}</span></a>'
            )
        case "hashtag":
            address = escape(f"{base}/tags/{piece.name.lower()}")
            return f'<a href="{address}" class="mention hashtag" rel="tag">#<span>{escape(piece.name)}</span></a>'
        case _:
            return escape(piece.text)
