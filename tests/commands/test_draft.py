"""What a draft hears: by an option, or by what the workflow says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import terbuka

from conftest import news

MakeRepo = Callable[[dict[str, str]], Path]
GENTLE = "### ✍️ Masih draf: belum ada yang perlu dikerjakan sekarang (1 catatan untuk nanti)"
FIRM = "### ✋ Belum dapat terbit: 1 temuan harus diperbaiki"


@pytest.mark.parametrize(
    ("words", "said", "verdict"),
    [
        ((), {}, FIRM),
        (("--draft",), {}, GENTLE),
        ((), {"TERBUKA_DRAFT": "true"}, GENTLE),
        ((), {"TERBUKA_DRAFT": "false"}, FIRM),
    ],
    ids=["ready", "option", "draft", "not-draft"],
)
def test_the_tone(make_repo: MakeRepo, words: tuple[str, ...], said: dict[str, str], verdict: str) -> None:
    root = make_repo({"content/berita/2026/a.md": news(body="![gambar](b.md)")})
    status, output, errors = terbuka(
        root, "check", "--format", "markdown", "--rule", "alt-text", "--at", "2026-11-22T09:00", *words, **said
    )
    assert (status, output.split("\n")[0], errors) == (1, verdict, "")
