"""Real parts for tests: repositories of a small example office."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from servers import Server, bluesky_pds, mastodon_mock

OFFICE = """\
name: {id: Pemerintah Kota Uji, en: Uji City Government}
short_name: Kota Uji
tagline: {id: Kabar resmi Kota Uji, en: Official news from Uji City}
example: true
url: https://uji.example/
units:
  kominfo:
    name: {id: Dinas Komunikasi, en: Communications Office}
    email: kominfo@uji.example
topics:
  layanan-publik:
    name: {id: Layanan publik, en: Public services}
    hashtag: LayananPublik
accounts:
  - {id: mastodon, platform: mastodon, handle: "@uji@sosial.uji.example", profile: "https://sosial.uji.example/@uji",
     server: "https://sosial.uji.example", token: UJI_MASTODON}
  - {id: bluesky, platform: bluesky, handle: uji.example, profile: "https://bsky.app/profile/uji.example",
     server: "https://pds.uji.example", token: UJI_BLUESKY}
  - {id: telegram, platform: telegram, handle: "@ujiresmi", profile: "https://t.me/ujiresmi",
     server: "https://api.telegram.org", token: UJI_TELEGRAM, chat: "@ujiresmi"}
contacts: {phones: ["(021) 555-0100"], emails: [halo@uji.example]}
"""

NEWS = """\
---
title: {title}
summary: Kantor kelurahan membuka layanan kartu tanda penduduk pada hari Sabtu.
date: 2026-11-20
owner: kominfo
topics: [layanan-publik]
class: berkala
status: published
review_by: 2027-05-20
---

{body}
"""


def news(title: str = "Layanan kependudukan buka hari Sabtu", body: str = "Kantor buka hari Sabtu.") -> str:
    """A valid news post."""
    return NEWS.format(title=title, body=body)


def commit_all(root: Path) -> None:
    """Commit everything below `root` under a fixed name."""
    for words in (["add", "-A"], ["commit", "-q", "--allow-empty", "-m", "uji"]):
        subprocess.run(
            ["git", "-c", "user.name=Uji", "-c", "user.email=uji@uji.example", *words], cwd=root, check=True
        )


@pytest.fixture
def make_repo(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Make a real git repository with office.yml and the given files, committed."""

    def make(files: dict[str, str]) -> Path:
        root = tmp_path / "repo"
        root.mkdir()
        for name, words in {"office.yml": OFFICE, **files}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, encoding="utf-8")
        subprocess.run(["git", "init", "-q", "-b", "main"], cwd=root, check=True)
        commit_all(root)
        return root

    return make


@pytest.fixture(scope="session")
def pds() -> Iterator[Server]:
    """A real Bluesky server for the whole session."""
    with bluesky_pds() as server:
        yield server


@pytest.fixture(scope="session")
def mastodon_server() -> Iterator[Server]:
    """A Mastodon for the whole session."""
    with mastodon_mock() as server:
        yield server
