"""Pictures exist and have words for people who do not see them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from terbuka.checks import markdown, rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.fields import Image

ID = "alt-text"
FAMILY = Family.ACCESSIBILITY
DEPENDS = Depends.REPOSITORY
SUMMARY = text("Every picture exists and has a description that says what is seen.")
SOURCE = "UU 8/2016 Pasal 24; WCAG 2.2, 1.1.1"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

_EMPTY_WORDS = "gambar|foto|ilustrasi|grafik|infografik|poster|image|photo|picture|illustration|graphic"
_SAYS_NOTHING = re.compile(rf"(?:{_EMPTY_WORDS})?\W*\d*\W*", re.I)
_BEGINS_IDLY = re.compile(r"\s*(?:gambar|foto|image|photo|picture)\b", re.I)
_FILE_NAME = re.compile(r"[\w.-]+\.(?:avif|gif|jpe?g|png|svg|webp)", re.I)
_CAMERA = re.compile(r"(?:IMG|DSC|DCIM|PXL|WhatsApp Image|Screenshot|Screen Shot)[-_ ]?[\d-].*", re.I)


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield findings about the picture in the front matter and those in the text."""
    meta = document.meta
    if meta is not None and meta.image is not None:
        yield from _front(document, meta.image, meta.title, context)
    for link in markdown.links(document.body):
        if link.image:
            yield from _words(document.body_place(link.offset), link.text, link.target or "")


def _front(document: Document, image: Image, title: str, context: Context) -> Iterator[Finding]:
    path = PurePosixPath("content") / image.src
    if ".." in path.parts or not (context.root / path).is_file():
        yield _finding(
            document.place("image", "src"),
            text("The picture “{path}” does not exist.", path=str(path)),
            text("Put the file there, or correct src; it counts from content/."),
        )
    place = document.place("image", "alt")
    yield from _words(place, image.alt, image.src)
    for other in (title, image.caption):
        if other is not None and _same(image.alt, other):
            yield _finding(
                place,
                text("The description repeats what is written beside the picture."),
                text("Say what is seen and why it matters here."),
            )


def _words(place: Place, alt: str, target: str) -> Iterator[Finding]:
    """Yield at most one finding about a description."""
    file = PurePosixPath(target)
    if not alt.strip():
        yield _finding(
            place,
            text("This picture has no description."),
            text("Say in one sentence what is seen and why it matters here."),
        )
    elif _SAYS_NOTHING.fullmatch(alt):
        yield _finding(
            place,
            text("“{words}” does not describe the picture.", words=alt),
            text("Say in one sentence what is seen and why it matters here."),
        )
    elif _FILE_NAME.fullmatch(alt) or _CAMERA.fullmatch(alt) or _same(alt, file.name) or _same(alt, file.stem):
        yield _finding(
            place,
            text("“{words}” is the name of a file, not a description.", words=alt),
            text("Say in one sentence what is seen and why it matters here."),
        )
    elif idle := _BEGINS_IDLY.match(alt):
        yield _finding(
            place,
            text(
                "The description begins with “{word}”, which screen readers say already.",
                word=idle[0].strip(),
            ),
            text("Begin with what is seen."),
            Severity.WARNING,
        )


def _same(one: str, other: str) -> bool:
    return re.findall(r"\w+", one.lower().replace("_", " ")) == re.findall(r"\w+", other.lower().replace("_", " "))


def _finding(place: Place, what: Text, to_do: Text, severity: Severity = SEVERITY) -> Finding:
    return Finding(ID, severity, place, what, to_do, SOURCE)
