"""How Mastodon counts and cuts a status, on lines of its own documentation and on twitter-text's vectors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from terbuka.sandbox.mastodon.entities import count, hashtags, pieces, shown_link

OTHERWISE = {
    # Rules of twitter.com's own short links, which Mastodon does not have.
    "Extract a t.co URL with a trailing apostrophe",
    "Extract a t.co URL with a trailing hyphen",
    # The sandbox knows no list of top-level domains: a rehearsal's hosts are in none.
    "Extract valid URL: http://example.com/",
    # Nor does it measure host names.
    "Extract non-ASCII host name URLs with protocol, but ignore host names bigger than 63 characters. Also handle"
    " exceptions for non-ASCII hostnames longer than 256 characters",
}
"""Vectors that it does not follow, on purpose."""

VECTORS = Path(__file__).parents[3] / "shared" / "specs" / "twitter-text" / "extract.yml"


def found(words: str, kind: str) -> list[str]:
    return [piece.name or piece.text for piece in pieces(words) if piece.kind == kind]


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("", 0),
        ("Halo", 4),
        ("é", 1),
        ("👨‍👩‍👧‍👦🇮🇩", 2),
        ("http://x.example", 23),
        ("https://uji.example/" + "x" * 300, 23),
        ("(https://uji.example/a)", 25),
        ("uji.example/a", 13),
        ("kominfo.go.id", 13),
        ("@uji@sosial.uji.example", 4),
        ("halo@uji.example", 16),
        ("#LayananPublik", 14),
        ("https://uji.example/a.", 24),
        ("http://127.0.0.1:8800/r/?p=ab12", 23),
        ("xhttps://uji.example", 20),
    ],
)
def test_count(words: str, length: int) -> None:
    assert count(words) == length


def test_a_content_warning_counts() -> None:
    assert count("Halo", "Awas") == 8


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("#Uji #uji #Dua", ["uji", "dua"]),
        ("#2026 #2026a #a_b", ["2026a", "a_b"]),
        ("x#y &#39; https://uji.example/#bagian", []),
        ("(#Uji), #Kota-Contoh.", ["uji", "kota"]),
    ],
)
def test_hashtags(words: str, expected: list[str]) -> None:
    assert hashtags(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Lihat https://uji.example/a_(b)?q=1&r=2#c, lalu", ["https://uji.example/a_(b)?q=1&r=2#c"]),
        ("https://uji.example. Titik", ["https://uji.example"]),
        # Mastodon's rule names only straight quotes, so a curly one after a path is part of the link.
        ("“https://uji.example/”", ["https://uji.example/”"]),
        ("“https://uji.example”", ["https://uji.example"]),
        ("https://uji.example/<b>", ["https://uji.example/"]),
        ("javascript:alert(1) ftp://uji.example", []),
    ],
)
def test_links(words: str, expected: list[str]) -> None:
    assert found(words, "link") == expected


def test_pieces_are_the_whole_status() -> None:
    words = "Baca https://uji.example/a #Uji @uji@x.example, ya?\n\n"
    assert "".join(piece.text for piece in pieces(words)) == words


def test_a_link_is_shown_short() -> None:
    assert shown_link("https://www.uji.example/" + "x" * 40) == (
        "https://www.",
        "uji.example/" + "x" * 18,
        "x" * 22,
    )


def cases() -> list[Any]:
    """The vectors whose links all have a protocol: Mastodon links no others."""
    if not VECTORS.is_file():
        return []
    vectors = yaml.safe_load(VECTORS.read_text(encoding="utf-8"))["tests"]["urls"]
    fitting = [
        one
        for one in vectors
        if one["expected"] and all("://" in url for url in one["expected"]) and one["description"] not in OTHERWISE
    ]
    return [pytest.param(one["text"], one["expected"], id=one["description"]) for one in fitting]


@pytest.mark.skipif(not VECTORS.is_file(), reason="twitter-text's vectors are not beside this repository")
@pytest.mark.parametrize(("words", "expected"), cases())
def test_links_of_twitter_text(words: str, expected: list[str]) -> None:
    assert found(words, "link") == expected
