"""A picture of a hoax says on itself that it is one, and never stands on the card that is shared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from terbuka.checks import claims, markdown, rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.fields import Image
from terbuka.words.kinds.klarifikasi import Clarification

ID = "hoax-image"
FAMILY = Family.HOAX
DEPENDS = Depends.DOCUMENT
SUMMARY = text("A picture of a hoax is labelled as one, and is never the picture of the card.")
SOURCE = "Debunking Handbook 2020"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

_CAPTURE = re.compile(
    r"\b(?:tangkapan layar|cuplikan layar|foto layar|screen ?shots?|screen captures?|screengrab)\b", re.I
)
_SPREAD = re.compile(
    r"\b(?:pesan berantai|unggahan|selebaran|poster|surat|video|foto|kop surat|situs|akun|narasi|broadcast|post"
    r"|message|leaflet|letter|photo|site|account)\b.{0,60}"
    r"\b(?:yang beredar|palsu|hoaks|tiruan|viral|fake|false|hoax)\b",
    re.I,
)
_FILE = re.compile(r"(?:^|[-_.])(?:hoaks|hoax|klaim|claim|palsu|fake|tangkapan|screenshot)(?=$|[-_.\d])", re.I)


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield pictures of a hoax that could be taken for the truth."""
    del context
    meta = document.meta
    if not isinstance(meta, Clarification):
        return
    if meta.image is not None:
        yield from _card(document, meta.image)
    body = markdown.prose(document.body)
    for link in markdown.links(document.body):
        if not link.image:
            continue
        name = PurePosixPath(link.target or "").stem
        if _shows(link.text, name) and not claims.WARNING.search(f"{link.text} {_below(body, link.offset)}"):
            yield _finding(
                document.body_place(link.offset),
                text("This picture shows the hoax, but neither its description nor its caption says so."),
                text("Write “HOAKS” across the picture, and say “hoaks” or “keliru” in its description."),
                Severity.WARNING,
            )


def _card(document: Document, image: Image) -> Iterator[Finding]:
    words = f"{image.alt} {image.caption or ''}"
    place = document.place("image", "src")
    name = PurePosixPath(image.src).stem
    if _FILE.search(name) or _SPREAD.search(words) or (_CAPTURE.search(words) and claims.WARNING.search(words)):
        yield _finding(
            place,
            text("The picture of the card shows the hoax; whoever shares the fact then shares the hoax."),
            text("Take a picture of the fact, or none."),
        )
    elif _CAPTURE.search(words):
        yield _finding(
            place,
            text("The picture of the card is a screenshot; if it shows the claim, it spreads with every share."),
            text("Take a picture of the fact, or none."),
            Severity.WARNING,
        )


def _shows(alt: str, name: str) -> bool:
    return bool(_CAPTURE.search(alt) or _SPREAD.search(alt) or _FILE.search(name))


def _below(body: str, offset: int) -> str:
    """Return the rest of the picture's line, and the caption below: the next line, or emphasised words."""
    first, _, rest = body[offset : offset + 800].partition("\n")
    below, _, _ = rest.lstrip("\n").partition("\n")
    is_caption = not below.startswith("![") and (not rest.startswith("\n") or below[:1] in ("*", "_"))
    return f"{first.partition(')')[2]} {below if is_caption else ''}"


def _finding(place: Place, what: Text, to_do: Text, severity: Severity = SEVERITY) -> Finding:
    return Finding(ID, severity, place, what, to_do, SOURCE)
