"""A running sandbox whose clock a test sets, and the requests of a plain client."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from terbuka.sandbox.server import SECRETS, RunningSandbox, Settings, start

START = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
TOKEN = {"Authorization": f"Bearer {SECRETS['mastodon']}"}
POST = "app.bsky.feed.post"


def png(width: int = 2, height: int = 1) -> bytes:
    """A real picture: one colour, as small as can be."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        whole = kind + content
        return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@dataclass
class Clock:
    """Stands still until it is moved."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass
class Stage:
    """A sandbox, a client that talks to it, and its clock."""

    sandbox: RunningSandbox
    client: httpx.Client
    clock: Clock
    session: dict[str, Any] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return self.sandbox.url

    def said(self, response: httpx.Response) -> tuple[int, Any]:
        """Status and body; the sandbox's address is written BASE."""
        words = response.text.replace(self.url, "BASE").replace(self.url.removeprefix("http://"), "HOST")
        return response.status_code, replace_json(words)

    def toot(self, status: str, key: str = "", **fields: object) -> httpx.Response:
        headers = TOKEN | ({"Idempotency-Key": key} if key else {})
        return self.client.post("/mastodon/api/v1/statuses", headers=headers, json={"status": status, **fields})

    def upload(self, content: bytes | None = None, description: str = "Loket buka") -> httpx.Response:
        files = {"file": ("loket.png", png() if content is None else content, "image/png")}
        return self.client.post(
            "/mastodon/api/v2/media", headers=TOKEN, files=files, data={"description": description}
        )

    def ready(self) -> str:
        """Upload a picture, wait for it, return its id."""
        identity = str(self.upload().json()["id"])
        while self.client.get(f"/mastodon/api/v1/media/{identity}", headers=TOKEN).status_code == 206:
            pass
        return identity

    def login(self, handle: str = "uji.example") -> dict[str, str]:
        body = {"identifier": handle, "password": SECRETS["bluesky"]}
        self.session = self.client.post("/bluesky/xrpc/com.atproto.server.createSession", json=body).json()
        return {"Authorization": f"Bearer {self.session['accessJwt']}"}

    def xrpc(self, name: str, body: object = None, headers: dict[str, str] | None = None) -> httpx.Response:
        if headers is None:
            headers = {"Authorization": f"Bearer {self.session['accessJwt']}"} if self.session else self.login()
        return self.client.post(f"/bluesky/xrpc/{name}", json=body, headers=headers)

    def put(self, key: str, record: object, **more: object) -> httpx.Response:
        if not self.session:
            self.login()
        body = {"repo": self.session["did"], "collection": POST, "rkey": key, "record": record, **more}
        return self.xrpc("com.atproto.repo.putRecord", body)

    def bot(self, method: str, **fields: object) -> httpx.Response:
        return self.client.post(f"/telegram/bot{SECRETS['telegram']}/{method}", json=fields)


def replace_json(words: str) -> Any:  # noqa: ANN401  whatever JSON can hold
    """JSON where it is JSON, else the words."""
    try:
        return httpx.Response(200, text=words).json()
    except ValueError:
        return words


@contextmanager
def stage(settings: Settings | None = None, state: Path | None = None) -> Iterator[Stage]:
    """Run a sandbox on a free port."""
    clock = Clock()
    chosen = replace(settings or Settings(), clock=clock)
    with start(0, state, chosen) as sandbox, httpx.Client(base_url=sandbox.url, trust_env=False) as client:
        yield Stage(sandbox, client, clock)
