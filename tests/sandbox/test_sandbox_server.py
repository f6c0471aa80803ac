"""Starting and stopping: secrets, ports, Ctrl-C."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from stage import TOKEN, Clock

from terbuka.errors import UsageError
from terbuka.sandbox.server import SECRETS, Settings, serve, start

SERVE = "import sys, pathlib; from terbuka.sandbox.server import serve; "
SERVE += "serve(int(sys.argv[1]), pathlib.Path(sys.argv[2]), lambda url: print(url, flush=True))"


AT_ONCE = "import signal, sys, pathlib; from terbuka.sandbox.server import serve; "
AT_ONCE += "serve(0, pathlib.Path(sys.argv[1]), lambda url: signal.raise_signal(signal.SIGINT))"


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


def test_ctrl_c_counts_from_the_moment_it_says_that_it_is_open(tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-c", AT_ONCE, str(tmp_path / "sandbox")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")


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
