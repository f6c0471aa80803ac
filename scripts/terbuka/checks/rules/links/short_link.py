"""A reader sees where a link leads before following it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import addresses, markdown, rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
from terbuka.text import text
from terbuka.words.document import Document

ID = "short-link"
FAMILY = Family.LINKS
DEPENDS = Depends.DOCUMENT
SUMMARY = text("No link is shortened: readers see where they are led.")
SOURCE = ""
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

# fmt: off
SHORTENERS = (
    "adf.ly", "amzn.to", "bit.do", "bit.ly", "bitly.ws", "bl.ink", "buff.ly", "clck.ru", "cutt.ly", "dlvr.it",
    "fb.me", "gg.gg", "goo.gl", "ift.tt", "is.gd", "j.mp", "lnkd.in", "n9.cl", "ow.ly", "qr.ae", "rb.gy",
    "rebrand.ly", "s.id", "shorturl.at", "shorturl.asia", "soo.gd", "surl.li", "t.co", "t.ly", "tiny.cc",
    "tinyurl.com", "trib.al", "u.to", "urlz.fr", "v.gd", "x.gd",
)
# fmt: on
"""Hosts whose addresses say nothing about where they lead. (wa.me, t.me and youtu.be are not among them: what they
open is known. forms.gle and maps.app.goo.gl open one known service.)"""

_HOSTS = "|".join(map(re.escape, SHORTENERS))
_SHORT = re.compile(
    rf"(?<![\w.@/-])(?:https?://)?(?:www\.)?(?P<address>(?P<host>{_HOSTS})/(?!maps/)\w[^\s()<>\"'\]]{{0,200}})",
    re.I,
)
_ENDINGS = "|".join(sorted({host.rpartition(".")[2] for host in SHORTENERS}))
_BEFORE = len("https://www.tinyurl")
"""Characters: as far back an address may begin before the last dot of its host."""

_BEHIND = "|".join(rf"(?<={re.escape(host)}/)" for host in SHORTENERS)
_PERHAPS = re.compile(rf"\.(?=[A-Za-z]++/)(?i:(?:{_ENDINGS})/(?:{_BEHIND}))")
"""The end of a host, looked for first because it is found fastest."""


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield shortened addresses in links, in the text and in the front matter."""
    del context
    seen: set[tuple[int, str]] = set()
    for place, match in _found(document):
        if (place.line, match["address"].lower()) not in seen:  # the words of a link may be its address, too
            seen.add((place.line, match["address"].lower()))
            yield Finding(
                ID,
                SEVERITY,
                place,
                text(
                    "Nobody sees where this address of {host} leads, and its owner can bend it elsewhere.",
                    host=match["host"].lower(),
                ),
                text("Write the whole address that it leads to."),
                SOURCE,
            )


def _found(document: Document) -> Iterator[tuple[Place, re.Match[str]]]:
    for keys, value in addresses.strings(document):
        for match in _in(value) if "/" in value else ():
            yield document.place(*keys), match
    for match in _in(markdown.prose(document.body)):
        yield document.body_place(match.start()), match


def _in(words: str) -> Iterator[re.Match[str]]:
    for perhaps in _PERHAPS.finditer(words):
        match = _SHORT.search(words, max(0, perhaps.start() - _BEFORE), perhaps.end() + 200)
        if match:
            yield match
