"""Figures say where they come from and of which day they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from terbuka.checks import markdown, paragraphs, rule, sentences, wording
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.vocabulary import mentions
from terbuka.text import text
from terbuka.words.document import Document
from terbuka.words.fields import Source

ID = "figures-source"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Figures say where they come from and of which day they are.")
SOURCE = "UU 14/2008 Pasal 7 ayat (2); Perpres 39/2019"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

KINDS = frozenset({"berita", "kampanye", "kebijakan", "klarifikasi"})
"""Kinds of documents that report; pages, answers and the handbook state services and rules."""

_NOUN = (
    r"(?:orang|warga|jiwa|penduduk|keluarga|KK|kepala keluarga|rumah(?: tangga)?|siswa|pelajar|murid|mahasiswa"
    r"|pasien|peserta|pengunjung|penumpang|pengguna|korban|pelanggan|pekerja|pegawai|petani|nelayan|pedagang"
    r"|kasus|kejadian|kendaraan|permohonan|pengaduan|laporan|responden|penerima|wisatawan|ton|hektare|kilometer"
    r"|people|residents|families|households|pupils|students|patients|visitors|users|cases|complaints|requests"
    r"|tonnes)"
)
_PERCENT = r"\d{1,3}(?:[.,]\d{1,3})? ?(?:%|persen\b|per ?cent\b)|(?:\d{1,3}) kali lipat\b"
_MONEY = (
    r"(?<=Rp)\d{1,3}(?:[.,]\d{1,3})? ?(?:juta|miliar|triliun|million|billion|trillion)\b"
    r"|(?<=Rp )\d{1,3}(?:[.,]\d{1,3})? ?(?:juta|miliar|triliun|million|billion|trillion)\b"
    r"|(?<=Rp)\d{1,3}(?:\.\d{3}){2,5}|(?<=Rp )\d{1,3}(?:\.\d{3}){2,5}"
)
_COUNT = (
    r"(?:\d{1,3}(?:[.,]\d{3})+|(?!(?:19|20)\d\d\b)\d{3,7}|\d{1,3}(?:[.,]\d)? (?:ribu|juta|million|thousand))"
    rf" (?:[a-z]{{2,15}} ){{0,2}}{_NOUN}\b"
)
_NUMBER = re.compile(r"[0-9](?:(?<![\w.,/-].)|(?<=Rp.)|(?<=Rp .))")
"""Where a number begins that is no part of something else: a date, a version, a name."""

_SHARE = re.compile(_PERCENT)
_AMOUNT = re.compile(f"{_MONEY}|{_COUNT}")
_RANK = re.compile(
    r"\b(?:peringkat|urutan|ranking|ranked) (?:ke-? ?)?(?:\d{1,3}|pertama|kedua|ketiga|satu|dua|tiga|first"
    r"|second|third|number \w{1,10})\b|\b(?:dua|tiga|empat|lima|sepuluh) kali lipat\b"
)
_RANK_WORDS = wording.triggers("peringkat urutan ranking ranked lipat")

_SOURCED = re.compile(
    r"\b(?:menurut|berdasarkan|bersumber|sumber|mengutip|merujuk|data dari|BPS|Badan Pusat Statistik|survei"
    r"|sensus|laporan|catatan|hasil (?:hitungan|pengukuran|pemeriksaan|pemantauan|pendataan|penghitungan)|kata"
    r"|ujar|tutur|jelas|menyebut(?:kan)?|mengatakan|menyatakan|menjelaskan|mencatat|tercatat|Pasal|UU"
    r"|Undang-Undang|Peraturan|Keputusan|Perda|Perwali|DPA|APBD|APBN|dokumen|according to|source|survey|census"
    r"|report|said|article|recorded)\b|\]\(|\[\^|<https?:",
    re.I,
)
"""Who says so stands beside the figure."""

_SERVICE = re.compile(
    r"\b(?:(?:biaya|tarif|retribusi|denda|iuran|harga|kuota|kapasitas)(?:nya)?|bea|membayar|bayar|daya tampung"
    r"|menampung|tersedia|disiapkan|paling (?:banyak|sedikit|lama|lambat|cepat)|maksimal|minimal"
    r"|sekurang-kurangnya|target|menargetkan|batas|diskon|potongan|bunga|pajak|syarat|kuorum|hadiah|santunan"
    r"|bantuan sebesar|untuk setiap|per (?:orang|bulan|tahun|hari|keluarga)|misalnya|contohnya|ibarat|jika"
    r"|apabila|kadar|larutan|alkohol|kelembapan|baterai|sinyal|100 persen|100%|fee|fees|tariff|price|fine"
    r"|at most|at least|capacity|quota|up to|for example|if)\b",
    re.I,
)
"""The sentence states a fee, a limit, a plan or an example: what the office decides, not what it has measured."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ITEM = re.compile(r"[ \t>]*(?:\||[-*+][ \t]|\d{1,3}[.)][ \t])")
_NEAR = 1
"""Blocks before and behind a figure in which its source may stand."""


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield the first figure of each block that has no source, or the sources if none has a date."""
    del context
    meta = document.meta
    if meta is None or document.kind.id not in KINDS:
        return
    if meta.sources:
        if not any(map(_dated, meta.sources)) and _figures(document.body):
            yield Finding(
                ID,
                Severity.SUGGESTION,
                document.place("sources"),
                text("No source of the figures in this text has a date."),
                text("Add the day or the year of the figures to the source: date, or in its title."),
                SOURCE,
            )
        return
    for figure in _figures(document.body):
        yield Finding(
            ID,
            SEVERITY if figure.strong else Severity.SUGGESTION,
            document.body_place(figure.start),
            text("“{words}” does not say where it comes from.", words=" ".join(figure.words.split())),
            text("Name source and day beside it, or list the source with its date in “sources”."),
            SOURCE,
        )


def _dated(source: Source) -> bool:
    return source.date is not None or source.url is not None or _YEAR.search(source.title) is not None


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure: where it begins, its words, and whether it is a share or a rank, which says most."""

    start: int
    words: str
    strong: bool


def _figures(body: str) -> list[_Figure]:
    """Return the first figure without a source in each block."""
    shown = markdown.prose(body)
    figures = _all(shown)
    if not figures:
        return []
    blocks = _blocks(body)

    @cache
    def is_sourced(index: int) -> bool:
        return _SOURCED.search(shown, *blocks[index]) is not None

    first: dict[int, _Figure] = {}
    for figure in figures:
        index = bisect_right(blocks, (figure.start, len(shown))) - 1
        near = range(len(blocks))[max(0, index - _NEAR) : index + _NEAR + 1]
        if index in first or any(map(is_sourced, near)) or _SERVICE.search(_sentence(shown, figure)):
            continue
        first[index] = figure
    return list(first.values())


def _all(shown: str) -> list[_Figure]:
    found = []
    for number in _NUMBER.finditer(shown):
        start = number.start()
        money = shown.startswith("Rp", start - 2) or shown.startswith("Rp ", start - 3)
        share = None if money else _SHARE.match(shown, start)
        match = share or _AMOUNT.match(shown, start)
        if match:
            first = shown.rfind("Rp", 0, start) if money else start
            found.append(_Figure(first, shown[first : match.end()], strong=share is not None))
    if mentions(shown, _RANK_WORDS):
        found += [_Figure(match.start(), match[0], strong=True) for match in _RANK.finditer(shown)]
    return sorted(found, key=lambda figure: figure.start)


def _sentence(shown: str, figure: _Figure) -> str:
    return sentences.at(shown, figure.start, figure.start + len(figure.words))


def _blocks(body: str) -> list[tuple[int, int]]:
    """Return the paragraphs of `body`; the rows of a table, and the items of a list, are one block."""
    blocks: list[tuple[int, int]] = []
    last = ""
    for paragraph in paragraphs.of(body):
        mark = _ITEM.match(paragraph.text)
        kind = mark[0].strip()[:1].replace("+", "-").replace("*", "-") if mark else ""
        kind = "1" if kind.isdigit() else kind
        if kind and kind == last:
            blocks[-1] = (blocks[-1][0], paragraph.end)
        else:
            blocks.append((paragraph.start, paragraph.end))
        last = kind
    return blocks
