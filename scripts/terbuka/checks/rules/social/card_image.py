"""The picture on the card that platforms show: there, of a kind they take, large enough, not too heavy."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
from terbuka.office import FILE, Office
from terbuka.social.registry import PLATFORMS
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.fields import Common

ID = "card-image"
FAMILY = Family.SOCIAL
DEPENDS = Depends.REPOSITORY
SUMMARY = text("The picture of the card is there, has the right shape and is not too heavy.")
SOURCE = "Facebook, Images in Link Shares; lexicon app.bsky.embed.external"
SEVERITY = Severity.WARNING

WIDTH, HEIGHT = 1200, 630
"""Pixels: best on screens of high resolution (Facebook, Images in Link Shares)."""

SMALLEST = (600, 315)
"""Pixels: below that a card shows a thumbnail instead of the picture (same source)."""

BROKEN = (200, 200)
"""Pixels: below that a card shows no picture (same source)."""

RATIO = WIDTH / HEIGHT
DEVIATION = 0.08
"""How far the shape may be from 1.91 : 1 before platforms cut off something that matters."""

FORMATS = frozenset({"GIF", "JPEG", "PNG", "WEBP"})
"""What platforms show; none shows SVG."""

DEFAULT = PurePosixPath("site/assets/card.png")
"""What a page without a picture shows on its card."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the head of a picture says: its format, and width and height in pixels."""

    format: str
    width: int
    height: int


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield what keeps platforms from showing the picture of a document that is posted."""
    meta = document.meta
    if meta is None or not _is_posted(document, meta, context.office):
        return
    if meta.image is None:
        return
    path = PurePosixPath("content") / meta.image.src
    if ".." in path.parts or not (context.root / path).is_file():
        return  # alt-text says so
    file = context.root / path
    for what, to_do, severity in context.once((ID, path), lambda: tuple(_faults(file, context.office))):
        yield _finding(document, what, to_do, severity, path)


def check_library(documents: tuple[Document, ...], context: Context) -> Iterator[Finding]:
    """Yield a finding if a document without a picture is posted, and the office has none for all pages."""
    if (context.root / DEFAULT).is_file():
        return
    metas = ((document, document.meta) for document in documents)
    if any(meta and meta.image is None and _is_posted(document, meta, context.office) for document, meta in metas):
        yield Finding(
            ID,
            SEVERITY,
            Place(PurePosixPath(FILE)),
            text("Pages without a picture have nothing to show on their cards."),
            text("Put a picture for all pages at {path}.", path=str(DEFAULT)),
            SOURCE,
        )


def _is_posted(document: Document, meta: Common, office: Office) -> bool:
    return meta.social is not False and any(
        account.active and document.kind.id in account.kinds and document.language in account.languages
        for account in office.accounts
    )


def _faults(path: Path, office: Office) -> Iterator[tuple[Text, Text, Severity]]:
    if path.suffix.lower() == ".svg":
        yield (
            text("Platforms show no SVG on a card."),
            text("Save the picture as PNG or JPEG, {width} × {height} pixels.", width=WIDTH, height=HEIGHT),
            Severity.ERROR,
        )
        return
    yield from _weight(path, office)
    found = shape(path)
    if found is None:
        yield (
            text("The file cannot be read as a picture."),
            text("Save it again as PNG, JPEG or WebP."),
            Severity.ERROR,
        )
    elif found.format not in FORMATS:
        yield (
            text("Not every platform shows {format} on a card.", format=found.format),
            text("Save the picture as PNG or JPEG, {width} × {height} pixels.", width=WIDTH, height=HEIGHT),
            SEVERITY,
        )
    else:
        yield from _size(found)


def _weight(path: Path, office: Office) -> Iterator[tuple[Text, Text, Severity]]:
    """Yield at most one finding: about the platform that takes least."""
    limits = [
        (PLATFORMS[a.platform].LIMITS.media_bytes, PLATFORMS[a.platform].NAME) for a in office.accounts if a.active
    ]
    least, name = min(limits)
    size = path.stat().st_size
    if size > least:
        yield (
            text(
                "The picture is {size} kB; {platform} takes {limit} kB.",
                size=-(-size // 1000),
                platform=name,
                limit=least // 1000,
            ),
            text("Save it smaller, as JPEG of quality 80 or as WebP; otherwise the card goes out without it."),
            Severity.ERROR,
        )


def _size(found: Shape) -> Iterator[tuple[Text, Text, Severity]]:
    to_do = text("Save the picture as PNG or JPEG, {width} × {height} pixels.", width=WIDTH, height=HEIGHT)
    width, height = found.width, found.height
    if width < BROKEN[0] or height < BROKEN[1]:
        what = text("The picture has {width} × {height} pixels, too few for any card.", width=width, height=height)
        yield what, to_do, Severity.ERROR
    elif width < SMALLEST[0] or height < SMALLEST[1]:
        what = text(
            "The picture has {width} × {height} pixels; cards show it as a small thumbnail.",
            width=width,
            height=height,
        )
        yield what, to_do, SEVERITY
    elif abs(width / height / RATIO - 1) > DEVIATION:
        what = text(
            "The picture has {width} × {height} pixels; cards cut it to 1.91 : 1.", width=width, height=height
        )
        yield what, to_do, SEVERITY
    elif width < WIDTH or height < HEIGHT * (1 - DEVIATION):
        what = text(
            "The picture has {width} × {height} pixels; on good screens it looks blurred.",
            width=width,
            height=height,
        )
        yield what, to_do, Severity.SUGGESTION


def shape(path: Path) -> Shape | None:
    """Return what the head of the file says; None if it is no picture. The pixels are not read."""
    from PIL import Image as Picture  # noqa: PLC0415  most checks look at no picture, and it takes long to load
    from PIL import UnidentifiedImageError  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Picture.DecompressionBombWarning)  # only the head is read
            with Picture.open(path) as picture:
                return Shape(picture.format or "?", picture.width, picture.height)
    except (UnidentifiedImageError, OSError, ValueError, Picture.DecompressionBombError):
        return None


def _finding(
    document: Document, what: Text, to_do: Text, severity: Severity, about: PurePosixPath | None
) -> Finding:
    return Finding(ID, severity, document.place("image", "src"), what, to_do, SOURCE, about=about)
