"""A shared block is checked when only it is named: pre-commit names the files that change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from conftest import news
from terbuka.checks.session import Scope, look
from terbuka.workspace import open_workspace

MakeRepo = Callable[[dict[str, str]], Path]

BLOCK = "content/_bagian/kontak.md"
PAGE = "content/berita/2026/uji.md"


@pytest.fixture
def root(make_repo: MakeRepo) -> Path:
    put_in = f'[Hilang](hilang.md)\n\n--8<-- "{BLOCK}"\n'
    return make_repo(
        {
            PAGE: news(body=put_in),
            "content/berita/2026/lain.md": news("Layanan lain buka hari Minggu", put_in),
            BLOCK: '[Syarat](syarat.md)\n\n--8<-- "content/_bagian/alamat.md"\n',
            "content/_bagian/alamat.md": "[Peta](uji.md)\n\n[Denah](denah.md)\n",
            "content/_bagian/sendiri.md": "[Peta](peta.md)\n",
        }
    )


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ([BLOCK], [("content/_bagian/alamat.md", 3), (BLOCK, 1)]),
        (["content/_bagian"], [("content/_bagian/alamat.md", 3), (BLOCK, 1)]),
        (["content/_bagian/alamat.md"], [("content/_bagian/alamat.md", 3)]),
        (["content/_bagian/sendiri.md"], []),
        ([PAGE, BLOCK], [("content/_bagian/alamat.md", 3), (BLOCK, 1), (PAGE, 12)]),
        ([PAGE], [("content/_bagian/alamat.md", 3), (BLOCK, 1), (PAGE, 12)]),
    ],
)
def test_a_block_is_looked_at_once(root: Path, paths: list[str], expected: list[tuple[str, int]]) -> None:
    scope = Scope(paths=[PurePosixPath(path) for path in paths], rules=("internal-link",))
    session = look(open_workspace(root, "2026-11-22T09:00"), scope)
    assert [(str(finding.place.path), finding.place.line) for finding in session.result.findings] == expected
