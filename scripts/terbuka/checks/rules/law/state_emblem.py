"""The state emblem and the flag are no decoration: not in pictures, avatars, stickers or jokes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from terbuka.checks import markdown, rule, speech, voice, wording
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.vocabulary import mentions
from terbuka.checks.wording import Fault
from terbuka.errors import Place
from terbuka.text import text
from terbuka.words.document import Document

ID = "state-emblem"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("The state emblem and the flag are no decoration.")
SOURCE = "UU 24/2009 Pasal 51–54 dan Pasal 57"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

_TRIGGERS = wording.triggers("garuda lambang bendera emblem flag")

_EMBLEM = (
    r"(?:(?:lambang (?:negara )?)?(?:burung )?garuda pancasila|burung garuda|lambang negara|state emblem"
    r"|logo garuda)"
)
_FLAG = (
    r"(?:bendera (?:merah[ -]putih|negara|kebangsaan|indonesia|pusaka)|sang (?:saka )?merah[ -]putih"
    r"|indonesian flag)"
)
_IN_PICTURE = re.compile(rf"\b{_EMBLEM}\b|\bgaruda\b(?! (?:indonesia|wisnu|muda|airlines))", re.I)
_FILE = re.compile(
    r"(?:^|[-_/])(?:garuda[-_]?pancasila|lambang[-_]?negara|burung[-_]?garuda|logo[-_]?garuda|garuda)(?=[-_.\d])",
    re.I,
)
_OTHER_GARUDA = re.compile(
    r"\b(?:garuda (?:indonesia|wisnu|muda)|(?:jalan|lapangan|tim|timnas|pesawat|maskapai|hotel|stasiun|gedung"
    r"|skuad|desa|kelurahan|pasar|taman) garuda)\b",
    re.I,
)
_WHERE_IT_BELONGS = re.compile(
    r"\b(?:dinding|ruang|gedung|kantor|podium|mimbar|upacara|sidang|pelantikan|paspor|uang logam|kop surat|meterai"
    r"|di atas meja|wall|room|building|ceremony)\b",
    re.I,
)
"""The picture shows a place in which the emblem has to hang: UU 24/2009 Pasal 51–54."""

_DECORATION = (
    r"(?:avatar|bingkai|cangkir|cat tubuh|emoji|filter|foto profil|gantungan kunci|gim|iklan|kartun|karikatur"
    r"|kaos|kaus|latar(?: belakang)?|logo (?:kegiatan|acara|kampanye|lomba|dinas|usaha)|maskot|meme|parodi|pita"
    r"|poster|spanduk iklan|stiker|suvenir|tanda air|templat|tapak|watermark|wallpaper|sticker|profile picture"
    r"|background|mascot|cartoon|merchandise|shirt)"
)
_SPOILED = (
    r"(?:robek|sobek|dirobek|luntur|kusut|kusam|dicoret|coretan|bertuliskan|ditulisi|diubah|dimodifikasi|dibakar"
    r"|terbakar|diinjak|terbalik|ditempeli|diberi (?:tulisan|gambar|angka|lencana)|warna-warni|berwarna (?:hijau"
    r"|biru|kuning|hitam|ungu|pelangi)|torn|burnt|burning|upside down)"
)
_USE = (
    r"(?:pakai|pakailah|memakai|gunakan|gunakanlah|menggunakan|pasang|pasanglah|memasang|jadikan|menjadikan"
    r"|unduh|unduhlah|cetak|mencetak|tempel|menempel|tempelkan|bagikan|ubah|mengubah|modifikasi|kirim|use"
    r"|download|print|put)"
)

_SEEN = Fault(
    text("The picture shows the state emblem: “{words}”.", words=""),
    text("Use the logo of the office instead; the emblem is for the places and papers that the law names."),
    SEVERITY,
    SOURCE,
)
_SPOILED_FAULT = Fault(
    text("“{words}” shows the emblem or the flag damaged, changed or written on.", words=""),
    text("Take another picture; the law forbids to publish it so."),
    SEVERITY,
    "UU 24/2009 Pasal 24 dan Pasal 57",
)
_USED = Fault(
    text("“{words}” makes the state emblem or the flag a decoration.", words=""),
    text("Leave it out; use the logo of the office or a drawing of your own."),
    SEVERITY,
    "UU 24/2009 Pasal 24 dan Pasal 57",
)

_SPOILED_PATTERN = re.compile(rf"\b(?:{_EMBLEM}|{_FLAG})[^.!?\n]{{0,40}}\b{_SPOILED}\b", re.I)
_RULES = re.compile(r"\b(?:dilarang|larangan|tidak boleh|melarang|forbidden|must not|UU 24/2009|Pasal \d)\b", re.I)
FORMS = (
    wording.form(
        _USED,
        "garuda lambang bendera emblem flag & avatar bingkai cangkir cat emoji filter foto gantungan gim iklan"
        " kartun karikatur kaos kaus latar logo maskot meme parodi pita poster spanduk stiker suvenir tanda"
        " templat tapak watermark wallpaper sticker profile background mascot cartoon merchandise shirt",
        rf"(?i:{_USE}(?: [a-z]{{2,12}}){{0,3}} (?:{_EMBLEM}|{_FLAG})[^.!?\n]{{0,50}}\b{_DECORATION}"
        rf"|{_DECORATION}(?: [a-z]{{2,12}}){{0,2}} (?:{_EMBLEM}|{_FLAG})"
        rf"|(?:{_EMBLEM}|{_FLAG}) (?:sebagai|menjadi|pada|untuk|dalam|as) {_DECORATION})\b",
        excused=_RULES,
    ),
)


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield pictures with the emblem, and words that ask to use it as a decoration."""
    del context
    for place, alt, target in _pictures(document):
        fault, words = _judge(alt, target)
        if fault:
            yield fault.finding(ID, place, words)
    said = speech.of(document)
    described = {document.place("image", key) for key in ("alt", "caption")}
    for form, match in wording.find(FORMS, said.words, voice.said_in(said.words)):
        place = said.place(match.start())
        if place not in described and not _in_picture(document, match.start() - said.body):
            yield form.fault.finding(ID, place, match[0])


def _pictures(document: Document) -> Iterator[tuple[Place, str, str]]:
    """Yield place, description and address of each picture."""
    image = document.meta.image if document.meta else None
    if image is not None:
        yield document.place("image"), f"{image.alt} {image.caption or ''}", image.src
    for link in markdown.links(document.body):
        if link.image:
            yield document.body_place(link.offset), link.text, link.target or ""


def _judge(alt: str, target: str) -> tuple[Fault | None, str]:
    """Return what is wrong with a picture, and the words that show it."""
    if mentions(alt, _TRIGGERS):
        if spoiled := _SPOILED_PATTERN.search(alt):
            return _SPOILED_FAULT, spoiled[0]
        seen = _IN_PICTURE.search(_OTHER_GARUDA.sub(lambda match: " " * len(match[0]), alt))
        if seen:
            return (None, "") if _WHERE_IT_BELONGS.search(alt) else (_SEEN, seen[0])
    name = unquote(target).rsplit("/", 1)[-1]
    file = _FILE.search(name) if "aruda" in name or "ambang" in name else None
    return (_SEEN, name) if file and not _WHERE_IT_BELONGS.search(alt) else (None, "")


def _in_picture(document: Document, offset: int) -> bool:
    """Tell whether the words at `offset` of the body are the description of a picture."""
    return any(link.image and link.offset <= offset < link.end for link in markdown.links(document.body))
