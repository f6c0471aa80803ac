"""The words of a document that rules of style may judge: no addresses, code, italics or titles of regulations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from terbuka.checks import markdown, of_document, vale_scratch
from terbuka.errors import Place
from terbuka.marked_yaml import KeyPath
from terbuka.words.document import Document

_SMALL = (
    "antara|atas|atau|bagi|dalam|dan|dari|dengan|di|ke|oleh|pada|secara|sebagai|serta|tentang|terhadap|untuk|yang"
)
_TITLED = re.compile(
    r"(?:Undang-Undang|Peraturan|Keputusan|Instruksi|Surat Edaran|UU|PP|Perppu|Perpres|Perda)"
    r"(?: [A-Z][\w-]{0,40},?| dan){0,12} Nomor [\w./-]{1,40} Tahun \d{4}"
    rf"(?: tentang(?: \(?[A-Z0-9][\w/()-]{{0,40}},?| (?:{_SMALL})\b){{1,40}}+)?"
    r"|(?:Law|Regulation|Decree|Instruction) Number [\w./-]{1,40} of \d{4}"
    r"(?: (?:on|concerning)(?: [A-Z][\w-]{0,40},?| (?:and|for|in|of|on|the|to)\b){1,40}+)?"
)
"""A regulation with its number; the spelling of its title belongs to those who made it."""

_LOCAL = re.compile(r"(?<![\w.+-])[\w.+-]{0,64}\Z")
_DOMAIN = re.compile(r"@[\w.-]{1,255}")
_LONGEST_LOCAL = 64


def _blank(match: re.Match[str]) -> str:
    """Return blanks; the bracket that closes the words of a link stays."""
    return "]".ljust(len(match[0])) if match[0].startswith("](") else " " * len(match[0])


def _mailboxes(words: str) -> Iterator[tuple[int, int]]:
    """Yield where mail addresses and names on social networks stand; looked for from their @, which is rare."""
    at, end = words.find("@"), 0
    while at >= 0:
        local = _LOCAL.search(words, max(end, at - _LONGEST_LOCAL), at)
        domain = _DOMAIN.match(words, at)
        if local and domain:
            end = domain.end()
            yield local.start(), end
        at = words.find("@", max(at + 1, end))


def _blanker(expression: str, flags: int = 0) -> Callable[[str], str]:
    return partial(re.compile(expression, flags).sub, _blank)


_UNREAD: Mapping[str, Callable[[str], str]] = {
    "](": _blanker(r"\]\([^()\s]{0,2000}(?:\s+\"[^\"\n]{0,300}\")?\)"),
    "<": _blanker(r"<[^<>\n]{0,2000}>"),
    "://": _blanker(r"https?://[^\s)>]{1,2000}"),
    "@": lambda words: markdown.without(words, _mailboxes(words)),
    "#": _blanker(r"#\w[\w.-]{0,255}"),
    "{": _blanker(r"\{[^{}\n]{0,200}\}"),
    "]:": _blanker(r"^ {0,3}\[[^\[\]\n]{1,99}\]:[^\n]{0,2000}", re.M),
    "--8<--": _blanker(r"^[ \t]{0,40}--8<--[^\n]{0,300}", re.M),
    "*": _blanker(r"\*(?<![*\w]\*)(?![\s*])[^*\n]{1,200}(?<!\s)\*(?![*\w])"),
    "_": _blanker(r"_(?<![\w_]_)(?![\s_])[^_\n]{1,200}_(?!\w)"),
}
"""What is not read as words, behind a sign without which it cannot be there: addresses, tags, marks, italics."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text of a document.

    Attributes:
        text: as long as what is written, with blanks for what is nobody's business here; see `mask`.
        place: tells where the character at an offset stands.
        key: the last key of the field in the front matter; "" for the body.
    """

    text: str
    place: Callable[[int], Place]
    key: str = ""


@lru_cache(maxsize=128)
def mask(words: str) -> str:
    """Return `words` with addresses, tags and italics blanked out, and each numbered regulation as one word."""
    for sign, without in _UNREAD.items():
        if sign in words:
            words = without(words)
    if " Nomor " in words or " Number " in words:
        words = _TITLED.sub(lambda match: "X".ljust(len(match[0])), words)
    return words


def body(document: Document) -> Words:
    """Return the body of `document`."""
    return Words(mask(markdown.prose(document.body)), document.body_place)


def fields(document: Document) -> Iterator[Words]:
    """Yield the sentences of the front matter of `document`."""
    for index, (keys, value, masked) in enumerate(_fields(document)):
        yield Words(masked, _finder(document, index, value), str(keys[-1]))


@of_document.once
def _fields(document: Document) -> tuple[tuple[KeyPath, str, str], ...]:
    """Return key, value and masked value of each sentence of the front matter."""
    if not document.front_matter.value:
        return ()
    return tuple((keys, value, mask(value)) for keys, value in vale_scratch.sentences(document))


def of(document: Document) -> Iterator[Words]:
    """Yield the sentences of the front matter of `document`, and its body."""
    yield from fields(document)
    yield body(document)


def _finder(document: Document, index: int, value: str) -> Callable[[int], Place]:
    def place(offset: int) -> Place:
        return vale_scratch.fields(document).place(
            2 * index + 1, offset + 1, value[offset : offset + 12].partition(" ")[0]
        )

    return place
