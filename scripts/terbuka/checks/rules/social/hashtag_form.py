"""Hashtags that people can read and hear: few, in CamelCase, without signs that break them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from terbuka.checks import rule, written
from terbuka.checks.finding import Edit, Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
from terbuka.office import Office
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.fields import Common

ID = "hashtag-form"
FAMILY = Family.SOCIAL
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Hashtags are few and in CamelCase, so that people can read and hear them.")
SOURCE = "WCAG 2.2, 3.1.2; UU 8/2016 Pasal 24"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

# With a letter: “#1” is a number.
_INLINE = re.compile(r"(?<![\w&/#])[#＃](?P<tag>(?=\w{0,99}[^\W\d_])\w{1,100})")
_WORD = re.compile(r"[^\W\d_]{3,}")
_STOP = frozenset({"yang", "dan", "di", "ke", "dari", "the", "and", "of", "in"})

LONG, PERHAPS = 16, 9
"""Letters. Hardly any single word of a hashtag is longer than the first, and many are shorter than the second."""

NO_ABBREVIATION = 5
"""Letters. A shorter part in small letters may be an abbreviation that is written in capitals."""

MOST_LETTERS = 7
"""Capitals in a row beyond which a hashtag is shouting rather than an abbreviation."""


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield hashtags that are hard to read, in the field and in the posts, and posts that have too many."""
    meta = document.meta
    if meta is None:
        return
    most = context.office.limits.hashtags
    found = [(document.place("hashtags", index), tag) for index, tag in enumerate(meta.hashtags)]
    yield from _field(found, most)
    added = frozenset(tag.casefold() for tag in meta.hashtags[:most])
    for place, words, first in _texts(document, meta):
        tags = [match["tag"] for match in _INLINE.finditer(words)] if "#" in words or "＃" in words else []
        found += [(place, tag) for tag in dict.fromkeys(tags)]
        if tags:
            yield from _inline(place, tags, added if first else frozenset(), most)
    flat = []
    for place, tag in found:
        if _is_flat(tag):
            flat.append((place, tag))
        else:
            yield from _signs(place, tag)
    if flat:
        known = _known(document, context.office)
        for place, tag in flat:
            yield from _flat(place, tag, known)


def _field(tags: Sequence[tuple[Place, str]], most: int) -> Iterator[Finding]:
    for index, (place, tag) in enumerate(tags):
        if tag.casefold() in {earlier.casefold() for _, earlier in tags[:index]}:
            yield _finding(place, text("“{tag}” stands here twice.", tag=tag), text("Leave one of them."))
    if len(tags) > most:
        yield _finding(
            tags[most][0],
            text("This office posts at most {most} hashtags; the rest is left out.", most=most),
            text("Keep the {most} by which people really look.", most=most),
        )


def _inline(place: Place, tags: Sequence[str], added: frozenset[str], most: int) -> Iterator[Finding]:
    twice = next((tag for tag in tags if tag.casefold() in added), None)
    if twice:
        yield _finding(
            place,
            text("“#{tag}” stands in the text and in “hashtags”, so it is posted twice.", tag=twice),
            text("Leave it in “hashtags” only."),
        )
    count = len({tag.casefold() for tag in tags} | added)
    if count > most:
        yield _finding(
            place,
            text("This post has {count} hashtags; the office allows {most}.", count=count, most=most),
            text("Keep the {most} by which people really look.", most=most),
        )


def _texts(document: Document, meta: Common) -> Iterator[tuple[Place, str, bool]]:
    """Yield what may hold a hashtag, its place, and whether those of the field are added to it."""
    yield document.place("title"), meta.title, True
    yield document.place("summary"), meta.summary, True
    for post in written.posts(document):
        yield document.place(*post.keys), post.words, post.index == 0


def _signs(place: Place, tag: str) -> Iterator[Finding]:
    """Yield at most one finding about what a hashtag is made of."""
    if not re.search(r"[^\W\d_]", tag):
        yield _finding(
            place,
            text("“{tag}” has no letter; platforms make no hashtag of it.", tag=tag),
            text("Add a word, such as Anggaran2026."),
        )
    elif "_" in tag:
        parts = tag.split("_")
        joined = "".join(part[:1].upper() + part[1:] for part in parts)
        is_sure = all(part[:1].isupper() or len(part) >= NO_ABBREVIATION for part in parts)
        yield _finding(
            place,
            text("“{tag}” has underscores, which screen readers say aloud.", tag=tag),
            text("Write “{better}”.", better=joined),
            edit=Edit(tag, joined) if is_sure else None,
        )
    elif not tag.isascii():
        plain = unicodedata.normalize("NFKD", tag).encode("ascii", "ignore").decode()
        yield _finding(
            place,
            text("“{tag}” has letters that people do not type when they search.", tag=tag),
            text("Write “{better}”.", better=plain) if len(plain) > 1 else text("Write it with the letters a–z."),
        )


def _is_flat(tag: str) -> bool:
    """Tell whether it is plain letters and nothing shows where its words begin."""
    if not tag.isascii() or "_" in tag:
        return False
    letters = re.sub(r"\d", "", tag)
    return letters.islower() or (letters.isupper() and len(letters) > MOST_LETTERS)


def _flat(place: Place, tag: str, known: frozenset[str]) -> Iterator[Finding]:
    words = segments(tag.lower(), known)
    if len(words) > 1:
        better = "".join(word.capitalize() for word in words)
        yield _finding(
            place,
            text("“{tag}” is read aloud as one word.", tag=tag),
            text("Write “{better}”, each word with a capital.", better=better),
        )
    elif not words and len(tag) >= PERHAPS:
        yield _finding(
            place,
            text("“{tag}” has no capitals inside; if it is several words, it is read aloud as one.", tag=tag),
            text("Begin each word with a capital, such as LayananPublik."),
            SEVERITY if len(tag) >= LONG else Severity.SUGGESTION,
        )


def _known(document: Document, office: Office) -> frozenset[str]:
    """Return the words from which this document's hashtags are probably made."""
    names = [name for topic in office.topics.values() for name in topic.name.values()]
    tags = [re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", topic.hashtag or "") for topic in office.topics.values()]
    meta = document.meta
    own = [_INLINE.sub("", words) for words in (meta.title, meta.summary)] if meta else []
    words = " ".join([office.short_name, *office.name.values(), *names, *tags, *own, document.body[:20_000]])
    return frozenset(_WORD.findall(words.lower())) - _STOP


def segments(tag: str, known: frozenset[str]) -> tuple[str, ...]:
    """Return `tag` as the fewest of the words `known`, with digits as words; nothing if it cannot be cut so."""
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(tag) + 1):
        found: tuple[str, ...] | None = None
        for start in range(end):
            earlier, piece = best[start], tag[start:end]
            if earlier is not None and (piece in known or piece.isdigit()):
                candidate = (*earlier, piece)
                found = candidate if found is None or len(candidate) < len(found) else found
        best.append(found)
    return best[-1] or ()


def _finding(
    place: Place, what: Text, to_do: Text, severity: Severity = SEVERITY, edit: Edit | None = None
) -> Finding:
    return Finding(ID, severity, place, what, to_do, SOURCE, edit)
