"""Repositories of any size for measuring: this one's office and words, and as many real posts as are asked for."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tarfile
from itertools import cycle
from pathlib import Path

HERE = Path(__file__).parent
HOUSE = HERE.parent
POSTS = HOUSE.parent / "shared" / "corpus" / "digitalgov-news.tar.gz"
"""2,081 news posts of digital.gov, in the public domain; see bench/RESULTS.md."""

FRONT_MATTER = """\
---
title: {title}
summary: Ringkasan kabar contoh nomor {number} untuk menguji kecepatan.
date: 2020-03-02
owner: kominfo
topics: [layanan-publik]
class: berkala
status: published
review_by: 2027-01-01
social: {{}}
---

"""


def posts() -> list[tuple[str, str]]:
    """The titles and bodies of the real posts, in the order of the archive."""
    with tarfile.open(POSTS) as archive:
        files = (archive.extractfile(member) for member in archive if member.name.endswith(".md"))
        whole = [file.read().decode("utf-8", errors="replace") for file in files if file]
    return [(_title(words), re.sub(r"\A---\n.*?\n---\n", "", words, count=1, flags=re.DOTALL)) for words in whole]


def _title(words: str) -> str:
    found = re.search(r"^title: *(?P<title>.*\w)", words, re.MULTILINE)
    return " ".join(re.findall(r"[\w’-]+", found["title"])) if found else "Tanpa judul"


def make(folder: Path, count: int, *, words: bool = True) -> Path:
    """Make an office in `folder` with this one's content and `count` posts, committed; return it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("office.yml", ".vale.ini"):
        shutil.copy(HOUSE / name, folder)
    shutil.copytree(HOUSE / "styles", folder / "styles")
    shutil.copytree(HOUSE / "policies", folder / "policies")
    if words:
        shutil.copytree(HOUSE / "content", folder / "content")
    target = folder / "content" / "berita" / "2020"
    target.mkdir(parents=True)
    for number, (title, body) in zip(range(count), cycle(posts()), strict=False):
        whole = (
            FRONT_MATTER.format(title=json.dumps(f"{title}, {number}", ensure_ascii=False), number=number) + body
        )
        (target / f"pos-{number:05}.md").write_text(whole, encoding="utf-8")
    commit(folder)
    return folder


def commit(folder: Path) -> None:
    """Commit everything in `folder`."""
    name = ("-c", "user.name=Bench", "-c", "user.email=bench@kotacontoh.example", "-c", "gc.auto=0")
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "bench"]):
        subprocess.run(["git", *name, *command], cwd=folder, check=True)
