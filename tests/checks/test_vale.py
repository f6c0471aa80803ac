"""The real Vale: found or missed, its own errors, places in folded values."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from checking import check

from conftest import news
from terbuka.checks import prose, vale
from terbuka.checks.run import Result
from terbuka.errors import ToolMissing

MakeRepo = Callable[[dict[str, str]], Path]
ROOT = Path(__file__).parents[2]
PAGE = "content/berita/2026/judul.md"


def styled(make_repo: MakeRepo, files: dict[str, str]) -> Path:
    root = make_repo(files)
    shutil.copytree(ROOT / "styles", root / "styles")
    shutil.copy(ROOT / ".vale.ini", root)
    return root


def words(root: Path) -> Result:
    return check(root, ["standard-words"])


def places(result: Result) -> list[str]:
    return [f"{f.place.line}:{f.place.column} {f.message.say('id')}" for f in result.findings]


def program(path: Path, answer: str) -> Path:
    """A program that answers every call with the same words."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{answer}'\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_tool_of_the_repository_comes_first(tmp_path: Path) -> None:
    installed = program(tmp_path / "build/tools/vale", "vale version 3.22.0")
    program(tmp_path / "bin/vale", "vale version 3.30.0")
    assert vale.find(tmp_path, str(tmp_path / "bin")) == installed


def test_a_tool_that_is_too_old_is_passed_over(tmp_path: Path) -> None:
    program(tmp_path / "build/tools/vale", "vale version 3.16.9")
    newer = program(tmp_path / "bin/vale", "vale version 3.17.0")
    assert vale.find(tmp_path, str(tmp_path / "bin")) == newer


@pytest.mark.parametrize("answer", ["vale version 2.30.0", "vale version 3.16.1", "vale version master", ""])
def test_style_is_never_skipped_silently(tmp_path: Path, answer: str) -> None:
    program(tmp_path / "bin/vale", answer)
    with pytest.raises(ToolMissing) as raised:
        vale.find(tmp_path, str(tmp_path / "bin"))
    assert raised.value.say("id") == (
        "Vale 3.17 belum terpasang atau versinya terlalu lama. Jalankan scripts/setup, lalu coba lagi."
    )


def test_no_tool_at_all(tmp_path: Path) -> None:
    with pytest.raises(ToolMissing):
        vale.find(tmp_path, str(tmp_path))


BREAKAGES: dict[str, tuple[str, str, str]] = {
    "a style that is no YAML": (
        "styles/Terbuka/Ejaan.yml",
        "extends: [\n",
        "styles/Terbuka/Ejaan.yml:1:1: Vale: E201: did not find expected node content. ",
    ),
    "a style that does not exist": (
        ".vale.ini",
        "StylesPath = styles\n[*.md]\nBasedOnStyles = Hilang\n",
        "Vale: E100: style 'Hilang' does not exist on StylesPath. ",
    ),
}


@pytest.mark.parametrize("name", BREAKAGES)
def test_vale_s_own_errors_break_the_check(make_repo: MakeRepo, name: str) -> None:
    file, broken, expected = BREAKAGES[name]
    root = styled(make_repo, {PAGE: news()})
    (root / file).write_text(broken, encoding="utf-8")
    result = words(root)
    to_do = "Betulkan gaya atau setelan yang disebut Vale; gaya bahasa belum diperiksa."
    assert ([failure.say("id") for failure in result.broken], result.findings) == ([expected + to_do], ())
    assert result.status == 3


def test_a_style_that_vale_would_pass_over_breaks_the_check(make_repo: MakeRepo) -> None:
    root = styled(make_repo, {PAGE: news()})
    (root / "styles/Terbuka/Ejaan.yaml").write_text("extends: [\n", encoding="utf-8")
    assert [failure.say("id") for failure in words(root).broken] == [
        "styles/Terbuka/Ejaan.yaml:1:1: Vale tidak membaca gaya ini karena namanya tidak berakhir dengan .yml. "
        "Ganti namanya, atau hapus."
    ]


def test_a_repository_without_settings_for_vale(make_repo: MakeRepo) -> None:
    result = words(make_repo({PAGE: news()}))
    assert [failure.say("id") for failure in result.broken] == [
        "Tidak ada .vale.ini dalam repositori ini. Salin .vale.ini dan folder styles dari kantor contoh."
    ]


def test_all_files_of_a_folder_in_order(make_repo: MakeRepo, tmp_path: Path) -> None:
    root = styled(make_repo, {})
    names = ["a.md", "b/a.md", "b/c/a.md", "c.en.md"]
    for name in names:
        file = tmp_path / "scratch" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("Ijin.\n", encoding="utf-8")
    alerts = vale.run(vale.find(root), root, tmp_path / "scratch")
    assert [alert.file for alert in alerts] == names[:3]  # the last is English


def test_more_documents_than_vale_reads_at_once(make_repo: MakeRepo) -> None:
    pages = [f"content/berita/2026/judul-{number:04}.md" for number in range(prose.FIRST + prose.AT_ONCE + 3)]
    root = styled(make_repo, {page: news(body="Ijin.") for page in pages})
    assert [str(finding.place.path) for finding in words(root).findings] == pages


def test_no_folder_is_passed_over_or_taken_for_another(make_repo: MakeRepo) -> None:
    pages = [f"content/berita/{folder}/judul.md" for folder in ("node_modules", "node_modules_", "node_modules__")]
    root = styled(make_repo, {page: news(body=f"{index * 'Kata. '}Ijin.") for index, page in enumerate(pages)})
    assert [f"{f.place.path}:{f.place.column}" for f in words(root).findings] == [
        f"{pages[0]}:1",
        f"{pages[1]}:7",
        f"{pages[2]}:13",
    ]


FRONT = """\
---
title: "Ijin ‘ijin’ dan ijin"
summary: >-
  Kantor kelurahan membuka
  layanan jadual dan
  jadual pada hari Sabtu.
date: 2026-11-20
owner: kominfo
topics: [layanan-publik]
class: berkala
status: published
review_by: 2027-05-20
image: {src: gambar/ijin.png, alt: "Warga mengurus ijin", credit: Ijin, licence: CC BY 4.0}
social:
  mastodon:
    - Resiko pertama.
    - "Kedua: resiko."
---

“Kutipan” – ijin dan ijin.
"""


def test_places_in_front_matter_and_behind_wide_characters(make_repo: MakeRepo) -> None:
    assert places(words(styled(make_repo, {PAGE: FRONT}))) == [
        "2:9 Tulis 'Izin', bukan 'Ijin'.",
        "2:15 Tulis 'izin', bukan 'ijin'.",
        "2:25 Tulis 'izin', bukan 'ijin'.",
        "5:11 Tulis 'jadwal', bukan 'jadual'.",
        "6:3 Tulis 'jadwal', bukan 'jadual'.",
        "13:52 Tulis 'izin', bukan 'ijin'.",
        "16:7 Tulis 'Risiko', bukan 'Resiko'.",
        "17:15 Tulis 'risiko', bukan 'resiko'.",
        "20:13 Tulis 'izin', bukan 'ijin'.",
        "20:22 Tulis 'izin', bukan 'ijin'.",
    ]


OPENINGS = [
    "```",
    "````",
    "~~~",
    "---",
    "+++",
    "- ",
    "> ",
    "# ",
    "<!--",
    "<!-- vale off -->",
    "<pre>",
    "[x]: ",
]


@pytest.mark.parametrize("opening", OPENINGS)
def test_no_sentence_hides_what_stands_below_it(make_repo: MakeRepo, opening: str) -> None:
    page = news(body="    kode ijin\n\nSurat ijin.").replace("title: ", f"title: '{opening} resiko' # ", 1)
    root = styled(make_repo, {PAGE: page})
    body = page.split("\n").index("Surat ijin.") + 1
    assert places(words(root)) == [
        f"2:{10 + len(opening)} Tulis 'risiko', bukan 'resiko'.",
        f"{body}:7 Tulis 'izin', bukan 'ijin'.",
    ]


def test_lines_at_the_top_of_a_body_are_no_front_matter(make_repo: MakeRepo) -> None:
    root = styled(make_repo, {PAGE: "---\ndate: 2026-11-20\n---\n---\nSurat ijin.\n---\n"})
    assert places(words(root)) == ["5:7 Tulis 'izin', bukan 'ijin'."]


@pytest.mark.parametrize("piece", ["(", "]", "!", "- ", "> ", "1. ", "Peraturan ", "Undang-Undang "])
def test_words_around_a_hostile_text_are_found_where_they_stand(make_repo: MakeRepo, piece: str) -> None:
    hostile = piece * (100_000 // len(piece))
    body = f"Ini aktifitas.\n\n{hostile}\n\nItu aktifitas.\n\nDi sini {'!' * 50} aktifitas."
    root = styled(make_repo, {PAGE: news(body=body)})
    first = news(body=body).split("\n").index("Ini aktifitas.") + 1
    found = [f"{f.place.line - first}:{f.place.column}" for f in words(root).findings]
    assert found == ["0:5", "4:5", "6:60"]
