"""Pictures exist and have words for people who do not see them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from terbuka.checks import markdown, rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.markdown import Link
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

Wrong = tuple[Text, Text, Severity]

_SAY = text("Say in one sentence what is seen and why it matters here.")
_REPEATS: Wrong = (
    text("The description repeats what is written beside the picture."),
    text("Say what is seen and why it matters here."),
    SEVERITY,
)

LONGEST = 160
"""Characters; the same as for the picture in the front matter."""

_EMPTY_WORDS = (
    "gambar|foto|ilustrasi|grafik|infografi[ks]|poster|spanduk|logo|ikon|sampul|takarir|dokumentasi"
    "|tangkapan layar|tanpa judul|keterangan gambar|deskripsi gambar|te(?:ks|xt) alternatif"
    "|(?:gambar|foto|dokumentasi) (?:acara|dokumentasi|ilustrasi|kegiatan|utama)"
    "|image|photo|picture|illustration|graphic|infographic|banner|icon|screenshot|screen shot|thumbnail|cover"
    "|placeholder|untitled|alt|alt te(?:ks|xt)|caption|image description"
)
_SAYS_NOTHING = re.compile(rf"\W*+(?:{_EMPTY_WORDS})?\W*+\d*+\W*+", re.I)
_BEGINS_IDLY = re.compile(r"\s*+(?P<word>gambar|foto|image of|photo|picture)\b", re.I)
_FILE_NAME = re.compile(r"[\w.-]+\.(?:avif|gif|jpe?g|png|svg|webp)", re.I)
_CAMERA = re.compile(r"(?:IMG|DSC|DCIM|PXL|WhatsApp Image|Screenshot|Screen Shot)[-_ ]?[\d-].*", re.I)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S++", re.I)

# What may stand between a picture and the caption below it: the end of a link around it, and a blank line.
_CAPTION = re.compile(
    r"(?:\]\([^()\n]{0,300}\))?[ \t]*+(?:\n[ \t]*+){0,2}(?P<caption>(?:<figcaption[^<>]*+>)?[^\n]{1,400}+)", re.I
)
_LABEL = re.compile(
    r"(?:gambar|foto|keterangan|ilustrasi|figure|photo|caption)(?: \d{1,3})?(?: ?[:.\u2013-] |: ?)", re.I
)
_CREDIT = re.compile(r"[(.\u2014-] ?(?:foto|sumber|dok(?:umentasi)?|kredit|photo|source|credit)\b[^\n]*+", re.I)


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield findings about the picture in the front matter and those in the text."""
    meta = document.meta
    if meta is not None and meta.image is not None:
        yield from _front(document, meta.image, meta.title, context)
    text = markdown.prose(document.body)
    for link in markdown.links(document.body):
        if not link.image:
            continue
        wrong = _wrong(link.text, link.target or "") or _again(link, text, meta.title if meta else None)
        if wrong:
            yield _finding(document.body_place(link.offset), *wrong)


def _front(document: Document, image: Image, title: str, context: Context) -> Iterator[Finding]:
    path = PurePosixPath("content") / image.src
    if ".." in path.parts or not (context.root / path).is_file():
        yield _finding(
            document.place("image", "src"),
            text("The picture “{path}” does not exist.", path=str(path)),
            text("Put the file there, or correct src; it counts from content/."),
        )
    others = (title, image.caption or "")
    wrong = _wrong(image.alt, image.src) or (
        _REPEATS if any(_same(image.alt, other) for other in others) else None
    )
    if wrong:
        yield _finding(document.place("image", "alt"), *wrong)


def _wrong(alt: str, target: str) -> Wrong | None:
    """Return what is wrong with a description itself."""
    file = PurePosixPath(target)
    if not alt.strip():
        return text("This picture has no description."), _SAY, SEVERITY
    if _SAYS_NOTHING.fullmatch(alt):
        return text("“{words}” does not describe the picture.", words=alt), _SAY, SEVERITY
    if _FILE_NAME.fullmatch(alt) or _CAMERA.fullmatch(alt) or _same(alt, file.name) or _same(alt, file.stem):
        return text("“{words}” is the name of a file, not a description.", words=alt), _SAY, SEVERITY
    if _ADDRESS.fullmatch(alt.strip()):
        return text("The description of this picture is an address."), _SAY, SEVERITY
    if len(alt) > LONGEST:
        return (
            text("The description has {count} characters.", count=len(alt)),
            text(
                "Shorten it to at most {limit} characters and say the rest in the text, where everybody reads it.",
                limit=LONGEST,
            ),
            Severity.WARNING,
        )
    if idle := _BEGINS_IDLY.match(alt):
        return (
            text("The description begins with “{word}”, which screen readers say already.", word=idle["word"]),
            text("Begin with what is seen."),
            Severity.WARNING,
        )
    return None


def _again(link: Link, text: str, title: str | None) -> Wrong | None:
    """Return what is wrong if the description is the caption below the picture, or the title, once more."""
    below = _CAPTION.match(text, link.end)
    caption = _CREDIT.sub("", re.sub(r"<[^<>]*+>", "", below["caption"])).strip(" *_\t") if below else ""
    caption = caption[label.end() :] if (label := _LABEL.match(caption)) else caption
    return _REPEATS if _same(link.text, caption) or (title and _same(link.text, title)) else None


def _same(one: str, other: str) -> bool:
    return _words(one) == _words(other)


def _words(words: str) -> list[str]:
    return re.findall(r"\w+", words.lower().replace("_", " "))


def _finding(place: Place, what: Text, to_do: Text, severity: Severity = SEVERITY) -> Finding:
    return Finding(ID, severity, place, what, to_do, SOURCE)
