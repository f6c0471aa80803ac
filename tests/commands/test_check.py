"""``terbuka check`` from outside: changes, baseline, replacements, severities, and what is kept between runs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import terbuka

from conftest import OFFICE, commit_all, news
from terbuka.git import Git

ROOT = Path(__file__).parents[2]
MakeRepo = Callable[[dict[str, str]], Path]
A, B = "content/berita/2026/a.md", "content/berita/2026/b.md"
BLOCK = "content/_bagian/kontak.md"
PHONE = "Hubungi 081234567890."
AT = ("--at", "2026-11-22T09:00")


def spots(root: Path, *words: str) -> list[str]:
    """Where which rules found something, errors of the tool excluded."""
    _, output, errors = terbuka(root, "check", "--format", "json", *AT, *words)
    assert errors == ""
    return [f"{item['path']}:{item['line']} {item['rule']} {item['severity']}" for item in json.loads(output)]


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Change a file as an editor would."""
    path = root / name
    words = path.read_text(encoding="utf-8")
    assert words.count(old) == 1
    path.write_text(words.replace(old, new), encoding="utf-8")


MOBILE = ("--rule", "mobile-number")


def test_only_what_a_change_brings_about(make_repo: MakeRepo) -> None:
    root = make_repo({A: news(body=f"{PHONE}\n\nSatu.\n\nDua."), B: news(body=PHONE)})
    assert spots(root, *MOBILE, "--changed", "HEAD") == []
    edit(root, A, "Dua.", PHONE.replace("7890", "7891"))
    new = "content/berita/2026/c d.md"
    (root / new).write_text(news(body=PHONE), encoding="utf-8")
    expected = [f"{A}:16 mobile-number error", f"{new}:12 mobile-number error"]
    assert spots(root, *MOBILE, "--changed", "HEAD") == expected
    commit_all(root)
    assert spots(root, *MOBILE, "--changed", "HEAD~1") == expected


def test_a_changed_front_matter_is_about_the_whole_file_but_not_about_the_text(make_repo: MakeRepo) -> None:
    root = make_repo({A: news(body=PHONE)})
    edit(root, A, "review_by: 2027-05-20", "review_by: 2026-11-21")
    rules = (*MOBILE, "--rule", "review-date")
    assert spots(root, *rules, "--changed", "HEAD") == [f"{A}:9 review-date warning"]


def test_a_changed_shared_block_is_checked_with_a_document_that_puts_it_in(make_repo: MakeRepo) -> None:
    root = make_repo({A: news(body=f'{PHONE}\n\n--8<-- "{BLOCK}"'), BLOCK: "Kantor buka.\n"})
    edit(root, BLOCK, "Kantor buka.", PHONE)
    assert spots(root, *MOBILE, "--changed", "HEAD") == [f"{BLOCK}:1 mobile-number error"]


def test_a_page_that_is_moved_away_breaks_the_links_that_lead_to_it(make_repo: MakeRepo) -> None:
    root = make_repo({A: news(body="Baca [b](b.md) dan [c](c.md)."), B: news()})
    (root / B).rename(root / "content/berita/2026/d.md")
    assert spots(root, "--rule", "internal-link", "--changed", "HEAD") == [f"{A}:12 internal-link error"]


def test_lines_that_look_like_a_diff(make_repo: MakeRepo) -> None:
    root = make_repo({A: news(body="Satu."), B: news(body=PHONE)})
    edit(root, A, "Satu.", f"++ b/{B}\n\n@@ -1 +12 @@")
    assert spots(root, *MOBILE, "--changed", "HEAD") == []


def test_a_branch_is_compared_with_where_it_began(make_repo: MakeRepo) -> None:
    root = make_repo({A: news(body="Satu."), B: news(body="Satu.")})
    assert terbuka(root, "check", "--changed", "tidak-ada", *MOBILE)[0] == 1
    git = Git(root)
    git.run("switch", "-q", "-c", "cabang")
    edit(root, A, "Satu.", PHONE)
    commit_all(root)
    git.run("switch", "-q", "main")
    edit(root, B, "Satu.", PHONE)
    commit_all(root)
    git.run("switch", "-q", "cabang")
    assert spots(root, *MOBILE, "--changed", "main") == [f"{A}:12 mobile-number error"]


def test_a_change_is_told_alike_in_a_new_clone_and_later(make_repo: MakeRepo) -> None:
    root = make_repo({A: news(body=f'Satu.\n\n--8<-- "{BLOCK}"'), BLOCK: "Kantor buka.\n"})
    shutil.copytree(ROOT / "styles", root / "styles")
    shutil.copy(ROOT / ".vale.ini", root)
    commit_all(root)
    edit(root, A, "Satu.", f"Ijin itu. {PHONE}")
    edit(root, BLOCK, "Kantor buka.", "Jadual kantor.")
    first = spots(root, "--changed", "HEAD")
    assert [spot for spot in first if not spot.endswith("suggestion")] == [
        f"{BLOCK}:1 standard-words error",
        f"{A}:8 change-note error",
        f"{A}:12 standard-words error",
        f"{A}:12 mobile-number error",
    ]
    assert spots(root, "--changed", "HEAD") == first
    _, output, _ = terbuka(root, "check", "--fresh", "--changed", "HEAD", "--format", "json", *AT)
    assert [
        f"{item['path']}:{item['line']} {item['rule']} {item['severity']}" for item in json.loads(output)
    ] == first


def test_what_keeps_vale_from_reading_a_change_is_told_once(make_repo: MakeRepo) -> None:
    root = make_repo({A: news(body="Satu.")})
    edit(root, A, "Satu.", PHONE)
    status, output, errors = terbuka(root, "check", "--changed", "HEAD", "--format", "json", *AT)
    assert (status, "mobile-number" in output) == (3, True)
    assert errors.splitlines() == [
        "Galat: Tidak ada .vale.ini dalam repositori ini. Salin .vale.ini dan folder styles dari kantor contoh."
    ]


def test_what_was_found_earlier_is_told_again_until_something_changes(make_repo: MakeRepo) -> None:
    root = make_repo({A: news(body=PHONE), B: news(body="Satu.")})
    rules = (*MOBILE, "--rule", "review-date")
    first = spots(root, *rules)
    assert first == [f"{A}:12 mobile-number error"]
    assert spots(root, *rules) == first
    edit(root, B, "Satu.", PHONE)
    both = [*first, f"{B}:12 mobile-number error"]
    assert spots(root, *rules) == both
    late = terbuka(root, "check", "--format", "json", *rules, "--at", "2027-06-01T09:00")[1]
    assert [(item["line"], item["rule"]) for item in json.loads(late)] == [
        (9, "review-date"),
        (12, "mobile-number"),
        (9, "review-date"),
        (12, "mobile-number"),
    ]
    (root / "build/cache/kept.sqlite").write_bytes(b"ini bukan basis data")
    assert spots(root, *rules) == both
    edit(root, "office.yml", 'phones: ["(021) 555-0100"]', 'phones: ["(021) 555-0100", "0812 3456 7890"]')
    assert spots(root, *rules) == []


def test_a_baseline_silences_what_is_old_and_says_when_it_is_gone(make_repo: MakeRepo) -> None:
    root = make_repo({A: news(body=f"{PHONE}\n\n![gambar](b.md)\n\n![foto](b.md)"), B: news()})
    shutil.copytree(ROOT / "styles", root / "styles")
    shutil.copy(ROOT / ".vale.ini", root)
    rules = ("--rule", "mobile-number", "--rule", "alt-text")
    status, _, told = terbuka(root, "check", "--write-baseline", *AT)
    assert status == 1
    assert "1 kesalahan hukum, data pribadi, atau pendiaman tidak dicatat" in told
    assert spots(root, *rules) == [f"{A}:12 mobile-number error"]
    edit(root, A, "![gambar](b.md)\n\n", "")
    assert spots(root, *rules) == ["baseline.yml:5 allow warning", f"{A}:12 mobile-number error"]
    edit(root, A, "![foto](b.md)", "![foto](b.md)\n\n![foto](b.md)")
    assert spots(root, *rules) == [
        "baseline.yml:5 allow warning",
        f"{A}:12 mobile-number error",
        f"{A}:16 alt-text error",
    ]


def test_severities_of_the_office(make_repo: MakeRepo) -> None:
    root = make_repo({A: news(body="![gambar](b.md)"), B: news()})
    edit(root, "office.yml", "contacts:", "checks: {rules: {alt-text: {level: suggestion}}}\ncontacts:")
    assert spots(root, "--rule", "alt-text") == [f"{A}:12 alt-text suggestion"]
    edit(root, "office.yml", "level: suggestion", "level: off")
    assert spots(root, "--rule", "alt-text") == []


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        (
            "{nik: {level: warning, reason: Kantor ini menguji nomor palsu}}",
            "Galat: office.yml:1:18: Aturan “nik” menjaga hukum atau data pribadi, tetapi dilemahkan tanpa alasan "
            "dan nama. Di bawah level, tulis reason dan by: mengapa, dan siapa yang memutuskan.\n",
        ),
        (
            "{nik: {level: mati}}",
            "Galat: office.yml:1:24: “checks.rules.nik.level” harus salah satu dari: error, warning, suggestion, off. "
            "Betulkan; “terbuka schema” menerangkan isinya.\n",
        ),
    ],
    ids=["guarded", "level"],
)
def test_settings_that_cannot_be(make_repo: MakeRepo, setting: str, told: str) -> None:
    root = make_repo({A: news()})
    (root / "office.yml").write_text(f"checks: {{rules: {setting}}}\n{OFFICE}", encoding="utf-8")
    assert terbuka(root, "check", "--rule", "nik") == (1, "", told)


def test_a_guarded_rule_is_weakened_with_a_reason_and_a_name(make_repo: MakeRepo) -> None:
    root = make_repo({A: news(body=PHONE)})
    setting = "{mobile-number: {level: warning, reason: Nomor contoh untuk pelatihan, by: Ibu Contoh}}"
    (root / "office.yml").write_text(f"checks: {{rules: {setting}}}\n{OFFICE}", encoding="utf-8")
    assert spots(root, *MOBILE) == [f"{A}:12 mobile-number warning"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["--changed", "HEAD", A],
            "Galat: --changed mencari sendiri berkasnya. Hilangkan daftar berkas atau --changed.\n",
        ),
        (
            ["--write-baseline", "--rule", "nik"],
            "Galat: Daftar temuan lama dibuat dari semua temuan. "
            "Jalankan terbuka check --write-baseline tanpa pilihan lain.\n",
        ),
    ],
    ids=["changed", "baseline"],
)
def test_wishes_that_do_not_go_together(make_repo: MakeRepo, words: list[str], told: str) -> None:
    root = make_repo({A: news()})
    assert terbuka(root, "check", *words) == (2, "", told)


def test_the_rules_are_listed_shown_and_tried(make_repo: MakeRepo) -> None:
    root = make_repo(
        {A: news(body=f"{PHONE}\n\n{PHONE}"), B: news().replace("status: published", "status: draft")}
    )
    assert "mobile-number" in terbuka(root, "rules")[1]
    assert terbuka(root, "rules", "show", "mobile-number")[1].startswith("# `mobile-number`\n")
    status, table, told = terbuka(root, "rules", "try", "mobile-number", *AT)
    assert (status, told) == (0, "! “mobile-number” menandai 1 dari 1 dokumen terbit, 2 kali.\n")
    assert [cell.strip() for cell in table.split("\n")[3].split("│")[1:3]] == [A, "2"]
    assert terbuka(root, "rules", "try", "nik", *AT) == (
        0,
        "",
        "✓ “nik” menandai 0 dari 1 dokumen terbit, 0 kali.\n",
    )
    assert terbuka(root, "rules", "show", "tidak-ada")[0] == 2
