"""A document and accounts to try platforms with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from pydantic import HttpUrl

from servers import Server
from terbuka.office import Account, Office
from terbuka.social.message import Message, Receipt
from terbuka.social.platform import Files, Platform, Session
from terbuka.wire import Wire
from terbuka.words.document import Document
from terbuka.words.kinds.registry import KINDS
from terbuka.words.parse import parse

ARMED = datetime(2026, 11, 20, 2, 0, 0, 123456, tzinfo=UTC)

OFFICE = Office.model_validate(
    {
        "name": {"id": "Pemerintah Kota Uji"},
        "short_name": "Kota Uji",
        "tagline": {"id": "Kabar resmi"},
        "url": "https://uji.example/",
        "units": {"kominfo": {"name": {"id": "Dinas Komunikasi"}, "email": "kominfo@uji.example"}},
        "topics": {"layanan-publik": {"name": {"id": "Layanan publik"}, "hashtag": "LayananPublik"}},
    }
)

WORDS = """\
---
title: {title}
summary: {summary}
date: 2026-11-20
owner: kominfo
topics: [layanan-publik]
class: berkala
status: published
review_by: 2027-05-20
{more}---

Kantor buka hari Sabtu.
"""

TITLE = "Layanan kependudukan buka hari Sabtu"
SUMMARY = "Kantor kelurahan membuka layanan kartu tanda penduduk pada hari Sabtu pagi."


def document(
    folder: Path, *, title: str = TITLE, summary: str = SUMMARY, more: str = "", name: str = "sabtu"
) -> Document:
    """A real document, parsed from a real file below `folder`."""
    path = PurePosixPath(f"content/berita/2026/{name}.md")
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(WORDS.format(title=title, summary=summary, more=more), encoding="utf-8")
    parsed = parse(folder, path, KINDS["berita"], "id")
    assert parsed.problems == ()
    return parsed


def account(platform: str, **more: object) -> Account:
    """An account on a platform."""
    fields: Mapping[str, object] = {
        "id": platform,
        "platform": platform,
        "handle": "@uji",
        "profile": HttpUrl("https://sosial.uji.example/@uji"),
        **more,
    }
    return Account.model_validate(fields)


def open_session(wire: Wire, platform: Platform, server: Server, who: Account) -> Session:
    """Log in for real."""
    return wire.run(platform.login(who, server.url, server.secret))


def send_all(
    wire: Wire, platform: Platform, session: Session, message: Message, files: Files | None = None
) -> tuple[Receipt, ...]:
    """Send every part for real and return the receipts."""
    receipts: tuple[Receipt, ...] = ()
    for index in range(len(message.parts)):
        steps = platform.send(session, message, index, receipts, ARMED, files or Files())
        receipts = (*receipts, wire.run(steps))
    return receipts
