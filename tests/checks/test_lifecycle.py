"""The life of a document: what is a trifle, which days are far, what git knows, and templates that keep the rules."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

import pytest
from checking import NOW, check, context_of

from conftest import commit_all, news
from terbuka import office
from terbuka.checks import sections, trifles
from terbuka.checks.finding import Finding
from terbuka.checks.rules.lifecycle import change_note, duplicate_address, duplicate_title
from terbuka.checks.rules.lifecycle.review_date import months_after
from terbuka.errors import GitError
from terbuka.git import Git
from terbuka.words import library, new
from terbuka.words.kinds.kind import Variant
from terbuka.words.kinds.registry import KINDS

MakeRepo = Callable[[dict[str, str]], Path]

PAGE = "content/berita/2026/loket.md"

SAME = [
    ("Kantor buka.", "<!-- allow: style karena nama -->\nKantor buka.", True),
    ("Loket buka.", "Loket buka.", True),
    ("Loket  buka.", "Loket\nbuka.", True),
    ("Loket buka.", "**Loket** _buka_.", True),
    ("loket buka", "Loket buka!", True),
    ("Warga mendaftra hari Sabtu.", "Warga mendaftar hari Sabtu.", True),
    ("Warga meunggu di loket.", "Warga menunggu di loket.", True),
    ("Warga men daftar.", "Warga mendaftar.", True),
    ("Buka 1 Juni.", "Buka 1 Juli.", False),
    ("buka bulan juni", "buka bulan juli", False),
    ("Biaya Rp10.000.", "Biaya Rp100.00.", False),
    ("Biaya 10 000.", "Biaya 10000.", False),
    ("Buka pukul 08.00.", "Buka pukul 09.00.", False),
    ("Warga tidak perlu datang.", "Warga perlu datang.", False),
    ("Warga boleh datang.", "Warga wajib datang.", False),
    ("Jalan Mawar ditutup.", "Jalan Mawah ditutup.", False),
    ("Kepala dinas menjawab, kepala kantor datang.", "Kelapa dinas menjawab, kepala kantor datang.", False),
    ("Warga naik bus.", "Warga naik kereta.", False),
    ("Lihat https://uji.example/a.", "Lihat https://uji.example/b.", False),
    ("a b c d e f", "a b c d e f g", False),
    ("satua duaa tigaa empata limaa enama", "satub duab tigab empatb limab enamb", False),
]


@pytest.mark.parametrize(("old", "now", "same"), SAME)
def test_a_trifle_is_what_says_the_same(old: str, now: str, same: bool) -> None:  # noqa: FBT001
    assert trifles.same(old, now) is same


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("", "", 0),
        ("a", "", 1),
        ("ab", "ba", 1),
        ("kelurahan", "kelurahn", 1),
        ("sabtu", "sbatu", 1),
        ("abc", "xyz", 3),
    ],
)
def test_distance(one: str, other: str, letters: int) -> None:
    assert trifles.distance(one, other) == letters


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-11-20", 6, "2027-05-20"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2026-06-30", 6, "2026-12-30"),
        ("9999-11-20", 6, "9999-12-24"),
    ],
)
def test_months_after(day: str, months: int, later: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(later)


def test_sections_reach_to_the_next_heading_of_their_level() -> None:
    body = "Awal.\n\n## Satu #\n\nA.\n\n### Dalam\n\nB.\n\n- **Tebal:** isi\n\n## Dua\n\n```\n# Bukan\n```\n| Sel | Isi |\n"
    assert [(part.title, part.words.split(), part.empty) for part in sections.of(body)] == [
        ("Satu", ["A.", "###", "Dalam", "B.", "-", "**Tebal:**", "isi"], False),
        ("Dalam", ["B.", "-", "**Tebal:**", "isi"], False),
        ("Tebal", ["isi"], False),
        ("Dua", ["|", "Sel", "|", "Isi", "|"], False),
        ("Sel", ["Isi", "|"], False),
    ]


VARIANTS = [
    (kind, variant, language) for kind in KINDS.values() for variant in kind.variants for language in ("id", "en")
]


@pytest.mark.parametrize(
    ("kind", "variant", "language"), VARIANTS, ids=[f"{kind.id}-{form.id}-{code}" for kind, form, code in VARIANTS]
)
def test_a_template_offers_all_that_the_rules_ask_for(
    make_repo: MakeRepo, kind: object, variant: Variant, language: str
) -> None:
    root = make_repo({})
    chosen = next(known for known in KINDS.values() if variant in known.variants)
    path = new.create(root, office.load(root), chosen, "Judul yang cukup panjang", language, NOW.date(), variant)
    assert chosen is kind
    result = check(
        root, ["front-matter", "service-components", "urgent-notice", "information-class", "review-date"]
    )
    expected = (
        [(str(path), 3, "This is a translation, but its original does not exist.")] if language == "en" else []
    )
    assert [(str(f.place.path), f.place.line, str(f.message)) for f in result.findings] == expected


def notes(root: Path, base: str | None = None) -> list[tuple[str, int, str]]:
    """What is told of changes in the repository `root`."""
    context = replace(context_of(root), base=base)
    return told(change_note.check_library(context.library.documents, context))


def told(findings: object) -> list[tuple[str, int, str]]:
    found: list[Finding] = list(findings)  # type: ignore[call-overload]
    return [(str(f.place.path), f.place.line, str(f.message)) for f in found]


NO_NOTE = "The published text has changed, but no note says so."


def test_a_change_is_told_from_the_last_commit_and_from_a_base(make_repo: MakeRepo) -> None:
    root = make_repo({PAGE: news(body="Loket buka pukul 08.00 WIB.")})
    first = Git(root).run("rev-parse", "HEAD")
    assert notes(root) == []
    (root / PAGE).write_text(news(body="Loket buka pukul 09.00 WIB."), encoding="utf-8")
    assert notes(root) == [(PAGE, 8, NO_NOTE)]
    commit_all(root)
    assert notes(root) == []
    assert notes(root, first) == [(PAGE, 8, NO_NOTE)]


def test_a_repository_in_a_folder_of_another(make_repo: MakeRepo) -> None:
    outer = make_repo({f"kantor/{PAGE}": news(body="Loket buka pukul 08.00 WIB.")})
    root = outer / "kantor"
    (outer / "office.yml").rename(root / "office.yml")
    (root / PAGE).write_text(news(body="Loket buka pukul 09.00 WIB."), encoding="utf-8")
    assert notes(root) == [(PAGE, 8, NO_NOTE)]


def test_without_a_repository_or_a_commit_nothing_was_published(make_repo: MakeRepo, tmp_path: Path) -> None:
    root = make_repo({PAGE: news()})
    plain = tmp_path / "salinan"
    plain.mkdir()
    for name in ("office.yml", "content"):
        (root / name).rename(plain / name)
    assert notes(plain) == []
    subprocess.run(["git", "init", "-q"], cwd=plain, check=True)
    assert notes(plain) == []


def test_a_base_that_is_no_commit_stops_the_rule(make_repo: MakeRepo) -> None:
    with pytest.raises(GitError):
        notes(make_repo({PAGE: news()}), "tidak-ada")


def test_git_says_which_file_it_cannot_read(make_repo: MakeRepo) -> None:
    git = Git(make_repo({PAGE: news()}))
    assert git.contents("HEAD", [PAGE, PAGE]) == [news().encode(), news().encode()]
    with pytest.raises(GitError) as failure:
        git.contents("HEAD", [PAGE, "content/tak-ada.md"])
    assert str(failure.value.what) == "git cannot read content/tak-ada.md as HEAD has it."


TITLES = [
    "Loket buka pada hari Sabtu",
    '"Loket buka pada hari Sabtu"',
    "'Loket buka pada hari Sabtu'  # catatan",
    '"Loket buka pada hari \\u0053abtu"',
    "Loket buka\n  pada hari Sabtu",
    ">-\n  Loket buka\n  pada hari Sabtu",
    "LOKET buka, pada hari Sabtu!",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_found_in_a_file_that_is_not_checked(make_repo: MakeRepo, title: str) -> None:
    other = "content/berita/2026/lain.md"
    root = make_repo(
        {
            PAGE: news("Loket buka pada hari Sabtu"),
            other: news(title),
            "content/berita/2026/beda.md": news("Pasar"),
        }
    )
    context = context_of(root)
    document = context.library.by_path[PurePosixPath(PAGE)]
    assert told(duplicate_title.check_library((document,), context)) == [
        (PAGE, 2, f"{other} bears the same title.")
    ]


def test_a_title_that_is_not_valid_is_nobody_elses(make_repo: MakeRepo) -> None:
    root = make_repo({PAGE: news("Loket buka"), "content/berita/2026/lain.md": "---\ntitle: Loket buka\n---\n"})
    context = context_of(root)
    assert told(duplicate_title.check_library(context.library.documents, context)) == []


PAIRS = [
    ("content/halaman/Kontak.md", "content/halaman/kontak.md", "differs only in capitals"),
    ("content/halaman/cafe\u0301.md", "content/halaman/caf\u00e9.md", "looks the same"),
    ("content/halaman/en/kontak.md", "content/halaman/kontak.en.md", "has the same address"),
    ("content/halaman/panduan/mulai.md", "content/panduan/mulai.md", "has the same address"),
]


@pytest.mark.parametrize(("one", "other", "words"), PAIRS)
def test_addresses_that_some_machine_takes_for_one(make_repo: MakeRepo, one: str, other: str, words: str) -> None:
    root = make_repo({one: news(), other: news()})
    if len(list(root.rglob("*.md"))) < 2:
        pytest.skip("this machine itself takes them for one")
    context = context_of(root)
    document = context.library.by_path[PurePosixPath(one)]
    found = told(duplicate_address.check_library((document,), context))
    assert [(path, line, words in message) for path, line, message in found] == [(one, 2, True)]


def test_an_address_is_known_without_reading_the_file(make_repo: MakeRepo) -> None:
    files = {f"{kind.folder}/{name}": news() for kind in KINDS.values() for name in ("a.md", "b/c.md", "a.en.md")}
    context = context_of(make_repo(files))
    assert [
        (document.url_path(context.office.language), duplicate_address.address(document.path, context) + "/")
        for document in context.library.documents
        if document.url_path(context.office.language) != duplicate_address.address(document.path, context) + "/"
    ] == []
    assert len(library.load(context.root, context.office).paths) == 3 * len(KINDS)
