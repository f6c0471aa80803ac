"""Who last changed each line, asked of real repositories."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

from past import tell

from conftest import commit_all
from terbuka.checks.history import UNSAVED, Commit, lines
from terbuka.git import Git

A = PurePosixPath("content/berita/2026/a.md")
B = PurePosixPath("content/berita/2026/b \u201cdua\u201d é.md")


def seen(root: Path, path: PurePosixPath = A) -> tuple[list[int], list[int]]:
    """The numbers of the commits in which each line was last said and last touched; 0 is not committed."""
    known = lines(root, [path])[path]
    said, touched = ([line.said for line in known], [line.touched for line in known])
    return _numbers(said), _numbers(touched)


def _numbers(commits: list[Commit]) -> list[int]:
    return [0 if commit is UNSAVED else commit.number for commit in commits]


def repository(tmp_path: Path, *versions: str) -> Path:
    """A repository with a commit for each version of one file."""
    root = tmp_path / "repo"
    root.mkdir()
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=root, check=True)
    for number, words in enumerate(versions):
        step = tmp_path / f"step{number}"
        (step / A).parent.mkdir(parents=True)
        (step / A).write_text(words, encoding="utf-8")
    tell(root, sorted(tmp_path.glob("step*")))
    return root


def test_a_line_belongs_to_the_commit_that_said_it(tmp_path: Path) -> None:
    root = repository(tmp_path, "satu\ndua\ntiga\n", "satu\nlain sekali\ntiga\n", "nol\nsatu\nlain sekali\ntiga\n")
    assert seen(root) == ([3, 1, 2, 1], [3, 1, 2, 1])


def test_a_slip_that_is_corrected_says_nothing_new(tmp_path: Path) -> None:
    root = repository(
        tmp_path, "Loket dibuka untk umum.\nLihat [ini](a.md).\n", "Loket dibuka untuk umum.\nLihat [ini](b.md).\n"
    )
    assert seen(root) == ([1, 1], [2, 2])


def test_lines_that_were_wrapped_anew_say_nothing_new(tmp_path: Path) -> None:
    root = repository(tmp_path, "satu dua tiga empat\n", "satu dua\ntiga empat\n")
    assert seen(root) == ([1, 1], [2, 2])


def test_what_is_gone_is_told_by_the_line_above(tmp_path: Path) -> None:
    root = repository(tmp_path, "satu\n\ndua\n\ntiga\n", "satu\n\ntiga\n")
    assert seen(root) == ([1, 2, 1], [1, 2, 1])


def test_what_is_not_committed_is_the_newest(tmp_path: Path) -> None:
    root = repository(tmp_path, "satu\ndua\n")
    (root / A).write_text("satu\nlain sekali\n", encoding="utf-8")
    assert seen(root) == ([1, 0], [1, 0])
    Git(root).run("add", "-A")
    assert seen(root) == ([1, 0], [1, 0])


def test_a_merge_is_one_change(tmp_path: Path) -> None:
    root = repository(tmp_path, "satu\ndua\n")
    git = Git(root)
    git.run("switch", "-q", "-c", "cabang")
    for words in ("satu\nbaru sekali\n", "satu\nbaru sekali\nlagi\n"):
        (root / A).write_text(words, encoding="utf-8")
        commit_all(root)
    git.run("switch", "-q", "main")
    git.run(
        "-c", "user.name=Uji", "-c", "user.email=u@uji.example", "merge", "-q", "--no-ff", "-m", "gabung", "cabang"
    )
    assert seen(root) == ([1, 2, 2], [1, 2, 2])


def test_words_that_look_like_a_patch(tmp_path: Path) -> None:
    hostile = "commit 0123456789012345678901234567890123456789 1\n+++ b/content/x.md\n@@ -1 +1 @@\n-- a/x\n\\ No newline\n"
    root = repository(tmp_path, hostile, f"{hostile}akhir tanpa baris baru")
    assert seen(root) == ([1, 1, 1, 1, 1, 2], [1, 1, 1, 1, 1, 2])


def test_a_file_that_went_and_came_back(tmp_path: Path) -> None:
    root = repository(tmp_path, "satu\n")
    words = (root / A).read_text(encoding="utf-8")
    (root / A).unlink()
    commit_all(root)
    (root / A).write_text(words, encoding="utf-8")
    commit_all(root)
    assert seen(root) == ([3], [3])


def test_unusual_names_and_a_folder_within_the_repository(make_repo: Callable[[dict[str, str]], Path]) -> None:
    root = make_repo({f"kantor/{B}": "satu\n"})
    assert seen(root / "kantor", B) == ([1], [1])


def test_no_history(tmp_path: Path, make_repo: Callable[[dict[str, str]], Path]) -> None:
    assert lines(tmp_path, [A]) == {}
    assert lines(make_repo({}), [A]) == {}
    assert lines(tmp_path / "repo", []) == {}


def test_the_name_and_day_of_a_commit(tmp_path: Path) -> None:
    root = repository(tmp_path, "satu\n")
    (line,) = lines(root, [A])[A]
    assert line.said.name == Git(root).run("rev-parse", "HEAD")
    assert line.said.short == line.said.name[:8]
    assert line.said.day(ZoneInfo("Asia/Jayapura")) == date(2026, 11, 1)
