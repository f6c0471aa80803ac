"""kill -9 at every step boundary, and lost answers: in the end every due message exists exactly once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import httpx
import pytest
from rig import Rig, rig, write_repository

from servers import Server
from terbuka.record.ledger import Ledger
from terbuka.record.outbox import fold
from terbuka.sandbox.server import SECRETS, start

pytestmark = pytest.mark.node
CRASHER = Path(__file__).parent / "crasher.py"
PARTS = {("mastodon", 0), ("telegram", 0), ("bluesky", 0), ("bluesky", 1)}
ONCE = {"mastodon": 1, "telegram": 1, "bluesky": 2}
BOUNDARIES = 2 * 3 + 3 * 4
"""Proved and opened for three accounts; armed, sent and recorded for four parts."""


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The portal of the repository that every test has a copy of."""
    nowhere = Server("", "", "")
    with rig(tmp_path_factory.mktemp("portal") / "repo", dict.fromkeys(ONCE, nowhere)) as made:
        yield made.base


@pytest.fixture
def office(tmp_path: Path, portal: str, pds: Server) -> Iterator[Rig]:
    """Mastodon and Telegram in a fresh sandbox, Bluesky on the real server."""
    with start() as sandbox:
        servers = {
            "mastodon": Server(f"{sandbox.url}/mastodon", "", SECRETS["mastodon"]),
            "telegram": Server(f"{sandbox.url}/telegram", "", SECRETS["telegram"]),
            "bluesky": pds,
        }
        write_repository(tmp_path / "repo", servers)
        yield Rig(tmp_path / "repo", portal, servers)


@pytest.fixture(autouse=True)
def before(pds: Server) -> set[str]:
    """What other tests have left on the real server."""
    return {str(post["uri"]) for post in bluesky_posts(pds)}


def run(office: Rig, lifetime: int, lease: int = 0) -> subprocess.Popen[str]:
    """Start a publisher. Without a lease, whoever comes next knows that this one is dead."""
    servers = json.dumps({name: asdict(server) for name, server in office.servers.items()})
    path = os.pathsep.join(str(folder) for folder in (CRASHER.parent, CRASHER.parents[1]))
    return subprocess.Popen(
        [sys.executable, str(CRASHER), str(office.root), office.base, servers, str(lifetime), str(lease)],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(office: Rig, lifetime: int) -> int:
    """Run a publisher to its end or its death; return its exit status."""
    process = run(office, lifetime)
    _, errors = process.communicate(timeout=120)
    assert "Traceback" not in errors, errors
    return process.returncode


def live_posts(office: Rig, before: set[str]) -> dict[str, int]:
    """How many posts each platform shows that this test has made."""
    page = f"{office.base}berita/2026/sabtu/"
    return {
        "mastodon": mastodon_posts(office.servers["mastodon"], page),
        "telegram": telegram_posts(office.servers["telegram"], page),
        "bluesky": len({str(post["uri"]) for post in bluesky_posts(office.servers["bluesky"])} - before),
    }


def mastodon_posts(server: Server, page: str) -> int:
    headers = {"Authorization": f"Bearer {server.secret}"}
    me = httpx.get(f"{server.url}/api/v1/accounts/verify_credentials", headers=headers).json()["id"]
    found = httpx.get(f"{server.url}/api/v1/accounts/{me}/statuses?limit=40", headers=headers).json()
    return sum(page in status["content"] for status in found)


def telegram_posts(server: Server, page: str) -> int:
    updates = httpx.get(f"{server.url}/bot{server.secret}/getUpdates").json()["result"]
    return sum(page in update["message"].get("text", "") for update in updates)


def bluesky_posts(server: Server) -> list[dict[str, object]]:
    """Every post on the real server."""
    query = {"repo": server.user, "collection": "app.bsky.feed.post", "limit": "100"}
    found: list[dict[str, object]] = []
    while True:
        page = httpx.get(f"{server.url}/xrpc/com.atproto.repo.listRecords", params=query).json()
        found += page["records"]
        if "cursor" not in page:
            return found
        query["cursor"] = page["cursor"]


@pytest.mark.parametrize("lifetime", range(1, BOUNDARIES + 1))
def test_killed_after_a_step_and_started_again(office: Rig, before: set[str], lifetime: int) -> None:
    assert finish(office, lifetime) == -9
    assert finish(office, 0) == 0
    assert live_posts(office, before) == ONCE
    states = fold(Ledger(office.root).read())
    assert {(s.account, s.part) for s, state in states.items() if state.live} == PARTS


def test_a_publisher_that_is_killed_again_and_again(office: Rig, before: set[str]) -> None:
    """Each run lives a little longer than the one before, until one ends well."""
    lifetimes = iter(range(3, BOUNDARIES))
    deaths = 0
    while finish(office, next(lifetimes)) == -9:
        deaths += 1
    assert deaths > 2
    assert live_posts(office, before) == ONCE


LOST = ("drop-after-commit", "server-error-after-commit", "server-error", "truncated-answer")
REFUSED = ("expired-token", "rate-limited")


@pytest.mark.parametrize("platform", ["mastodon", "telegram"])
@pytest.mark.parametrize("kind", [*LOST, *REFUSED])
def test_whatever_a_server_does_a_message_comes_out_once(
    office: Rig, before: set[str], platform: str, kind: str
) -> None:
    sandbox = office.servers[platform].url.rsplit("/", 1)[0]
    fault = {"platform": platform, "kind": kind, "times": 1, "seconds": 1}
    httpx.post(f"{sandbox}/faults", json=fault).raise_for_status()
    office.publish()
    office.publish()
    assert live_posts(office, before) == ONCE
    assert office.publish() == []
    kinds = [e.kind for e in Ledger(office.root).read() if e.subject.account == platform]
    assert kinds == ENTRIES[kind]


ENTRIES = {
    "drop-after-commit": ["armed", "unknown", "reconciled"],
    "server-error-after-commit": ["armed", "unknown", "reconciled"],
    "truncated-answer": ["armed", "unknown", "reconciled"],
    "server-error": ["armed", "unknown", "reconciled", "armed", "confirmed"],
    "expired-token": ["armed", "rejected", "armed", "confirmed"],
    "rate-limited": ["armed", "confirmed"],
}
"""What the record tells of each: it was read back, sent again, or waited for."""


def test_two_publishers_at_once_send_nothing_twice(office: Rig, before: set[str]) -> None:
    first, second = run(office, 0, lease=60), run(office, 0, lease=60)
    for process in (first, second):
        _, errors = process.communicate(timeout=120)
        assert "Traceback" not in errors, errors
    assert finish(office, 0) == 0
    assert live_posts(office, before) == ONCE
