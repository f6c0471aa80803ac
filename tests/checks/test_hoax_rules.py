"""When words tell a claim again, and when they only deny it."""

from __future__ import annotations

import pytest

from terbuka.checks import claims
from terbuka.checks.claims import Claim

KTP = Claim.of(
    "Pesan berantai menyatakan warga harus membayar Rp150.000,00 ke rekening perorangan agar KTP selesai dalam sehari.",
    "Pengurusan KTP elektronik di Kota Uji gratis di semua loket, dan tidak ada rekening untuk membayar.",
    "Kota Uji",
)
WEIR = Claim.of(
    "Bendung Uji retak dan warga harus mengungsi malam itu.", "Bendung Uji utuh dan airnya normal.", "Kota Uji"
)


def test_the_claims_own_words_are_those_that_the_fact_does_not_affirm() -> None:
    assert KTP.words == claims.stems("bayar 150.000 rekening perorangan selesai sehari")
    assert WEIR.words == claims.stems("retak mengungsi malam")


@pytest.mark.parametrize(
    ("words", "claim", "told"),
    [
        ("KTP bayar Rp150.000 ke rekening", KTP, True),
        ("Hoaks! KTP bayar Rp150.000", KTP, True),
        ("Tidak benar KTP bayar Rp150.000 ke rekening", KTP, True),
        ("KTP tidak dibayar lewat rekening perorangan", KTP, False),
        ("Pengurusan KTP elektronik di Kota Uji gratis", KTP, False),
        ("KTP selesai pada hari yang sama, gratis, di semua loket", KTP, False),
        ("Petugas tidak meminta Rp150.000 ke rekening perorangan", KTP, False),
        ("Bendung Uji retak, warga mengungsi", WEIR, True),
        ("Bendung Uji utuh dan airnya normal", WEIR, False),
        ("Bendung Uji tidak retak", WEIR, False),
        ("Warga tidak perlu mengungsi malam ini", WEIR, False),
        ("", WEIR, False),
    ],
)
def test_a_title_tells_the_claim_or_not(words: str, claim: Claim, told: bool) -> None:  # noqa: FBT001
    assert bool(claim.told(words)) is told


def test_a_claim_without_words_of_its_own_is_never_told() -> None:
    empty = Claim.of("KTP gratis di semua loket.", "KTP gratis di semua loket.", "")
    assert empty.told("KTP gratis di semua loket.") == 0.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("membayar", "berbayar"),
        ("pembayaran", "bayar"),
        ("Rp150.000,00", "150000"),
        ("Rp150.000", "Rp150,000.00"),
        ("layanan", "melayani"),
        ("vaksinnya", "vaksin"),
    ],
)
def test_words_of_one_stem(one: str, other: str) -> None:
    assert claims.stems(one) == claims.stems(other)


def test_sentences_keep_their_places() -> None:
    body = "Satu. Dua pukul 07.00 WIB!\n\n- Tiga\n- Empat a.n. kantor\n\n## Lima\n\n| Enam | Tujuh |\n<!-- Delapan. -->\n“Sembilan.” Sepuluh"
    found = list(claims.sentences(body))
    assert [words for _, words in found] == [
        "Satu.",
        "Dua pukul 07.00 WIB!",
        "- Tiga",
        "- Empat a.n. kantor",
        "## Lima",
        "| Enam | Tujuh |",
        "“Sembilan.”",
        "Sepuluh",
    ]
    assert all(body.startswith(words.split()[0], at) for at, words in found)
