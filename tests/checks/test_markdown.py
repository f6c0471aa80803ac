"""What is code, what a comment, what a link: tables of cases; and texts that must not take longer than their length."""

from __future__ import annotations

import pytest

from terbuka.checks import addresses, html_tags, markdown, paragraphs
from terbuka.checks.addresses import Use
from terbuka.checks.spans import Spans


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a           d"),
        ("a `b", "a `b"),
        ("a `b`` c", "a `b`` c"),
        ("a `b\nc` d", "a   \n   d"),
        ("a `b\n\nc` d", "a `b\n\nc` d"),
        ("a `b` c `d` e", "a     c     e"),
        ("```\na\n```\nb", "   \n \n   \nb"),
        ("```sh\na\n````\nb", "     \n \n    \nb"),
        ("````\na\n```\nb\n````\nc", "    \n \n   \n \n    \nc"),
        ("````\na\n```\nb", "    \n \n   \nb"),
        ("~~~\na\n```\n~~~\nb", "   \n \n   \n   \nb"),
        ("```\na\nb", "```\na\nb"),
        ("```a``` b\nc\n```\nd", "        b\nc\n```\nd"),
        ("  ```\n  a\n  ```\nb", "     \n   \n     \nb"),
        ("```\n```\na", "   \n   \na"),
    ],
)
def test_what_is_code(body: str, shown: str) -> None:
    assert markdown.without_code(body) == shown


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("a <!-- b --> c", "a            c"),
        ("a <!-- b\nc --> d", "a       \n      d"),
        ("a <!-- b", "a <!-- b"),
        ("a <!--> b --> c", "a             c"),
        ("<!-- a --><!-- b -->c", "                    c"),
    ],
)
def test_what_is_a_comment(body: str, shown: str) -> None:
    assert markdown.without_comments(body) == shown


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("[a](b)", [(0, "a", "b", False, 6)]),
        ("![a](b)", [(0, "a", "b", True, 7)]),
        ('[a](<b c> "d") e', [(0, "a", "b c", False, 14)]),
        ("[a](b(c)d)", [(0, "a", "b(c)d", False, 10)]),
        ("[a [b] c](d)", [(0, "a [b] c", "d", False, 12)]),
        ("[![a](b)](c)", [(0, "![a](b)", "c", False, 12), (1, "a", "b", True, 8)]),
        ("\\[a](b)", []),
        ("[a\\](b)", []),
        ("[a] (b)", []),
        ("`[a](b)` <!-- [c](d) -->", []),
        ("[a][b]\n\n[B]: c", [(0, "a", "c", False, 6)]),
        ("[a][]\n\n[a]: <c>", [(0, "a", "c", False, 5)]),
        ("[a][b]", [(0, "a", None, False, 6)]),
        ("[a] b\n\n[a]: c", [(0, "a", "c", False, 3)]),
        ("[a] b[^1]\n\n[c]: d", []),
        ('<img src="a.png" alt="b">', [(0, "b", "a.png", True, 25)]),
        ("<IMG src='a.png'>", [(0, "", "a.png", True, 17)]),
        ("<img src=a", []),
    ],
)
def test_what_is_a_link(body: str, found: list[tuple[int, str, str | None, bool, int]]) -> None:
    assert [(x.offset, x.text, x.target, x.image, x.end) for x in markdown.links(body)] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("# a", ((1, "a"),)),
        ("## a ##", ((2, "a"),)),
        ("### C#", ((3, "C"),)),
        ("####### a", ()),
        ("#a", ()),
        ("##  ", ((2, ""),)),
        ("```\n# a\n```", ()),
        ("<!-- # a -->\n## `b`", ((2, "`b`"),)),
    ],
)
def test_what_is_a_heading(body: str, found: tuple[tuple[int, str], ...]) -> None:
    assert markdown.headings(body) == found


def test_what_is_a_paragraph() -> None:
    body = "## a\nb\nc\n\n- d\n  e\n- f\n1. g\n\n| h |\n| i |\n\n> j\n>\n> k\n<!-- l -->\n`m`"
    assert [paragraph.text.strip() for paragraph in paragraphs.of(body)] == [
        *("## a", "b\nc", "- d\n  e", "- f", "1. g", "| h |", "| i |", "> j", "> k"),
    ]
    found = paragraphs.of(body)
    assert [found[paragraphs.index_at(found, offset)].text[0] for offset in (0, 5, 7, 8, 12)] == list("#bbb-")
    assert all(body[p.start : p.end].replace("`m`", "   ")[:1] == p.text[:1] for p in found)


def test_what_is_a_tag() -> None:
    body = (
        "<p>a <b class='c' hidden>d</b></p> <img src=\"e?f&amp;g\"/> <https://h.example> 1 < 2 `<i>` <!-- <u> -->"
    )
    assert [(tag.name, tag.closing, dict(tag.attributes)) for tag in html_tags.of(body)] == [
        ("p", False, {}),
        ("b", False, {"class": "c", "hidden": ""}),
        ("b", True, {}),
        ("p", True, {}),
        ("img", False, {"src": "e?f&g"}),
    ]
    assert [(tag.name, body[start:end]) for tag, start, end in html_tags.elements(body)] == [
        ("p", "a <b class='c' hidden>d</b>"),
        ("b", "d"),
        ("img", ""),
    ]


def test_every_address_is_found_once() -> None:
    body = (
        "[a](b.md) ![c](d.png) <https://e.example/> https://f.example/g. (https://h.example/i), www.j.example\n"
        "[https://k.example](https://l.example) [m][n] <a href='https://o.example'>https://p.example</a>\n"
        "<video src='q.mp4' poster='r.png'></video> `https://s.example` <!-- https://t.example -->\n\n"
        "[n]: https://u.example/\n"
    )
    assert [(address.raw, address.use) for address in addresses.in_body(body)] == [
        ("b.md", Use.LINK),
        ("d.png", Use.LOADED),
        ("https://e.example/", Use.BARE),
        ("https://f.example/g", Use.BARE),
        ("https://h.example/i", Use.BARE),
        ("www.j.example", Use.BARE),
        ("https://l.example", Use.LINK),
        ("https://o.example", Use.LINK),
        ("q.mp4", Use.LOADED),
        ("r.png", Use.LOADED),
        ("https://u.example/", Use.LINK),
    ]


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://A.example:8080/b", "a.example"),
        ("www.a.example/b", "www.a.example"),
        ("//a.example/b", "a.example"),
        ("b.md", None),
    ],
)
def test_the_host_of_an_address(address: str, host: str | None) -> None:
    parts = addresses.parts_of(address)
    assert parts is not None
    assert parts.hostname == host


@pytest.mark.parametrize(
    "address", ["https://[a", "https://a.example:b/", "https://a.example:99999/", "//a\u2100.example"]
)
def test_addresses_that_make_no_sense(address: str) -> None:
    assert addresses.parts_of(address) is None


def test_spans() -> None:
    spans = Spans([(5, 9), (0, 2), (1, 3), (9, 10), (20, 20)])
    assert [offset for offset in range(22) if offset in spans] == [0, 1, 2, 5, 6, 7, 8, 9]


# One of these took minutes, or for ever, before quantifiers were made possessive.
@pytest.mark.parametrize(
    "text",
    [
        "[[a](b)" * 40,
        "[a](" + " " * 20_000 + "x",
        "[a](b " + "\t" * 20_000,
        "# a" + " " * 20_000 + "b",
        "# " + "#" * 20_000 + "b",
        "<img " * 20_000,
        "<!-- " * 20_000,
        "```a\n" * 20_000,
        " ".join("`" * length for length in range(1, 300)),
    ],
    ids=["nested", "blanks", "tabs", "heading", "hashes", "images", "comments", "fences", "ticks"],
)
def test_hostile_texts_come_to_an_end(text: str) -> None:
    assert len(markdown.links(text)) <= 40
    assert len(markdown.prose(text)) == len(text)
    assert len(markdown.headings(text)) <= 1
