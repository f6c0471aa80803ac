"""Starting, stopping and starting again: ports, folders, Ctrl-C, and what a killed sandbox remembers."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from stage import POST, TOKEN, Clock, Stage, png, stage

from terbuka.errors import UsageError
from terbuka.sandbox.server import SECRETS, Settings, serve, start

KEY = "3m6bntuvmks22"
RECORD = {"$type": POST, "text": "Halo", "createdAt": "2026-11-20T02:00:00.000Z"}
SERVE = "import sys, pathlib; from terbuka.sandbox.server import serve; "
SERVE += "serve(int(sys.argv[1]), pathlib.Path(sys.argv[2]), lambda url: print(url, flush=True))"


@contextmanager
def process(state: Path, port: int = 0) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A sandbox in a process of its own, and its address."""
    command = [sys.executable, "-W", "error", "-c", SERVE, str(port), str(state)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None
    try:
        yield running, running.stdout.readline().strip()
    finally:
        running.kill()
        running.communicate(timeout=30)


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program has."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def test_the_secrets_are_no_secrets() -> None:
    assert dict(SECRETS) == {
        "bluesky": "sandbox-password",
        "mastodon": "sandbox-token",
        "telegram": "1:sandbox",
    }


def test_it_answers_at_its_address_until_it_is_closed() -> None:
    with start(settings=Settings(clock=Clock())) as sandbox:
        assert sandbox.url.startswith("http://127.0.0.1:")
        assert httpx.get(f"{sandbox.url}/mastodon/api/v2/instance", trust_env=False).status_code == 200
    with pytest.raises(httpx.ConnectError):
        httpx.get(sandbox.url, trust_env=False)


def test_a_wanted_port_is_taken(taken: int) -> None:
    with start(taken) as sandbox:
        assert sandbox.url != f"http://127.0.0.1:{taken}"
        assert httpx.get(f"{sandbox.url}/faults", trust_env=False).json() == []


def test_a_person_who_asks_for_a_taken_port_is_told(taken: int, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        serve(taken, tmp_path / "sandbox", lambda _: None)
    assert caught.value.say("id") == (
        f"Porta {taken} sedang dipakai program lain. Hentikan program itu, atau pilih porta lain dengan --port."
    )
    assert not (tmp_path / "sandbox").exists()


def test_one_folder_has_one_sandbox(tmp_path: Path) -> None:
    with start(state=tmp_path), pytest.raises(UsageError) as caught:
        start(state=tmp_path)
    assert caught.value.say("id") == (
        f"Kotak pasir tidak dapat menyimpan kirimannya di {tmp_path} (database is locked). "
        "Hentikan kotak pasir lain yang memakai folder ini, atau pilih folder kosong dengan --state."
    )


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "sandbox").write_text("bukan folder")
    with pytest.raises(UsageError) as caught:
        start(state=tmp_path / "sandbox")
    assert str(caught.value.to_do) == (
        "Stop the other sandbox that uses this folder, or choose an empty one with --state."
    )


def test_a_folder_that_holds_something_else(tmp_path: Path) -> None:
    (tmp_path / "sandbox.sqlite").write_text("bukan basis data " * 100)
    with pytest.raises(UsageError) as caught:
        start(state=tmp_path)
    assert str(caught.value.what) == (f"The sandbox cannot keep its posts in {tmp_path} (file is not a database).")


def publish(here: Stage) -> None:
    """Publish on every platform, with what belongs to it."""
    picture = here.ready()
    here.toot("Satu", key="a", media_ids=[picture]).raise_for_status()
    here.put(KEY, RECORD).raise_for_status()
    here.bot("sendMessage", chat_id="@ujiresmi", text="Halo").raise_for_status()


def memory(here: Stage) -> dict[str, object]:
    """All that a client can find on the platforms."""
    query = {"repo": "uji.example", "collection": POST, "rkey": KEY}
    toots = here.client.get("/mastodon/api/v1/accounts/1/statuses")
    file = toots.json()[0]["media_attachments"][0]["url"].replace(here.url, "")
    return {
        "toots": here.said(toots),
        "record": here.said(here.client.get("/bluesky/xrpc/com.atproto.repo.getRecord", params=query)),
        "updates": here.said(here.bot("getUpdates")),
        "picture": here.client.get(file).content,
    }


def test_everything_survives_a_restart(tmp_path: Path) -> None:
    with stage(state=tmp_path) as here:
        publish(here)
        before, first = memory(here), here.client.get("/mastodon/api/v1/accounts/1/statuses").json()[0]["id"]
        session = {"Authorization": f"Bearer {here.session['accessJwt']}"}
    with stage(state=tmp_path) as here:
        assert memory(here) == before
        assert before["picture"] == png()
        assert here.toot("Satu", key="a").json()["id"] == first
        assert here.toot("Dua").json()["id"] > first
        assert here.client.get("/bluesky/xrpc/com.atproto.server.getSession", headers=session).status_code == 200
        assert here.bot("sendMessage", chat_id="@ujiresmi", text="Lagi").json()["result"]["message_id"] == 2
        assert here.client.get("/faults").json() == []


def test_without_a_folder_everything_is_forgotten() -> None:
    with stage() as here:
        here.toot("Halo").raise_for_status()
    with stage() as here:
        assert here.client.get("/mastodon/api/v1/accounts/1/statuses").json() == []


def test_a_killed_sandbox_has_what_it_acknowledged(tmp_path: Path) -> None:
    with process(tmp_path) as (running, url):
        sent = httpx.post(
            f"{url}/mastodon/api/v1/statuses", headers=TOKEN, json={"status": "Halo"}, trust_env=False
        ).json()
        running.kill()
        running.communicate(timeout=30)
    with stage(state=tmp_path) as here:
        assert [one["id"] for one in here.client.get("/mastodon/api/v1/accounts/1/statuses").json()] == [
            sent["id"]
        ]
    with sqlite3.connect(tmp_path / "sandbox.sqlite") as base:
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    base.close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_without_a_word(tmp_path: Path, number: signal.Signals) -> None:
    with process(tmp_path) as (running, url):
        assert httpx.get(f"{url}/faults", trust_env=False).json() == []
        os.kill(running.pid, number)
        assert running.communicate(timeout=60) == ("", "")
        assert running.returncode == (0 if number == signal.SIGINT else -signal.SIGTERM)


def test_it_stops_while_an_answer_is_slow(tmp_path: Path) -> None:
    with process(tmp_path) as (running, url):
        fault = {"platform": "mastodon", "kind": "slow", "seconds": 3600}
        httpx.post(f"{url}/faults", json=fault, trust_env=False).raise_for_status()
        with pytest.raises(httpx.ReadTimeout):
            httpx.post(
                f"{url}/mastodon/api/v1/statuses",
                headers=TOKEN,
                json={"status": "Halo"},
                timeout=httpx.Timeout(5, read=0.2),
                trust_env=False,
            )
        os.kill(running.pid, signal.SIGINT)
        assert running.communicate(timeout=60) == ("", "")
