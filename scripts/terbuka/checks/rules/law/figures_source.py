"""Figures say where they come from and of which day they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import markdown, paragraphs, rule, sentences
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
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
_PERCENT = r"(?<![\w.,/-])\d{1,3}(?:[.,]\d{1,3})? ?(?:%|persen\b|per ?cent\b)"
_RANK = (
    r"\b(?:peringkat|urutan|ranking|ranked|rank) (?:ke-? ?)?(?:\d{1,3}|pertama|kedua|ketiga|satu|dua|tiga|first"
    r"|second|third|number \w{1,10})\b|\b(?:\d{1,3}|dua|tiga|empat|lima|sepuluh) kali lipat\b"
)
_MONEY = (
    r"\bRp ?\d{1,3}(?:[.,]\d{1,3})? ?(?:juta|miliar|triliun|million|billion|trillion)\b"
    r"|\bRp ?\d{1,3}(?:\.\d{3}){2,5}"
)
_COUNT = (
    rf"(?<![\w.,/-])(?:\d{{1,3}}(?:[.,]\d{{3}})+|(?!(?:19|20)\d\d\b)\d{{3,7}}|\d{{1,3}}(?:[.,]\d)? (?:ribu|juta"
    rf"|million|thousand)) (?:[a-z]{{2,15}} ){{0,2}}{_NOUN}\b"
)
_STRONG = re.compile(f"{_PERCENT}|{_RANK}")
_FIGURE = re.compile(f"{_PERCENT}|{_RANK}|{_MONEY}|{_COUNT}")

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
    r"\b(?:biaya|bea|tarif|retribusi|denda|membayar|bayar|iuran|harga|kuota|kapasitas|daya tampung|menampung"
    r"|tersedia|disiapkan|paling (?:banyak|sedikit|lama|lambat|cepat)|maksimal|minimal|sekurang-kurangnya|target"
    r"|menargetkan|batas|diskon|potongan|bunga|pajak|syarat|kuorum|hadiah|santunan|bantuan sebesar|untuk setiap"
    r"|per (?:orang|bulan|tahun|hari|keluarga)|misalnya|contohnya|ibarat|jika|apabila|kadar|larutan|alkohol"
    r"|kelembapan|baterai|sinyal|100 persen|100%|fee|fees|tariff|price|fine|at most|at least|capacity|quota"
    r"|up to|for example|if)\b",
    re.I,
)
"""The sentence states a fee, a limit, a plan or an example: what the office decides, not what it has measured."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SIGN = re.compile(r"\d\d|%|[Pp]eringkat|kali lipat|urutan")
"""What every text with a figure has."""
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
    for offset, words, strong in _figures(document.body):
        yield Finding(
            ID,
            SEVERITY if strong else Severity.SUGGESTION,
            document.body_place(offset),
            text("“{words}” does not say where it comes from.", words=" ".join(words.split())),
            text("Name source and day beside it, or list the source with its date in “sources”."),
            SOURCE,
        )


def _dated(source: Source) -> bool:
    return source.date is not None or source.url is not None or _YEAR.search(source.title) is not None


def _figures(body: str) -> tuple[tuple[int, str, bool], ...]:
    """Return the first figure without a source in each block: offset, words, whether it is a share or a rank."""
    shown = markdown.prose(body)
    if not _SIGN.search(shown) or not _FIGURE.search(shown):
        return ()
    found: list[tuple[int, str, bool]] = []
    blocks = _blocks(body)
    sourced = [_SOURCED.search(shown, *block) is not None for block in blocks]
    for index, block in enumerate(blocks):
        figure = _first(shown, *block)
        if figure and not any(sourced[max(0, index - _NEAR) : index + _NEAR + 1]):
            found.append((figure.start(), figure[0], _STRONG.match(figure[0]) is not None))
    return tuple(found)


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


def _first(shown: str, start: int, end: int) -> re.Match[str] | None:
    for figure in _FIGURE.finditer(shown, start, end):
        if not _SERVICE.search(sentences.at(shown, *figure.span())):
            return figure
    return None
