"""Telegram's HTML: the examples of its documentation, and each way to get it wrong."""

from __future__ import annotations

from typing import Any

import pytest

from terbuka.sandbox.telegram.entities import with_found
from terbuka.sandbox.telegram.markup import BadMarkup, parse, units
from terbuka.sandbox.telegram.parameters import formatted


def entity(kind: str, offset: int, length: int, **more: str) -> dict[str, Any]:
    return {"offset": offset, "length": length, "type": kind, **more}


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("tanpa apa-apa", "tanpa apa-apa", []),
        ("<b>a</b><strong>b</strong>", "ab", [entity("bold", 0, 1), entity("bold", 1, 1)]),
        ("<i>a</i><em>b</em>", "ab", [entity("italic", 0, 1), entity("italic", 1, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [entity("underline", 0, 1), entity("underline", 1, 1)]),
        (
            "<s>a</s><strike>b</strike><del>c</del>",
            "abc",
            [entity("strikethrough", at, 1) for at in range(3)],
        ),
        (
            '<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>',
            "ab",
            [entity("spoiler", 0, 1), entity("spoiler", 1, 1)],
        ),
        (
            '<a href="http://www.example.com/">a</a>',
            "a",
            [entity("text_link", 0, 1, url="http://www.example.com/")],
        ),
        ("<a>uji.example</a>", "uji.example", [entity("text_link", 0, 11, url="http://uji.example/")]),
        ("<a href='javascript:alert(1)'>a</a>", "a", []),
        (
            "<a href='https://uji.example/?a=1&amp;b=2'>a</a>",
            "a",
            [entity("text_link", 0, 1, url="https://uji.example/?a=1&b=2")],
        ),
        ("<code>a</code><pre>b</pre>", "ab", [entity("code", 0, 1), entity("pre", 1, 1)]),
        (
            '<pre><code class="language-python">a</code></pre>',
            "a",
            [entity("pre", 0, 1, language="python")],
        ),
        ("<blockquote>a</blockquote>", "a", [entity("blockquote", 0, 1)]),
        ("<B>a<I>b</I></B>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("😀<b>😀</b>", "😀😀", [entity("bold", 2, 2)]),
        ("&lt;&gt;&amp;&quot;&#39;&#x1F600;&nbsp;&copy", "<>&\"'😀&nbsp;&copy", []),
        ("a <b></b> b", "a  b", []),
        ("a > b", "a > b", []),
    ],
)
def test_parse(html: str, text: str, entities: list[dict[str, Any]]) -> None:
    assert parse(html) == (text, entities)


@pytest.mark.parametrize(
    ("html", "error"),
    [
        ("é<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("1 < 2 > 1", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href='x>y", "Unclosed start tag at byte offset 0"),
        ("<a href=/x>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<b>x", "Can't find end tag corresponding to start tag b"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        (
            "<a href>x</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
    ],
)
def test_markup_that_is_refused(html: str, error: str) -> None:
    with pytest.raises(BadMarkup) as caught:
        parse(html)
    assert str(caught.value) == error


def test_text_is_trimmed_and_entities_follow() -> None:
    assert formatted("\n <b> Halo </b>\n", "HTML") == ("Halo", [entity("bold", 0, 4)])


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        ("https://uji.example/a, lalu", [], [entity("url", 0, 21)]),
        ("halo@uji.example", [], [entity("email", 0, 16)]),
        ("😀 #Uji #2026 @uji_resmi", [], [entity("hashtag", 3, 4), entity("mention", 14, 10)]),
        ("#Uji", [entity("code", 0, 4)], [entity("code", 0, 4)]),
    ],
)
def test_what_is_found_in_a_text(text: str, given: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    assert with_found(text, given) == expected


def test_length_is_in_utf16_units() -> None:
    assert [units(words) for words in ("", "a", "é", "😀", "👨‍👩‍👧‍👦")] == [0, 1, 1, 2, 11]
