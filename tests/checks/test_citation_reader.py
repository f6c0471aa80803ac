"""The citation reader on titles of real statutes, whose citations were found by reading, and on the forms in which offices cite."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from terbuka.checks.citations import statutes
from terbuka.checks.citations.reader import Reader
from terbuka.words import register

ROOT = Path(__file__).parents[2]
GOLD = Path(__file__).parent / "statutes" / "citations-in-titles.txt"
READER = Reader(register.load(ROOT))


def found(words: str) -> list[str]:
    return [f"{item.type} {item.number}/{item.year}" for item in READER.read(words)]


def gold() -> list[tuple[str, list[str]]]:
    """Each title, and what a person found in it."""
    titles = statutes.load()
    read = []
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _, cited = line.partition(": ")
            kind, _, number = name.rpartition(" ")
            title = titles.title(kind, number.split("/")[0], int(number.split("/")[1]))
            assert title
            read.append((title, [] if cited == "-" else cited.split(", ")))
    return read


def test_of_a_hundred_citations_in_real_statutes_98_are_found_and_none_is_invented() -> None:
    expected, got = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for title, cited in gold():
        expected.update((title, name) for name in cited)
        got.update((title, name) for name in found(title))
    assert expected.total() >= 150
    assert got - expected == Counter()
    assert (expected - got).total() <= 0.02 * expected.total()


FORMS = [
    ("Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik", ["UU 14/2008"]),
    ("UU 14/2008, UU Nomor 14 Tahun 2008, UU No 14 thn 2008, uu no. 14/2008", ["UU 14/2008"] * 4),
    (
        "UU RI No. 14 Tahun 2008 dan Undang Undang Republik Indonesia Nomor 25 Tahun 2009",
        ["UU 14/2008", "UU 25/2009"],
    ),
    ("Undang-\nUndang Nomor 14\nTahun 2008", ["UU 14/2008"]),
    ("Undang-Undang Nomor 1 Tahun 2004 dan Nomor 15 Tahun 2004", ["UU 1/2004", "UU 15/2004"]),
    ("UU 17/2003, 1/2004, dan 15/2004", ["UU 17/2003", "UU 1/2004", "UU 15/2004"]),
    ("Undang-Undang Nomor 22 dan Nomor 25 Tahun 1999", ["UU 22/1999", "UU 25/1999"]),
    (
        "Undang-undang Nomor 7 Tahun 1992 tentang Perbankan dan Nomor 10 Tahun 1998 tentang Bank",
        ["UU 7/1992", "UU 10/1998"],
    ),
    (
        "PP Nomor 14 Tahun 1993 (Lembaran Negara Tahun 1993 Nomor 20); b. Nomor 79 Tahun 1998",
        ["PP 14/1993", "PP 79/1998"],
    ),
    ("Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022", ["Perppu 2/2022"]),
    (
        "Undang-undang No. 51 Prp. tahun 1960 dan Undang-undang Nomor 12 Drt Tahun 1951",
        ["Perppu 51/1960", "UU Drt 12/1951"],
    ),
    (
        "Peraturan Presiden Nomor 95 Tahun 2018, Perpres 39/2019, Inpres 9/2015",
        ["Perpres 95/2018", "Perpres 39/2019", "Inpres 9/2015"],
    ),
    ("Keputusan Presiden Nomor 87/M Tahun 2020; Keppres 12/2021", ["Keppres 87/M/2020", "Keppres 12/2021"]),
    (
        "Ketetapan MPR Nomor XI/MPR/1998 dan TAP MPRS No. XX/MPRS/1966",
        ["TAP MPR XI/MPR/1998", "TAP MPR XX/MPRS/1966"],
    ),
    ("Peraturan Menteri Keuangan Nomor 112/PMK.03/2022; PMK 136/2023", ["PMK 112/PMK.03/2022", "PMK 136/2023"]),
    (
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 62 Tahun 2018",
        ["PermenPANRB 62/2018"],
    ),
    ("Peraturan Menteri Pertanian Nomor 5 Tahun 2024", ["Permen 5/2024"]),
    ("Permendagri 3/2017 dan Permenkes Nomor 4 Tahun 2019", ["Permendagri 3/2017", "Permenkes 4/2019"]),
    ("Peraturan Komisi Informasi Nomor 1 Tahun 2021 dan PerKI 1/2021", ["PerKI 1/2021"] * 2),
    ("Peraturan Badan Siber dan Sandi Negara Nomor 4 Tahun 2021", ["Peraturan BSSN 4/2021"]),
    (
        "Peraturan Daerah Provinsi Jawa Barat Nomor 3 Tahun 2020 dan Perda Kota Bogor 8/2021",
        ["Perda 3/2020", "Perda 8/2021"],
    ),
    (
        "Peraturan Wali Kota Contoh Nomor 7 Tahun 2026, Pergub 5/2020, Perbup Nomor 4 Tahun 2019",
        ["Perwali 7/2026", "Pergub 5/2020", "Perbup 4/2019"],
    ),
    ("Surat Edaran Menteri Kesehatan Nomor HK.02.01/MENKES/335/2020", ["SE HK.02.01/MENKES/335/2020"]),
    ("Keputusan Menteri Dalam Negeri Nomor 300.2.2-2138 Tahun 2025", ["Kepmendagri 300.2.2-2138/2025"]),
    ("Law Number 14 of 2008 on Public Information Disclosure; Law No. 25/2009", ["UU 14/2008", "UU 25/2009"]),
    (
        "Government Regulation Number 61 of 2010 and the Information Commission Regulation Number 1 of 2021",
        ["PP 61/2010", "PerKI 1/2021"],
    ),
    ("Pasal 28F UUD 1945 dan Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", ["UUD -/1945"] * 2),
    (
        "**Undang-Undang Nomor 14 Tahun 2008** dan [UU 25/2009](https://jdih.example/uu/25/2009)",
        ["UU 14/2008", "UU 25/2009"],
    ),
    ("Peraturan Pemerintah Tahun 1948 Nomor 7", ["PP 7/1948"]),
    # what is no citation
    ("Undang-undang ini mulai berlaku pada tahun 2008. Nomor antrean 14/2008.", []),
    ("Lembaran Negara Tahun 2008 Nomor 61, Tambahan Lembaran Negara Nomor 4846", []),
    ("Putusan Mahkamah Konstitusi Nomor 105/PUU-XXII/2024; Perkara Nomor 5 Tahun 2020", []),
    ("Surat Nomor 5 Tahun 2020 tentang peraturan di kantor. Loket nomor 14 tahun 2008.", []),
    ("https://jdih.example/UU/14/2008 dan /uu-14-2008/ dan peraturan.go.id/2008", []),
    ("Menurut peraturan yang berlaku, nomor 5 tahun 2020 sudah lewat.", []),
    ("The law of 2008 has 14 parts; regulation 5 was made in 2010.", []),
    ("Rapat pada 14/2008 membahas PP dan UU.", []),
    ("Undang-Undang Nomor … Tahun …", []),
]


@pytest.mark.parametrize(("words", "expected"), FORMS)
def test_a_form(words: str, expected: list[str]) -> None:
    assert found(words) == expected


TITLES = [
    ("tentang Keterbukaan Informasi Publik, pejabat wajib menaatinya.", "Keterbukaan Informasi Publik"),
    ("tentang Keterbukaan Informasi Publik (UU KIP) mengatur", "Keterbukaan Informasi Publik"),
    ("tentang Keterbukaan Informasi Publik\n(Lembaran Negara 2008)", "Keterbukaan Informasi Publik"),
    ("tentang Keterbukaan Informasi Publik. Lalu", "Keterbukaan Informasi Publik"),
    ("tentang Keterbukaan Informasi Publik\n\nPasal", "Keterbukaan Informasi Publik"),
    ("tentang Keterbukaan Informasi Publik mewajibkan", "Keterbukaan Informasi Publik"),
    ("tentang Keterbukaan Informasi Publik dan UU 25/2009", "Keterbukaan Informasi Publik"),
    ("tentang Keterbukaan Informasi Publik serta mengatur", "Keterbukaan Informasi Publik"),
    (
        "tentang Bendera, Bahasa, dan Lambang Negara, serta Lagu Kebangsaan (UU 24/2009)",
        "Bendera, Bahasa, dan Lambang Negara, serta Lagu Kebangsaan",
    ),
    (
        "tentang Perubahan atas Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan Transaksi Elektronik; dan",
        "Perubahan atas Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan Transaksi Elektronik",
    ),
    ("tentang Perusahaan Perseroan (Persero) PT Kereta Api.", "Perusahaan Perseroan (Persero) PT Kereta Api"),
    ("tentang KETERBUKAAN INFORMASI PUBLIK yang", "KETERBUKAAN INFORMASI PUBLIK"),
    ("tentang Pelayanan Publik, Pasal 21, mengatur", "Pelayanan Publik"),
    ("mengatur keterbukaan", ""),
]


@pytest.mark.parametrize(("words", "expected"), TITLES)
def test_where_a_title_ends(words: str, expected: str) -> None:
    whole = f"Undang-Undang Nomor 14 Tahun 2008 {words}"
    first = READER.read(whole)[0]
    assert (whole[first.title_start : first.title_end] if first.titled else "") == expected


def test_a_citation_within_a_title_is_marked() -> None:
    words = "Undang-Undang Nomor 19 Tahun 2016 tentang Perubahan atas UU 11/2008 dan Lain-Lain. UU 14/2008"
    assert [item.inside for item in READER.read(words)] == [False, True, False]
