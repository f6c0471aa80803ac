"""Figures as Indonesian and English write them, and what the two have in common."""

from __future__ import annotations

from decimal import Decimal

import hostile
import pytest

from terbuka.checks.figures.find import figures


def said(text: str, language: str) -> list[str]:
    """Every figure with its values: numbers bare, times as hours and minutes."""
    return [
        f"{figure.raw} = {' or '.join(sorted(map(_value, figure.values)))}" for figure in figures(text, language)
    ]


def _value(value: tuple[str, Decimal | str]) -> str:
    kind, amount = value
    if isinstance(amount, str):
        return f"{kind} {amount}"
    return {"number": f"{amount:f}", "time": f"{int(amount) // 60}:{int(amount) % 60:02}"}.get(
        kind, f"{kind} {amount}"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada 1.000,5 liter.", ["1.000,5 = 1000.5 or name 1.000,5"]),
        ("Ada 12.500 warga.", ["12.500 = 12500"]),
        ("Naik 12,5 persen.", ["12,5 = 12.5 or name 12,5"]),
        ("Biaya Rp1.000.000,00 lunas.", ["Rp1.000.000,00 = 1000000"]),
        ("Biaya Rp2,5 juta.", ["Rp2,5 juta = 2500000"]),
        ("Ada 10 ribu kartu.", ["10 ribu = 10000"]),
        ("Pada 22 November 2026.", ["22 = 22 or name 22", "November = month 11", "2026 = 2026 or name 2026"]),
        ("Pada 2026-11-22.", ["2026-11-22 = 22", "2026-11-22 = month 11", "2026-11-22 = 2026"]),
        ("Pada 3/5/2026.", ["3/5/2026 = 3", "3/5/2026 = month 5", "3/5/2026 = 2026"]),
        ("Pukul 08.00–15.30 WIB.", ["08.00 = 8 or 8:00", "15.30 = 15.3 or 15:30"]),
        ("Pukul 24.00.", ["24.00 = 0:00 or 24"]),
        ("Mulai pukul 7 pagi.", ["7 = 19:00 or 7 or 7:00"]),
        ("Sampai tengah malam.", ["tengah malam = 0:00"]),
        ("Telepon (021) 555-0100.", ["(021) 555-0100 = phone 0215550100"]),
        ("Ponsel +62 811 5550 100.", ["+62 811 5550 100 = phone 08115550100"]),
        ("Dua puluh lima orang.", ["Dua puluh lima = 25"]),
        ("Seratus dua belas ribu orang.", ["Seratus dua belas ribu = 112000"]),
        ("Tiga juta dua ratus ribu.", ["Tiga juta dua ratus ribu = 3200000"]),
        ("Yang ke-3 dan ketiga.", ["3 = 3 or name 3", "ketiga = 3"]),
        ("Triwulan IV.", ["IV = 4"]),
        ("Pasal 28F ayat (2).", ["28 = 28 or name 28", "2 = 2 or name 2"]),
        ("Versi 3.22.1.", ["3.22.1 = name 3.22.1"]),
        ("COVID-19, B3, dan H1N1.", []),
        ("[halaman](a-17.md) https://a.example/2026 x1@a.example [^3]", []),
        ("1. Ambil nomor.", []),
        ("Mei cantik, tetapi Mei 2026.", ["Mei = month 5", "2026 = 2026 or name 2026"]),
    ],
)  # fmt: skip
def test_indonesian(text: str, expected: list[str]) -> None:
    assert said(text, "id") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There are 1,000.5 litres.", ["1,000.5 = 1000.5 or name 1,000.5"]),
        ("There are 12,500 people.", ["12,500 = 12500"]),
        ("It is 12.500 long.", ["12.500 = 12.5"]),
        ("It costs Rp1,000,000 or IDR 2.5 million.", ["Rp1,000,000 = 1000000", "IDR 2.5 million = 2500000"]),
        ("It costs Rp3.500,00 or Rp3.500.", ["Rp3.500,00 = 3500", "Rp3.500 = 3500"]),
        ("On November 22, 2026.", ["November = month 11", "22 = 22 or name 22", "2026 = 2026 or name 2026"]),
        ("On 22nd November.", ["22 = 22 or name 22", "November = month 11"]),
        ("You may go. May 5.", ["May = month 5", "5 = 5 or name 5"]),
        ("From 8 a.m. to 3:30 p.m.", ["8 a.m. = 8:00", "3:30 p.m. = 15:30"]),
        ("From 8 to 10 am.", ["8 = 20:00 or 8 or 8:00", "10 am. = 10:00"]),
        ("At 12 p.m. and 12 am.", ["12 p.m. = 12:00", "12 am. = 0:00"]),
        ("At noon or midnight.", ["noon = 12:00", "midnight = 0:00"]),
        ("At 08:00.", ["08:00 = 8:00"]),
        ("Twenty-five of one hundred and twenty.", ["Twenty-five = 25", "one hundred and twenty = 120"]),
        ("The 3rd and the third, twice.", ["3 = 3 or name 3", "third = 3", "twice = 2"]),
    ],
)  # fmt: skip
def test_english(text: str, expected: list[str]) -> None:
    assert said(text, "en") == expected


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("Rp1.500.000.000,00", "Rp1.5 billion"),
        ("1,2 juta orang", "1.2 million people"),
        ("pukul 13.30 WIB", "1:30 p.m."),
        ("pukul 7", "7 p.m."),
        ("22 Mei 2026", "May 22, 2026"),
        ("20–22 November", "20 to 22 November"),
        ("versi 2.2", "version 2.2"),
        ("dua belas", "12"),
        ("0811 5550 100", "+62 811-5550-100"),
    ],
)
def test_the_same_in_both(original: str, translation: str) -> None:
    ours, theirs = figures(original, "id"), figures(translation, "en")
    assert [figure for figure in ours if not figure.matches(theirs)] == []
    assert [figure for figure in theirs if not figure.matches(ours)] == []


@pytest.mark.parametrize(
    ("original", "translation"),
    [("1.500", "1.500"), ("Rp2,5 juta", "Rp2.5 billion"), ("pukul 13.30", "1:30 a.m."), ("22 Mei", "22 March")],
)
def test_not_the_same(original: str, translation: str) -> None:
    ours, theirs = figures(original, "id"), figures(translation, "en")
    assert [figure for figure in ours if not figure.matches(theirs)] != []


@pytest.mark.parametrize("text", [*hostile.texts(20_000)], ids=[repr(piece) for piece in hostile.PIECES])
def test_a_long_hostile_text_comes_to_an_end(text: str) -> None:
    assert [figure for language in ("id", "en") for figure in figures(text, language) if not figure.raw] == []
