"""Which part of a translation belongs to which part of its original."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import hostile
import pytest
from checking import check, context_of

from conftest import news
from terbuka.checks.translations import pairs

MakeRepo = Callable[[dict[str, str]], Path]
ID, EN = "content/berita/2026/a.md", "content/berita/2026/a.en.md"
TITLE = "The counters are open on Saturdays"


def twins(root: Path) -> list[tuple[str, str, bool]]:
    """The first line of each part and of its counterpart, with the lines that they take up."""
    (pair,) = pairs(context_of(root).library.documents, context_of(root))
    return [
        (
            f"{twin.original.place.line}-{twin.original.last} {twin.original.text.splitlines()[0]}",
            f"{twin.translation.place.line}-{twin.translation.last} {twin.translation.text.splitlines()[0]}",
            twin.exact,
        )
        for twin in pair.twins()
    ]


def both(body: str, translation: str) -> dict[str, str]:
    return {ID: news(body=body), EN: news(TITLE, translation)}


TITLES = ("2-2 Layanan kependudukan buka hari Sabtu", f"2-2 {TITLE}", True)


@pytest.mark.parametrize(
    ("body", "translation", "expected"),
    [
        (
            "Satu\nbaris.\n\n- dua\n- tiga\n\n| a |\n|---|\n| b |",
            "One\nline.\n\n* two\n* three\n\n| c |\n|---|\n| d |",
            [
                ("12-13 Satu", "12-13 One", True),
                ("15-15 - dua", "15-15 * two", True),
                ("16-16 - tiga", "16-16 * three", True),
                ("18-18 | a |", "18-18 | c |", True),
                ("19-19 |---|", "19-19 |---|", True),
                ("20-20 | b |", "20-20 | d |", True),
            ],
        ),
        (
            "Satu.\n\n## Dua\n\nTiga.\n\nEmpat.\n\n## Lima\n\nEnam.",
            "One.\n\n## Two\n\nThree and four.\n\n## Five\n\nSix.",
            [
                ("12-12 Satu.", "12-12 One.", True),
                ("14-19 ## Dua", "14-17 ## Two", False),
                ("20-20 ## Lima", "18-18 ## Five", True),
                ("22-22 Enam.", "20-20 Six.", True),
            ],
        ),
        (
            "Satu.\n\n## Dua\n\nTiga.",
            "One.\n\n### Two\n\nThree.\n\n## Four",
            [("12-16 Satu.", "12-18 One.", False)],
        ),
        ("Satu.", "```\nOne.\n```\n<!-- two -->", []),
        ("## Satu\n\nDua.", "## One", [("12-14 ## Satu", "12-12 ## One", False)]),
    ],
    ids=["parts", "section", "whole", "nothing", "less"],
)
def test_parts(make_repo: MakeRepo, body: str, translation: str, expected: list[tuple[str, str, bool]]) -> None:
    assert twins(make_repo(both(body, translation))) == [TITLES, *expected]


def test_fields(make_repo: MakeRepo) -> None:
    image = "image:\n  src: gambar/{0}.png\n  alt: >-\n    {1}\n    {2}\n  credit: Tim Uji\n  licence: CC0\n"
    extra = "expires_at: 2026-12-{0}T00:00:00+07:00\nstatus: {1}\n"
    one = news(body="").replace(
        "status: published\n", image.format("a", "Warga antre", "di loket") + extra.format(30, "published")
    )
    other = news(TITLE, "").replace(
        "status: published\n", image.format("b", "Residents queue", "outside") + extra.format(31, "draft")
    )
    assert twins(make_repo({ID: one, EN: other})) == [
        TITLES,
        ("15-15 2026-12-30 00:00:00+07:00", "15-15 2026-12-31 00:00:00+07:00", True),
        ("10-12 Warga antre di loket", "10-12 Residents queue outside", True),
    ]


@pytest.mark.parametrize("body", [*hostile.texts(20_000)], ids=[repr(piece) for piece in hostile.PIECES])
def test_hostile_texts_come_to_an_end(make_repo: MakeRepo, body: str) -> None:
    root = make_repo(both(body, f"{body}\n\n## One"))
    result = check(root, ["readability", "translation-drift", "translation-figures", "translation-missing"])
    assert result.broken == ()
