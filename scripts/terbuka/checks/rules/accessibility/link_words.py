"""The words of a link say where it leads, also to somebody who hears the links of a page as a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from terbuka.checks import addresses, html_tags, markdown, rule
from terbuka.checks.addresses import Use
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.spans import Spans
from terbuka.checks.vocabulary import mentions
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "link-words"
FAMILY = Family.ACCESSIBILITY
DEPENDS = Depends.DOCUMENT
SUMMARY = text("The words of each link say where it leads.")
SOURCE = "UU 8/2016 Pasal 24; WCAG 2.2, 2.4.4"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in listed.split(";"))


_EMPTY = _phrases(
    """
    klik; klik sini; klik di sini; klik disini; klik tautan; klik tautan ini; klik tautan berikut; klik link;
    klik link ini; klik link berikut; tekan di sini; tekan disini; di sini; disini; sini; ini; berikut;
    berikut ini; tautan; tautan ini; tautan berikut; link; link ini; link berikut; laman ini; laman berikut;
    halaman berikut; situs ini; selengkapnya; baca selengkapnya; lihat selengkapnya; info selengkapnya;
    informasi selengkapnya; selanjutnya; baca di sini; baca disini; lihat di sini; lihat disini; unduh di sini;
    unduh disini; daftar di sini; daftar disini; cek di sini; cek disini; buka di sini; isi di sini;
    akses di sini; click; click here; here; click this link; this link; this; link here; read here; see here;
    download here; register here; apply here; read more; see more; learn more; more; find out more; view more;
    more here
    """
)
_VAGUE = _phrases(
    """
    baca; baca juga; baca lagi; baca lebih lanjut; lebih lanjut; info; info lebih lanjut; informasi lebih lanjut;
    lihat; lihat detail; lihat juga; detail; rincian; unduh; unduh berkas; unduh dokumen; download; buka; kunjungi;
    sumber; situs; laman; website; web; berkas; dokumen; lampiran; formulir; video; pdf; halaman ini;
    read; read on; details; see; view; open; visit; source; website; site; page; file; document; attachment; form;
    pdf; info; more info; more information; further information; this page; this website
    """
)
_IMAGE = re.compile(r"!\[(?P<alt>[^\[\]]*+)\](?:\([^()\n]*+\)|\[[^\[\]]*+\])?")
_IMAGE_TAG = re.compile(r"<img\b[^<>]*?\balt=(?:\"(?P<double>[^\"<>]*+)\"|'(?P<single>[^'<>]*+)')[^<>]*+>", re.I)
_MARKUP = re.compile(r"[*_~`]++|<[^<>]*+>")
_EDGES = " \t\n.,;:!?…→»›>–-()\"'“”"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S++", re.I)
_WHOLE = re.compile(r"[a-z]{3,5}://[^\s/]*?\w\.\w", re.I)

# The same words with the link beside them instead of below them.
_BESIDE = re.compile(
    r"\b(?:klik (?:di ?sini|(?:tautan|link) (?:ini|berikut))|(?:tekan|unduh) di ?sini"
    r"|click (?:here|(?:this|the) link))\b"
    r"(?P<between>[^\n]{0,60})",
    re.I,
)
_CLICK = frozenset({"click", "klik", "tekan", "unduh"})
_FOLLOWS = re.compile(r"https?://|www\.|\]\(|<http", re.I)
_QUOTES = "“\"‘'`"


@dataclass(frozen=True, slots=True)
class Named:
    """A link, its words without markup, and where it leads."""

    offset: int
    end: int
    words: str
    target: str


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield links whose words do not say where they lead."""
    del context
    named = _named(document.body)
    seen: dict[str, str] = {}
    for link in named:
        wrong = _wrong(link) or _differs(link, seen)
        if wrong:
            yield Finding(ID, wrong[0], document.body_place(link.offset), wrong[1], wrong[2], SOURCE)
    for address in addresses.in_body(document.body):
        if address.use is Use.BARE and _WHOLE.match(address.raw):
            what, to_do = _spelt_out()
            yield Finding(ID, Severity.WARNING, address.place(document), what, to_do, SOURCE)
    for offset, words in _beside(document.body, named):
        yield Finding(
            ID,
            SEVERITY,
            document.body_place(offset),
            text("“{words}” does not say where the link beside it leads.", words=words),
            text("Make a link of the name of what is there: [name of the page](address)."),
            SOURCE,
        )


def _named(body: str) -> list[Named]:
    found = [
        Named(link.offset, link.end, _plain(link.text), link.target or "")
        for link in markdown.links(body)
        if not link.image
    ]
    found += (
        Named(
            tag.offset,
            end,
            _plain(tag.attributes.get("aria-label") or body[start : min(end, start + 300)]),
            tag.attributes["href"],
        )
        for tag, start, end in html_tags.elements(body)
        if tag.name == "a" and "href" in tag.attributes
    )
    return sorted(found, key=lambda link: link.offset)


def _plain(words: str) -> str:
    """Return what a screen reader says: descriptions of pictures, no markup."""
    if "![" in words:
        words = _IMAGE.sub(lambda match: match["alt"], words)
    if "<img" in words:
        words = _IMAGE_TAG.sub(lambda match: match["double"] or match["single"] or "", words)
    return " ".join(_MARKUP.sub("", words).split())


def _wrong(link: Named) -> tuple[Severity, Text, Text] | None:
    words = link.words.lower().strip(_EDGES)
    to_do = text("Name the page or the file that it leads to, such as “syarat paspor baru”.")
    if not words:
        return Severity.ERROR, text("This link has no words."), to_do
    if words in _EMPTY:
        return Severity.ERROR, text("“{words}” does not say where the link leads.", words=link.words), to_do
    if words in _VAGUE:
        return Severity.WARNING, text("“{words}” hardly says where the link leads.", words=link.words), to_do
    if _ADDRESS.fullmatch(link.words):
        return Severity.WARNING, *_spelt_out()
    return None


def _spelt_out() -> tuple[Text, Text]:
    return (
        text("Screen readers spell this address out letter by letter."),
        text("Make a link of the name of what is there: [name of the page](address)."),
    )


def _differs(link: Named, seen: dict[str, str]) -> tuple[Severity, Text, Text] | None:
    """Tell of words that led elsewhere before."""
    earlier = seen.setdefault(link.words.lower().strip(_EDGES), link.target)
    if not link.target or _place_of(earlier) == _place_of(link.target):
        return None
    return (
        Severity.WARNING,
        text(
            "“{words}” leads to {target} here and to {earlier} above.",
            words=link.words,
            target=link.target,
            earlier=earlier,
        ),
        text("Give the two links different words, or the same address."),
    )


def _place_of(target: str) -> str:
    """Return where an address leads, whatever way it is written."""
    if target.lower().startswith("mailto:"):
        return target.partition("?")[0].lower()
    return target.removeprefix("https:").removeprefix("http:").removesuffix("/")


def _beside(body: str, named: list[Named]) -> Iterator[tuple[int, str]]:
    """Yield “klik di sini” and the like in text, with a link or an address in the same line soon after."""
    shown = markdown.prose(body)
    if not mentions(shown, _CLICK):
        return
    links = Spans((link.offset, link.end) for link in named)
    for match in _BESIDE.finditer(shown):
        words = match[0][: -len(match["between"]) or None]
        quoted = shown[max(match.start() - 1, 0)] in _QUOTES
        if match.start() not in links and not quoted and _FOLLOWS.search(match["between"]):
            yield match.start(), words
