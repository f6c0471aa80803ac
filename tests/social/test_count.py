"""Counting, against examples whose length the platforms' own rules fix."""

from __future__ import annotations

import pytest

import terbuka.social.count as count  # noqa: PLR0402


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("", 0),
        ("Rp10.000", 8),
        ("e\u0301", 1),
        ("👩‍👩‍👧‍👦", 1),
        ("🇮🇩 merdeka", 9),
        ("\r\n", 1),
        ("ꦲꦏ꧀ꦱꦫ", 3),
    ],
    ids=["empty", "money", "combining", "family", "flag", "line-end", "javanese"],
)
def test_graphemes(words: str, length: int) -> None:
    assert count.graphemes(words) == length


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("https://terbuka.kotacontoh.example/berita/2026/judul-yang-sangat-panjang/?p=abc", 23),
        ("lihat https://a.id dan http://b.id", len("lihat  dan ") + 46),
        ("kotacontoh.example", 18),
        ("@warga@sosial.contoh.example halo", len("@warga halo")),
        ("@warga halo", len("@warga halo")),
        ("surel halo@contoh.example", len("surel halo@contoh.example")),
    ],
    ids=["link", "two-links", "bare-domain", "remote-mention", "local-mention", "e-mail"],
)
def test_mastodon(words: str, length: int) -> None:
    assert count.mastodon(words, 23) == length


def test_telegram_counts_utf16_and_bluesky_bytes() -> None:
    assert count.utf16("👍 baik – “ya”") == 14
    assert count.utf8("👍 baik – “ya”") == 4 + 6 + 3 + 1 + 3 + 2 + 3


@pytest.mark.parametrize(
    ("words", "most", "cut"),
    [
        ("Kantor buka hari Sabtu", 30, "Kantor buka hari Sabtu"),
        ("Kantor buka hari Sabtu", 22, "Kantor buka hari Sabtu"),
        ("Kantor buka hari Sabtu", 18, "Kantor buka hari…"),
        ("Kantor buka, hari Sabtu", 14, "Kantor buka…"),
        ("Ketidakpastian", 6, "Ketid…"),
        ("Kantor", 0, ""),
    ],
)
def test_cutting_at_a_word(words: str, most: int, cut: str) -> None:
    assert count.cut(words, most) == cut
    assert count.graphemes(cut) <= most or words == cut
