"""What ``terbuka check --fix`` may do to addresses: only what is right everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from checking import check

from conftest import news
from terbuka.checks.finding import Edit

MakeRepo = Callable[[dict[str, str]], Path]


@pytest.mark.parametrize(
    ("rule", "body", "expected"),
    [
        ("insecure-link", "[a](http://uji.example/b)", [(5, Edit("http://", "https://"))]),
        ("insecure-link", "http://uji.example/b", [(1, Edit("http://", "https://"))]),
        ("insecure-link", "[a](http://lain.example/b)", [(5, None)]),
        ("insecure-link", '<a href="http://uji.example/b">a</a>', [(1, None)]),
        (
            "link-form",
            "[a](https://lain.example/b?utm_source=c&d=e#f)",
            [(5, Edit("https://lain.example/b?utm_source=c&d=e#f", "https://lain.example/b?d=e#f"))],
        ),
        (
            "link-form",
            "https://lain.example/b?fbclid=c.",
            [(1, Edit("https://lain.example/b?fbclid=c", "https://lain.example/b"))],
        ),
        ("link-form", "[a](https://lain.example/b?utm_source=c&amp;d=e)", [(5, None)]),
        ("link-form", '<a href="https://lain.example/b?gclid=c">a</a>', [(1, None)]),
        ("link-form", "[a](https://nama:sandi@lain.example/)", [(5, None)]),
    ],
)
def test_edits(make_repo: MakeRepo, rule: str, body: str, expected: list[tuple[int, Edit | None]]) -> None:
    root = make_repo({"content/berita/2026/uji.md": news(body=body)})
    found = check(root, [rule]).findings
    assert [(finding.place.column, finding.edit) for finding in found] == expected
