"""What the office says itself: sentences, quotations, denials and names; and cases on the edge of the rules."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from checking import check, context_of

from conftest import news
from terbuka.checks import persons, quotations, sentences, speech, voice

MakeRepo = Callable[[dict[str, str]], Path]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Satu. Dua? Tiga!", ["Satu. ", "Dua? ", "Tiga!"]),
        ("Dr. Budi datang ke Jl. Melati No. 5.", ["Dr. Budi datang ke Jl. Melati No. 5."]),
        ("M. Yusuf, S.H. hadir.", ["M. Yusuf, S.H. hadir."]),
        ("Buka pukul 08.00 WIB. Tutup siang.", ["Buka pukul 08.00 WIB. ", "Tutup siang."]),
        ("Satu.\n\nDua", ["Satu.\n\n", "Dua"]),
        ("# Judul\n- satu\n- dua", ["# Judul\n", "- satu\n", "- dua"]),
        ("| a | b |", ["|", " a |", " b |", ""]),
        ('Ia berkata, "Ya." Lalu pergi.', ['Ia berkata, "Ya." ', "Lalu pergi."]),
    ],
)
def test_sentences(words: str, parts: list[str]) -> None:
    starts = [*sentences.starts(words), len(words)]
    assert [words[a:b] for a, b in pairwise(starts)] == parts


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Bantuan pasti cair.", True),
        ("“Bantuan pasti cair.”", False),
        ('Pesan "pasti" itu.', False),
        ('Ukuran 5" dan pasti.\n\nBaru', True),
        ("“Dibuka, pasti.\n\nSelesai", False),
        ("> pasti", False),
        ("Tidak pasti.", False),
        ("Tidak hanya pasti.", True),
        ("Kami tidak tahu, tetapi pasti.", True),
        ("Apakah pasti?", False),
        ("kata pasti", False),
        ("## Klaim yang beredar\n\npasti", False),
        ("## Mengapa klaim itu keliru\n\npasti", True),
        ("## Klaim yang beredar\n\nx\n\n## Fakta\n\npasti", True),
    ],
)
def test_what_the_office_says_itself(words: str, said: bool) -> None:  # noqa: FBT001
    start = words.index("pasti")
    assert voice.said(words, start, start + len("pasti")) is said


@pytest.mark.parametrize(
    ("words", "stated"),
    [("Bantuan pasti cair.", True), ("Kabar bahwa bantuan pasti cair itu keliru.", False)],
)
def test_what_is_refuted_is_not_stated(words: str, stated: bool) -> None:  # noqa: FBT001
    start = words.index("pasti")
    assert voice.stated(words, start, start + len("pasti")) is stated


@pytest.mark.parametrize("words", ["#", "#tagar", "", '"', "“", "| |", "\n\n"])
def test_odd_texts_have_no_quotations_or_some(words: str) -> None:
    quotations.spans.cache_clear()
    assert (0 in quotations.spans(words)) is (words == "“")


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Budi Santoso", True),
        ("Ibu Siti", True),
        ("Dinas Kesehatan", False),
        ("Contoh Utara", False),
        ("Ibu", False),
        ("Senin Malam", False),
    ],
)
def test_names_of_persons(name: str, person: bool) -> None:  # noqa: FBT001
    assert persons.is_person(name) is person


def test_places_of_fields_and_body(make_repo: MakeRepo) -> None:
    document = news(title="Judul yang cukup panjang", body="Satu\ndua.\n\nTiga.")
    context = context_of(make_repo({"content/berita/2026/a.md": document}))
    (found,) = context.library.documents
    said = speech.of(found)
    assert said.words == (
        "Judul yang cukup panjang\n\n"
        "Kantor kelurahan membuka layanan kartu tanda penduduk pada hari Sabtu.\n\n"
        "Satu dua.\n\nTiga.\n"
    )
    places = [said.place(said.words.index(word)) for word in ("Judul", "Kantor", "Satu", "dua", "Tiga")]
    assert [(place.line, place.column) for place in places] == [(2, 1), (3, 1), (12, 1), (13, 1), (15, 1)]


CASES = [
    ("promises", "Hak Anda dijamin\nPasal 28F UUD 1945.", []),
    ("promises", "Kami menjamin\njawaban besok.", ["warning"]),
    ("promises", "Pelayanan kami terbaik.", ["suggestion"]),
    ("promises", "Bantuan **pasti cair** besok.", ["warning"]),
    ("threats-to-critics", "Kritik akan kami jawab.", []),
    ("threats-to-critics", "Pengkritik\nakan kami tuntut.", ["warning"]),
    ("defamation", "Budi Santoso\nadalah pembohong.", ["warning"]),
    ("defamation", "Dinas Sosial adalah pembohong, begitu judul lama itu.", []),
    ("presumption-of-innocence", "Pelaku usaha ditangkap.", []),
    ("presumption-of-innocence", "Pelaku pencurian\nditangkap.", ["warning"]),
    ("child-identity", "Budi Santoso (17) ditangkap karena tawuran.", ["error"]),
    ("child-identity", "Budi Santoso (18) ditangkap karena tawuran.", []),
    ("child-identity", "Tawuran terjadi.\n\nBudi Santoso (17) menjadi juara.", []),
    ("child-identity", "Korban pencabulan, seorang anak, tinggal di Jalan Melati 5.", ["warning"]),
    ("child-identity", "“Siswi bernama Ani dicabuli,” kata warga.", ["error"]),
    ("classified-markings", "RAHASIA", ["error"]),
    ("classified-markings", "RAHASIA\nKepada Yth. Kepala Dinas", ["error"]),
    ("classified-markings", "Cap RAHASIA", []),
    ("classified-markings", "*** RAHASIA ***", ["error"]),
    ("classified-markings", "NOTA DINAS", ["warning"]),
    ("excluded-information", "Pasien TBC bernama Budi dirawat.", ["warning"]),
    ("excluded-information", "“Pasien TBC bernama Budi dirawat,” katanya.", ["warning"]),
    ("excluded-information", "Laporan intelijen itu dikecualikan.", []),
    ("figures-source", "Sebanyak 67 persen warga puas.", ["warning"]),
    ("figures-source", "Menurut survei, 67 persen warga puas.", []),
    ("figures-source", "Versi 1.200 orang.", ["suggestion"]),
    ("figures-source", "Tanggal 12/1.200 orang.", []),
    ("figures-source", "Sejak 2026 warga mendaftar.", []),
    ("figures-source", "Biayanya Rp1.200.000,00.", []),
    ("figures-source", "Belanja Rp1.200.000.000,00 selesai.", ["suggestion"]),
    ("image-credit", "![Warga menanam pohon](a.png)", ["warning"]),
    ("image-credit", "![Warga menanam pohon](a.png)\n\nFoto: Rina Kartika", ["suggestion"]),
    ("image-credit", "![Warga menanam pohon](a.png)\n\nFoto: Rina Kartika, CC BY 4.0", []),
    ("image-credit", "![Satu](a.png)\n\n![Dua](b.png)\n\nFoto: Humas Kota Uji", ["warning"]),
    ("state-emblem", "![Garuda Pancasila di dinding ruang sidang](a.png)", []),
    ("state-emblem", "![Garuda Pancasila tersenyum](a.png)", ["warning"]),
    ("neutrality", "Coblos nomor urut 2!", ["error"]),
    ("neutrality", "Ingat, coblos nomor urut 2 dilarang ditulis.", []),
]


@pytest.mark.parametrize(("rule", "body", "severities"), CASES)
def test_cases(make_repo: MakeRepo, rule: str, body: str, severities: list[str]) -> None:
    root = make_repo({"content/berita/2026/a.md": news(body=body)})
    assert [finding.severity.value for finding in check(root, [rule]).findings] == severities


@pytest.mark.parametrize("rule", ["promises", "classified-markings", "child-identity", "excluded-information"])
def test_a_broken_front_matter_is_no_excuse_and_no_crash(make_repo: MakeRepo, rule: str) -> None:
    body = "RAHASIA\n\nKami jamin. Siswi bernama Ani dicabuli. Pasien TBC bernama Budi dirawat."
    root = make_repo({"content/berita/2026/a.md": news(body=body).replace("date: 2026-11-20\n", "")})
    result = check(root, [rule])
    assert (result.broken, len(result.findings)) == ((), 1)
