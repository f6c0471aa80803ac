"""A whole office for tests: a repository, its portal built and served, and accounts on real servers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

from conftest import OFFICE
from servers import Server
from terbuka import office
from terbuka.git import Git
from terbuka.portal.build import build
from terbuka.portal.serve import PortalServer
from terbuka.publish.job import Job, Outcome, Step
from terbuka.publish.send import publish
from terbuka.record.entry import Subject
from terbuka.record.ledger import Ledger
from terbuka.wire import Wire
from terbuka.words import library, register

HOUSE = Path(__file__).parents[2]
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
FILES = {
    "content/halaman/tentang.md": """\
---
title: Tentang portal Kota Uji
summary: Portal ini memuat kabar resmi dari Pemerintah Kota Uji untuk warga.
date: 2026-11-02
owner: kominfo
topics: [layanan-publik]
class: setiap-saat
status: published
review_by: 2027-05-20
---

Portal ini dikelola Dinas Komunikasi.
""",
    "content/berita/2026/sabtu.md": """\
---
title: Layanan kependudukan buka hari Sabtu
summary: Kantor kelurahan membuka layanan kartu tanda penduduk pada hari Sabtu pagi.
date: 2026-11-20
owner: kominfo
topics: [layanan-publik]
class: berkala
status: published
review_by: 2027-05-20
social:
  bluesky: ["Layanan buka hari Sabtu.", "Bawa kartu keluarga asli."]
---

Kantor buka hari Sabtu.
""",
    "content/berita/2026/embargo.md": """\
---
title: Pengumuman yang belum waktunya
summary: Ringkasan pengumuman yang belum boleh dibaca siapa pun sampai waktunya tiba.
date: 2026-12-01
owner: kominfo
topics: [layanan-publik]
class: berkala
status: published
publish_at: 2026-12-01T09:00:00+07:00
review_by: 2027-05-20
---

Belum waktunya.
""",
}


@dataclass
class Rig:
    """One office.

    Attributes:
        root: its repository.
        base: where its portal is served.
        servers: account id → where it is.
        steps: the steps that runs have taken, in order.
    """

    root: Path
    base: str
    servers: dict[str, Server]
    steps: list[tuple[Step, str, int]] = field(default_factory=list)

    def job(self, wire: Wire, **changes: object) -> Job:
        """One run of the publisher; absence is believed at once, so that tests need not wait."""
        settings = office.load(self.root)
        made = Job(
            root=self.root,
            office=settings,
            library=library.load(self.root, settings),
            ledger=Ledger(self.root),
            wire=wire,
            now=NOW,
            base=self.base,
            run="uji",
            server_of=lambda account: self.servers[account.id].url,
            secret_of=lambda account: self.servers[account.id].secret,
            settle=timedelta(0),
            on_step=self._note,
        )
        return replace(made, **changes)  # type: ignore[arg-type]

    def publish(self, **changes: object) -> list[tuple[str, int, str]]:
        """Publish what is due; return (account, part, result) of each outcome."""
        return [(o.subject.account, o.subject.part, o.result) for o in self.outcomes(**changes)]

    def outcomes(self, **changes: object) -> list[Outcome]:
        """Publish what is due; return what became of each part."""
        with Wire() as wire:
            return list(publish(self.job(wire, **changes)))

    def _note(self, step: Step, subject: Subject) -> None:
        self.steps.append((step, subject.account, subject.part))


def write_office(root: Path, servers: dict[str, Server]) -> None:
    """Give the repository just these accounts."""
    settings = yaml.safe_load(OFFICE)
    settings["accounts"] = [
        {**account, "handle": servers[account["id"]].handle or account["handle"]}
        for account in settings["accounts"]
        if account["id"] in servers
    ]
    (root / "office.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")


def build_portal(root: Path, base: str) -> None:
    """Build the real portal."""
    settings = office.load(root)
    words = library.load(root, settings)
    build(root, settings, words, register.load(root), (), NOW, base, lambda sentence: None)


@contextmanager
def rig(root: Path, servers: dict[str, Server]) -> Iterator[Rig]:
    """A repository with its portal built and served, and accounts on `servers`."""
    write_repository(root, servers)
    with PortalServer(root / "build" / "portal") as portal:
        build_portal(root, portal.url)
        yield Rig(root, portal.url, servers)


def write_repository(root: Path, servers: dict[str, Server]) -> None:
    """Make a real repository with the words of `FILES`."""
    root.mkdir(parents=True)
    for name, words in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words, encoding="utf-8")
    shutil.copy(HOUSE / "mkdocs.yml", root)
    shutil.copytree(HOUSE / "site", root / "site")
    write_office(root, servers)
    Git(root).run("init", "--quiet", "--initial-branch=main")
