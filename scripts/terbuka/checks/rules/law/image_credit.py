"""Every picture says who made it and under which licence it may be used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from terbuka.checks import markdown, rule
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.markdown import Link
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
from terbuka.office import Office
from terbuka.text import Text, text
from terbuka.words.document import Document
from terbuka.words.fields import Image

ID = "image-credit"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Every picture says who made it and under which licence it may be used.")
SOURCE = "UU 28/2014"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

_NOBODY = re.compile(
    r"\W*(?:(?:dari |sumber:? |foto:? |diambil dari )*(?:internet|google(?: images?| gambar)?|pinterest"
    r"|whats ?app|facebook|instagram|tiktok|twitter|media sosial|medsos|net|web|situs web|berbagai sumber"
    r"|istimewa|ist|dok|dokumentasi|foto|gambar|anonim|tanpa nama|n/?a|none|unknown|various|tidak (?:ada"
    r"|diketahui|jelas)|belum (?:ada|diketahui)|nama|pembuat|kredit|credit|xxx|tbd)?)\W*",
    re.I,
)
"""A credit that names nobody."""

_NO_LICENCE = re.compile(
    r"\W*(?:n/?a|none|unknown|tidak (?:ada|diketahui|jelas)|belum (?:ada|diketahui)|gratis|free|bebas|internet"
    r"|google|fair use|penggunaan wajar|licen[cs]e|lisensi|xxx|tbd)?\W*",
    re.I,
)
"""A licence that allows nothing."""

_AGENCY = re.compile(
    r"\b(?P<agency>Antara(?: Foto)?|Reuters|AFP|Associated Press|Getty(?: Images)?|Shutterstock|iStock(?:photo)?"
    r"|Alamy|Adobe Stock|Kompas(?:\.com)?|Tempo|Detik(?:com)?|Tribun\w{0,12}|Liputan6|CNN Indonesia|Republika"
    r"|Jawa Pos|Kumparan)\b"
)
_ALLOWED = re.compile(
    r"\b(?:izin|seizin|diizinkan|dibeli|berlangganan|kontrak|perjanjian|permission|licensed|subscription)\b", re.I
)

_KIND = (
    r"(?i:foto|gambar|ilustrasi|grafik|infografik|peta|karya|kredit|sumber|dok(?:umentasi)?|photo(?:graph)?|image"
    r"|illustration|credit|source|map|graphic)"
)
_CREDITED = re.compile(
    rf"(?:\b{_KIND}\.?[ *_]{{0,3}}(?:[:/]|(?i:oleh|by|milik|courtesy of)\b)|\({_KIND}\.?"
    r"|\b(?i:oleh|by|courtesy of)|©|\(c\))[ *_]{0,3}(?=[A-Z0-9@\[])"
)
"""Begins the words that name the maker."""

_LICENSED = re.compile(
    r"\b(?:CC[ -]?(?:BY|0)|Creative Commons|domain (?:publik|umum)|public domain|lisensi|licen[cs]ed?|hak cipta"
    r"|copyright|izin|seizin|permission|unsplash|pexels|pixabay|wikimedia|milik)\b|©|\(c\)",
    re.I,
)
_OWN = re.compile(r"\b(?:Humas|Dinas|Kantor|Pemerintah|PPID|Bagian|Sekretariat|Badan|Tim|Office|Agency|City)\b")
_TRIFLE = re.compile(r"avatar|shields\.io|badge|/emoji/|data:image", re.I)
"""Pictures that show no work: badges, faces in a list."""
_NEAR = 300
"""Characters behind a picture in which its credit may stand: its title, its caption, the paragraph below."""


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield findings about the picture in the front matter and those in the text."""
    meta = document.meta
    if meta is not None and meta.image is not None:
        yield from _front(document, meta.image)
    links = [link for link in markdown.links(document.body) if link.image]
    if not links:
        return
    body = markdown.prose(document.body)
    for link, following in zip(links, [*links[1:], None], strict=True):
        if not _is_credited_above(link, document) and not _TRIFLE.search(f"{link.text} {link.target}"):
            until = min(link.end + _NEAR, following.offset if following else len(body))
            behind = body[_behind_alt(link, body) : until]
            yield from _in_text(document.body_place(link.offset), behind, context.office)


def _behind_alt(link: Link, body: str) -> int:
    """Return where the description of a picture ends; it says what is seen, not who made it."""
    return link.offset + len("![]") + len(link.text) if body.startswith("![", link.offset) else link.end


def _front(document: Document, image: Image) -> Iterator[Finding]:
    if _NOBODY.fullmatch(image.credit):
        what = text("“{words}” does not say who made the picture.", words=image.credit)
        to_do = text("Name the maker; without a name, take another picture.")
        yield _finding(document.place("image", "credit"), what, to_do)
    if _NO_LICENCE.fullmatch(image.licence):
        what = text("“{words}” is no licence.", words=image.licence)
        to_do = text("Write the licence, such as CC BY 4.0, or “dengan izin tertulis” with its date.")
        yield _finding(document.place("image", "licence"), what, to_do)
    agency = _AGENCY.search(image.credit)
    if agency and not _ALLOWED.search(f"{image.credit} {image.licence} {image.caption or ''}"):
        what = text("The picture is from {agency}, and no permission is named.", agency=agency["agency"])
        to_do = text("Name the written permission or the contract in “licence”, or take a picture of your own.")
        yield _finding(document.place("image", "credit"), what, to_do)


def _is_credited_above(link: Link, document: Document) -> bool:
    """Tell whether it is the picture of the front matter, which names its maker."""
    image = document.meta.image if document.meta else None
    return image is not None and PurePosixPath(link.target or "").name == PurePosixPath(image.src).name


def _in_text(place: Place, behind: str, office: Office) -> Iterator[Finding]:
    """Look at a picture in the text; `behind` is what follows its description."""
    credit = _CREDITED.search(behind)
    if credit is None:
        yield _finding(
            place,
            text("This picture does not say who made it."),
            text("Write below it “Foto: name, licence”; without a maker or licence, take another picture."),
        )
        return
    said = behind[credit.start() :]
    own = _OWN.search(said) or any(name in said for name in (office.short_name, *office.name.values()))
    if not own and not _LICENSED.search(said):
        yield _finding(
            place,
            text("This picture names its maker, but no licence."),
            text("Add the licence or the permission behind the maker's name."),
            Severity.SUGGESTION,
        )


def _finding(place: Place, what: Text, to_do: Text, severity: Severity = SEVERITY) -> Finding:
    return Finding(ID, severity, place, what, to_do, SOURCE)
