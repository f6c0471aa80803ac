"""Words from elsewhere show as they are and never become markup."""

from __future__ import annotations

import html
import re

import markdown  # type: ignore[import-untyped, unused-ignore]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbuka.portal.markdown import escape, is_safe, link, table, without_html

EXTENSIONS = ["abbr", "admonition", "def_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc"]
"""Those of mkdocs.yml."""

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](https://jahat.example/a.png)",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)",
    "&lt;b&gt; &amp; “kutip” 'satu' \"dua\"",
    "# Judul",
    "- butir",
    "1. butir",
    "a | b | c",
    "`kode` **tebal** _miring_ ~~coret~~",
    "!!! note",
    "[^1]: catatan",
    "*[KTP]: kartu",
    "---",
    "{: onclick=alert(1) }",
    "    menjorok",
    "baris\nbaru\n\n# judul",
    "C:\\berkas\\baru",
    ": definisi",
    "> kutipan",
]


def shown(source: str) -> str:
    """What a reader sees of Markdown that must be one plain paragraph."""
    page = markdown.markdown(source, extensions=EXTENSIONS)
    paragraph = re.fullmatch(r"<p>([^<>]*)</p>", page)
    assert paragraph, page
    return html.unescape(paragraph[1])


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_show_as_they_are(words: str) -> None:
    assert shown(f"a {escape(words)}") == " ".join(f"a {words}".split())


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_at_the_start_of_a_line(words: str) -> None:
    assert shown(escape(words)) == " ".join(words.split())


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), min_size=1).filter(str.strip))
@settings(max_examples=150, derandomize=True, deadline=None)
def test_any_words_show_as_they_are(words: str) -> None:
    assert shown(f"a {escape(words)} b") == " ".join(f"a {words} b".split())


def test_a_table_keeps_hostile_cells_in_their_place() -> None:
    source = table(["Waktu", "a|b"], [[escape("x | y"), escape("<b>")]])
    assert source == "| Waktu | a&#124;b |\n| --- | --- |\n| x &#124; y | &lt;b&gt; |\n"
    assert re.sub(r"\s*\n\s*", "", markdown.markdown(source, extensions=EXTENSIONS)) == (
        "<table><thead><tr><th>Waktu</th><th>a&#124;b</th></tr></thead>"
        "<tbody><tr><td>x &#124; y</td><td>&lt;b&gt;</td></tr></tbody></table>"
    )


@pytest.mark.parametrize(
    ("words", "address", "expected"),
    [
        ("Akun", "https://a.example/@uji", '<p><a href="https://a.example/@uji">Akun</a></p>'),
        ("[x](y)", "../judul.md", '<p><a href="../judul.md">[x](y)</a></p>'),
        ("Akun", "https://a.example/x)(y", '<p><a href="https://a.example/x%29%28y">Akun</a></p>'),
        ("Akun", 'https://a.example/"><b>', '<p><a href="https://a.example/%22%3E%3Cb%3E">Akun</a></p>'),
        ("Akun", "javascript:alert(1)", "<p>Akun</p>"),
        ("Akun", " JavaScript:alert(1)", "<p>Akun</p>"),
        ("Akun", "data:text/html,x", "<p>Akun</p>"),
    ],
)
def test_a_link_leads_only_where_it_may(words: str, address: str, expected: str) -> None:
    assert markdown.markdown(link(words, address), extensions=EXTENSIONS) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example/", True),
        ("mailto:a@uji.example", True),
        ("tel:112", True),
        ("../judul.md#bagian", True),
        ("javascript:alert(1)", False),
        ("\tjavascript:alert(1)", False),
        ("vbscript:x", False),
        ("http://[", False),
    ],
)
def test_which_addresses_are_allowed(address: str, expected: bool) -> None:  # noqa: FBT001
    assert is_safe(address) is expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Satu <!-- allow: nik because contoh --> dua", "Satu  dua"),
        ("a\n\n<!-- catatan\nlama -->\n\nb", "a\n\n\n\nb"),
        ("<script>x</script> 1 < 2", "&lt;script>x&lt;/script> 1 < 2"),
        ("<https://a.example/>", "<https://a.example/>"),
        ("<?php ?> <!DOCTYPE x>", "&lt;?php ?> &lt;!DOCTYPE x>"),
        ('<span lang="en">We are open.</span>', '<span lang="en">We are open.</span>'),
        (
            '<span lang="en" onclick="x">a <span>b <spanlang="en">',
            '&lt;span lang="en" onclick="x">a &lt;span>b &lt;spanlang="en">',
        ),
        (
            "`<b>` dan\n\n```html\n<!-- tetap --><b>\n```\n<i>",
            "`<b>` dan\n\n```html\n<!-- tetap --><b>\n```\n&lt;i>",
        ),
        ("``a ` <b>`` <b>", "``a ` <b>`` &lt;b>"),
    ],
)
def test_html_shows_as_text_and_comments_go(source: str, expected: str) -> None:
    assert without_html(source) == expected
