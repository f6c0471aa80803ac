"""A false claim is told once, with a warning; never in title, address, summary or posts, which travel alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import claims, markdown, rule, written
from terbuka.checks.claims import Claim
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
from terbuka.office import Office
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.kinds.klarifikasi import Clarification

ID = "claim-repeated"
FAMILY = Family.HOAX
DEPENDS = Depends.DOCUMENT
SUMMARY = text("A false claim stands neither in title, address nor posts; the text tells it once, with a warning.")
SOURCE = "Debunking Handbook 2020"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

_SAID_IN_TEXT = 3
"""So many of the claim's own words make a sentence of the text tell it."""

_BLOCK = re.compile(r"\n[ \t]*\n")
_HEADING = re.compile(r"^(?:#{1,6}[ \t]|[!?]{3}\+?[ \t])[^\n]*", re.M)


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield the places where the claim is told as if it were so."""
    meta = document.meta
    if not isinstance(meta, Clarification) or meta.status == "withdrawn":
        return
    claim = Claim.of(meta.claim, meta.fact, _names(context.office))
    yield from _alone(document, meta, claim)
    yield from _in_text(document, claim)


def _names(office: Office) -> str:
    return " ".join([office.short_name, *office.name.values()])


def _alone(document: Document, meta: Clarification, claim: Claim) -> Iterator[Finding]:
    """Look at what is seen without the text."""
    to_do = text("Say what is true, without the words of the claim.")
    if share := claim.told(meta.title):
        yield _finding(document.place("title"), text("The title tells the claim again."), to_do, share)
    if share := claim.told(document.slug.replace("-", " ")):
        yield _finding(
            document.place("title"),
            text("The address “{address}” tells the claim again.", address=document.slug),
            text("Name the file after the fact; search engines show the address."),
            share,
        )
    for at, sentence in claims.sentences(meta.summary):
        del at
        if share := claim.told(sentence, _SAID_IN_TEXT):
            yield _finding(
                document.place("summary"),
                text("The summary tells the claim again; cards and posts show it alone."),
                to_do,
                share,
            )
            break
    for post in written.posts(document):
        share = max((claim.told(words, _SAID_IN_TEXT) for _, words in claims.sentences(post.words)), default=0.0)
        if share:
            yield _finding(
                document.place(*post.keys),
                text("The post for “{account}” tells the claim again.", account=post.account),
                to_do,
                share,
            )


def _in_text(document: Document, claim: Claim) -> Iterator[Finding]:
    if len(claim.words) < _SAID_IN_TEXT:
        return
    body = markdown.prose(document.body)
    told = 0
    for at, sentence in claims.sentences(document.body):
        own = claims.stems(claims.affirmed(sentence)) & claim.words
        if len(own) < max(_SAID_IN_TEXT, claims.MANY * len(claim.words)):
            continue
        told += 1
        place = document.body_place(at)
        if told > 1:
            yield _finding(
                place,
                text("The claim is told again here; who reads it twice remembers it better than the fact."),
                text("Tell it once only; here say “that message” or “the claim”."),
            )
        elif not claims.WARNING.search(_around(body, at, at + len(sentence))):
            yield _finding(
                place,
                text("The claim is told without a warning."),
                text("Put “hoaks”, “keliru” or “tidak benar” into the same sentence."),
            )


def _around(body: str, start: int, end: int) -> str:
    """Return the paragraph around a sentence, and the heading or the title of the box above it."""
    before = [match.end() for match in _BLOCK.finditer(body, max(0, start - 4000), start)]
    after = _BLOCK.search(body, end)
    heading = ""
    for match in _HEADING.finditer(body, max(0, start - 4000), start):
        heading = match[0]
    return f"{heading}\n{body[before[-1] if before else max(0, start - 4000) : after.start() if after else end]}"


def _finding(place: Place, what: Text, to_do: Text, share: float = 0.0) -> Finding:
    return Finding(ID, Severity.ERROR if share >= claims.MOST else SEVERITY, place, what, to_do, SOURCE)
