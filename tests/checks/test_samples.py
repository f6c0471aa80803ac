"""Marked samples: every line says which rules find something there; nothing more and nothing less may be found."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from checking import check
from past import tell

from conftest import commit_all
from terbuka.checks import prose
from terbuka.checks.registry import RULES

ROOT = Path(__file__).parents[2]
SAMPLES = Path(__file__).parent / "samples"
MARK = re.compile(r"{([a-z-]+)}")
HEADINGS = ["Apa yang diperiksa", "Mengapa", "Dasar", "Keliru", "Benar", "Cara mendiamkan"]

Spots = Counter[tuple[str, int, str]]


def open_sample(name: str, folder: Path) -> Path:
    """A repository with the real styles, the office of the samples, and the files of one sample, which win.

    Where a sample has files in `_before`, these were committed, and the sample's own are what became of them; in
    folders with numbers, one commit after the other.
    """
    shutil.copytree(ROOT / "styles", folder / "styles")
    shutil.copy(ROOT / ".vale.ini", folder)
    before = SAMPLES / "_before" / name
    if before.is_dir():
        subprocess.run(["git", "init", "-q", "-b", "main"], cwd=folder, check=True)
        if steps := sorted(before.glob("[0-9]")):
            tell(folder, steps)
        else:
            shutil.copytree(before, folder, dirs_exist_ok=True)
            commit_all(folder)
        shutil.rmtree(folder / "content")
    for source in (SAMPLES / "_repo", SAMPLES / name):
        shutil.copytree(source, folder, dirs_exist_ok=True)
    if before.is_dir():
        subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
    return folder


def marked(folder: Path) -> Spots:
    """Where the sample says that rules find something."""
    return Counter(
        (path.relative_to(folder).as_posix(), number, mark[1])
        for path in sorted([*folder.rglob("*.md"), *folder.glob("policies/*.yml")])
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1)
        for mark in MARK.finditer(line)
    )


@pytest.mark.parametrize("name", [*RULES, "allow"])
def test_a_rule_finds_what_is_marked_and_nothing_else(name: str, tmp_path: Path) -> None:
    root = open_sample(name, tmp_path / "repo")
    only = ["internal-link", "mobile-number", "nik", "review-date"] if name == "allow" else [name]
    result = check(root, only)
    assert result.broken == ()
    found = Counter((str(f.place.path), f.place.line, f.rule) for f in result.findings)
    assert found == marked(root)


@pytest.mark.parametrize("name", RULES)
def test_a_sample_has_guilty_and_innocent_lines(name: str) -> None:
    files = [*(SAMPLES / name).rglob("*.md"), *(SAMPLES / name).glob("policies/*.yml")]
    lines = [line for path in files for line in path.read_text(encoding="utf-8").split("\n")]
    assert any(MARK.search(line) for line in lines)
    assert any(line.strip() and not MARK.search(line) for line in lines)


@pytest.mark.parametrize("name", [*RULES, "allow"])
def test_a_rule_has_a_page(name: str) -> None:
    folder = RULES[name].FAMILY if name in RULES else "."
    file = ROOT / "scripts/terbuka/checks/rules" / folder / f"{name.replace('-', '_')}.md"
    page = file.read_text(encoding="utf-8")
    assert re.findall(r"^# (.+)$", page, re.MULTILINE) == [f"`{name}`"]
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == HEADINGS


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_listed_under_its_own_name(name: str) -> None:
    assert name == RULES[name].ID
    assert list(RULES) == sorted(RULES)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_lies_in_the_folder_of_its_family(name: str) -> None:
    file = name.replace("-", "_")
    assert (ROOT / "scripts/terbuka/checks/rules" / RULES[name].FAMILY / f"{file}.py").is_file()


def test_every_vale_rule_of_ours_belongs_to_one_rule() -> None:
    owned = Counter(check for rule in RULES.values() for check in getattr(rule, "CHECKS", ()))
    ours = {
        prose.owner(f"{style}.{path.stem}")
        for style in prose.OWN_STYLES
        for path in (ROOT / "styles" / style).glob("*.yml")
    }
    assert owned == Counter(dict.fromkeys(ours, 1))
