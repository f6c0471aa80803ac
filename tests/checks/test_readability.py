"""What makes a text hard is counted, and its rank is among the office's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from checking import check, context_of

from conftest import news
from terbuka.checks.ranking import MOST_TEXTS, Standing, standing
from terbuka.checks.readability import Measure, measure

MakeRepo = Callable[[dict[str, str]], Path]
EASY = "Loket buka pada hari ini. "
HARD = "Penyelenggaraan pelayanan administrasi kependudukan dilaksanakan berdasarkan ketentuan perundangan. "


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", Measure(0, 0, 0, (0, 0))),
        ("Loket buka. Anda boleh datang.", Measure(5, 2, 0, (12, 3))),
        ("Pelayanan kependudukan, menyeluruh!", Measure(3, 1, 3, (0, 3))),
        ("# Judul yang panjang sekali\n\nLoket buka.", Measure(2, 1, 0, (29, 2))),
        ("- Satu butir\n- Dua butir lagi", Measure(5, 2, 0, (13, 3))),
        ("| Penyelenggaraan | pelayanan |\n|---|---|\n| a | b |\n\nLoket buka.", Measure(2, 1, 0, (53, 2))),
        ("Baca [halaman](../penyelenggaraan-pelayanan.md) ini.", Measure(3, 1, 1, (0, 3))),
        ("Lihat https://kependudukan.uji.example/pelayanan dan <span class='panjang sekali'>ini</span>.", Measure(3, 1, 0, (0, 3))),
        ("Jalankan `penyelenggaraan pelayanan` sekarang.", Measure(2, 1, 2, (0, 2))),
        ("**Loket** “buka” (hari) ini – Senin.", Measure(5, 1, 0, (0, 5))),
    ],
    ids=["empty", "short", "long", "heading", "list", "table", "link", "address", "code", "marks"],
)  # fmt: skip
def test_what_is_counted(body: str, expected: Measure) -> None:
    assert measure(body) == expected


def test_the_numbers() -> None:
    found = Measure(words=120, sentences=8, long=30, longest=(0, 31))
    assert (found.mean, found.share, found.lix) == (15, 25, 40)
    assert (Measure(0, 0, 0, (0, 0)).mean, Measure(0, 0, 0, (0, 0)).share) == (0, 0)


def office(make_repo: MakeRepo, texts: int, kind: str = "berita/2026") -> Path:
    """An office with so many published texts, each harder than the one before."""
    return make_repo(
        {
            f"content/{kind}/a{number:03}.md": news(body=EASY * 40 + HARD * number)
            for number in range(texts)
        }
    )  # fmt: skip


def rank(root: Path, name: str, lix: float) -> Standing | None:
    context = context_of(root)
    return standing(context.library.by_path[PurePosixPath(name)], lix, context)


def test_a_text_is_ranked_among_others_of_its_kind(make_repo: MakeRepo) -> None:
    root = office(make_repo, 11)
    name = "content/berita/2026/a000.md"
    assert rank(root, name, 0) == Standing(easier=0, texts=10, of_kind=True)
    assert rank(root, name, 1000) == Standing(easier=100, texts=10, of_kind=True)
    middle = measure(news(body=EASY * 40 + HARD * 6).split("---\n", 2)[2]).lix
    assert rank(root, name, middle) == Standing(easier=50, texts=10, of_kind=True)


def test_too_few_of_a_kind(make_repo: MakeRepo) -> None:
    root = office(make_repo, 10)
    page = root / "content/halaman/tentang.md"
    page.parent.mkdir()
    page.write_text(news(), encoding="utf-8")
    assert rank(root, "content/berita/2026/a000.md", 50) is None
    assert rank(root, "content/halaman/tentang.md", 1000) == Standing(easier=100, texts=10, of_kind=False)


def test_only_what_is_published_counts(make_repo: MakeRepo) -> None:
    root = office(make_repo, 11)
    for number in (3, 4):
        draft = root / f"content/berita/2026/a{number:03}.md"
        draft.write_text(draft.read_text(encoding="utf-8").replace("published", "draft"), encoding="utf-8")
    assert rank(root, "content/berita/2026/a000.md", 50) is None


def test_a_large_office_does_not_read_everything(make_repo: MakeRepo) -> None:
    root = office(make_repo, MOST_TEXTS + 20)
    context = context_of(root)
    found = standing(context.library.by_path[PurePosixPath("content/berita/2026/a000.md")], 1000, context)
    assert found is not None
    assert found.texts in (MOST_TEXTS - 1, MOST_TEXTS)


def test_a_text_of_short_sentences_is_not_told_to_split_them(make_repo: MakeRepo) -> None:
    root = office(make_repo, 10)
    words = news(body="Pelayanan kependudukan menyeluruh. " * 40).replace("published", "draft")
    (root / "content/berita/2026/z.md").write_text(words, encoding="utf-8")
    (finding,) = check(root, ["readability"]).findings
    assert finding.fix.say("id") == (
        "Pilih kata yang lebih pendek, dan pakailah kata kerja sebagai ganti kata benda turunannya."
    )
