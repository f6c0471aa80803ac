"""Web addresses and mentions: what is one, and where it ends.

The cases are those of twitter-text's conformance/extract.yml (section urls, Apache-2.0) that Mastodon keeps, told
with our own addresses; and of Mastodon's Account::MENTION_RE.
"""

from __future__ import annotations

import pytest

from terbuka.social.count import cut, links, mastodon, short_mentions


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("https://uji.example", ["https://uji.example"]),
        ("Lihat https://uji.example/.", ["https://uji.example/"]),
        ("Lihat https://uji.example/a,b;c, lalu", ["https://uji.example/a,b;c"]),
        ("(https://uji.example/peta)", ["https://uji.example/peta"]),
        ("https://uji.example/Kota_(film).", ["https://uji.example/Kota_(film)"]),
        ("https://uji.example/a.........", ["https://uji.example/a"]),
        ("“https://uji.example/a”", ["https://uji.example/a”"]),
        ("https://uji.example/a-", ["https://uji.example/a-"]),
        ("https://uji.example/a–b_c", ["https://uji.example/a–b_c"]),
        ("https://uji.example?cari=a&b=c!", ["https://uji.example?cari=a&b=c"]),
        ("https://uji.example:8080/#bagian", ["https://uji.example:8080/#bagian"]),
        ("HTTPS://UJI.EXAMPLE/A", ["HTTPS://UJI.EXAMPLE/A"]),
        ("http://a.id\nhttp://b.id", ["http://a.id", "http://b.id"]),
        ("http://sub_kota.uji.example", ["http://sub_kota.uji.example"]),
        ("uji.example www.uji.example", []),
        ("http://tanpa-akhiran", []),
        ("http://satu-huruf.x", []),
        ("http://-kota.example http://kota-.example http://kota.uji_satu.example_", []),
        ("http://uji.example-yang-lupa-spasi", []),
        ("#http://a.id @http://a.id $http://a.id ahttp://a.id", []),
    ],
)
def test_where_an_address_ends(words: str, found: list[str]) -> None:
    assert [words[start:stop] for start, stop in links(words)] == found


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("@warga@sosial.contoh.example halo", "@warga halo"),
        ("(@warga.satu@sosial.contoh.example).", "(@warga.satu)."),
        ("@warga halo", "@warga halo"),
        ("surel halo@contoh.example", "surel halo@contoh.example"),
        ("id=@warga@contoh.example", "id=@warga@contoh.example"),
        ("https://a.id/@warga@contoh.example", "https://a.id/@warga@contoh.example"),
    ],
)
def test_a_mention_without_its_server(words: str, short: str) -> None:
    assert short_mentions(words) == short


def test_punctuation_after_a_link_is_counted() -> None:
    assert mastodon("(https://uji.example/berita/2026/judul-yang-panjang).", 23) == 1 + 23 + 2


def test_a_cut_between_words_loses_none() -> None:
    assert cut("Kantor buka hari Sabtu", 17) == "Kantor buka hari…"
