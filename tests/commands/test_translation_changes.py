"""What a pull request hears of the translations that it leaves behind."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from command_line import terbuka

from conftest import commit_all, news

MakeRepo = Callable[[dict[str, str]], Path]
ID, EN = "content/berita/2026/a.md", "content/berita/2026/a.en.md"
TITLE = "The counters are open on Saturdays"


def both(body: str, translation: str) -> dict[str, str]:
    return {ID: news(body=body), EN: news(TITLE, translation)}


def told(root: Path, *words: str) -> list[str]:
    """What the rules about translations say."""
    rules = ("--rule", "translation-drift", "--rule", "translation-figures")
    _, output, errors = terbuka(root, "check", "--format", "json", "--at", "2026-11-22T09:00", *rules, *words)
    assert errors == ""
    return [f"{item['path']}:{item['line']} {item['rule']}" for item in json.loads(output)]


def test_a_pull_request_hears_of_what_it_leaves_behind_and_of_nothing_older(make_repo: MakeRepo) -> None:
    root = make_repo(both("Satu.\n\nDua.\n\nTiga.", "One.\n\nTwo.\n\nThree."))
    edit(root, ID, "Satu.", "Satu, dengan cara yang baru.")
    commit_all(root)
    edit(root, ID, "Dua.", "Dua, dengan cara lain.")
    assert told(root, "--changed", "HEAD") == [f"{EN}:14 translation-drift"]
    commit_all(root)
    assert told(root, "--changed", "HEAD~1") == [f"{EN}:14 translation-drift"]
    assert told(root) == [f"{EN}:12 translation-drift", f"{EN}:14 translation-drift"]
    edit(root, EN, "Two.", "Two, on 6 December.")
    assert told(root, "--changed", "HEAD~1") == [f"{EN}:14 translation-figures"]


def test_what_was_allowed_stays_allowed(make_repo: MakeRepo) -> None:
    allowed = "<!-- allow: translation-drift karena hanya tentang ejaan -->\nOne."
    root = make_repo(both("Satu.", allowed))
    edit(root, ID, "Satu.", "Satu, dengan cara yang baru.")
    assert told(root, "--changed", "HEAD") == []
    assert told(root) == []


def test_a_file_that_git_takes_for_binary_has_no_history(make_repo: MakeRepo) -> None:
    root = make_repo(both("Satu.", "One.") | {".gitattributes": "*.md binary\n"})
    edit(root, ID, "Satu.", "Satu, dengan cara yang baru.")
    assert told(root) == []


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Change a file as an editor would."""
    path = root / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
