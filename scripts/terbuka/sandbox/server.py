"""Running the sandbox: in a thread for tests and the demo, or until Ctrl-C for people."""

from __future__ import annotations

import contextlib
import signal
import socket
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Self

import uvicorn

from terbuka.errors import UsageError
from terbuka.sandbox.app import make_app
from terbuka.sandbox.faults import Fault, Kind
from terbuka.sandbox.settings import SECRETS, Settings
from terbuka.sandbox.sockets import Switchboard
from terbuka.sandbox.store import Store
from terbuka.sandbox.world import World
from terbuka.text import text

__all__ = ["SECRETS", "RunningSandbox", "Settings", "serve", "start"]

HOST = "127.0.0.1"


class RunningSandbox:
    """A sandbox that answers. Close it, or use it as a context manager.

    Attributes:
        url: where it answers, without a slash at its end; adapters are given ``<url>/mastodon`` and so on.
    """

    def __init__(self, listening: socket.socket, state: Path | None, settings: Settings) -> None:
        self._listening = listening
        try:
            store = Store(state)
        except UsageError:
            listening.close()
            raise
        self.url = f"http://{HOST}:{listening.getsockname()[1]}"
        switchboard = Switchboard()
        self._world = World(store, settings, base=self.url, closing=lambda: self._server.should_exit)
        config = uvicorn.Config(
            make_app(self._world, switchboard),
            http=switchboard.protocol(),
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
        )
        self._server = uvicorn.Server(config)
        self._thread: Thread | None = None

    def fail(
        self, platform: str, kind: Kind | str, times: int = 1, match: str | None = None, seconds: float = 60.0
    ) -> None:
        """Let the next `times` requests to a platform go wrong; see `Fault`."""
        self._world.faults.add(Fault(platform, Kind(kind), times, match, seconds))

    def faults(self) -> tuple[Fault, ...]:
        """Return the faults that still wait."""
        return self._world.faults.waiting()

    def run(self) -> None:
        """Answer in this thread until `stopped_by_ctrl_c`."""
        self._server.run(sockets=[self._listening])
        self._release()

    @contextlib.contextmanager
    def stopped_by_ctrl_c(self) -> Iterator[None]:
        """Let Ctrl-C end `run` from now on, also while it starts: a KeyboardInterrupt can be lost there."""

        def stop(*_: object) -> None:
            self._server.should_exit = True

        before = signal.signal(signal.SIGINT, stop)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def begin(self) -> None:
        """Answer from a thread of its own. Requests wait in line until it is up."""
        self._thread = Thread(target=self._server.run, kwargs={"sockets": [self._listening]}, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop answering."""
        self._server.should_exit = True
        if self._thread is not None:
            self._thread.join()
            self._thread = None
            self._release()

    def _release(self) -> None:
        self._listening.close()
        self._world.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def start(port: int = 0, state: Path | None = None, settings: Settings | None = None) -> RunningSandbox:
    """Start a sandbox and return it; it stops when it is closed or the block ends.

    Args:
        port: wanted on this machine; if another program has it, any free one is taken, as for 0.
        state: the folder that keeps the posts between runs; None keeps them in memory.
        settings: who posts, and how strict the platforms are.

    Raises:
        UsageError: the folder cannot be used.
    """
    try:
        listening = _listen(port)
    except UsageError:
        listening = _listen(0)
    running = RunningSandbox(listening, state, settings or Settings())
    running.begin()
    return running


def serve(
    port: int,
    state: Path | None,
    on_ready: Callable[[str], object],
    settings: Settings | None = None,
    faults: Iterable[Fault] = (),
) -> None:
    """Run a sandbox until Ctrl-C; tell `on_ready` its address as soon as it takes requests.

    Raises:
        UsageError: another program has the port, or the folder cannot be used.
    """
    running = RunningSandbox(_listen(port), state, settings or Settings())
    for fault in faults:
        running.fail(fault.platform, fault.kind, fault.times, fault.match, fault.seconds)
    with running.stopped_by_ctrl_c():
        on_ready(running.url)
        running.run()


def _listen(port: int) -> socket.socket:
    try:
        return socket.create_server((HOST, port))
    except OSError:
        raise UsageError(
            text("Another program uses port {port}.", port=port),
            text("Stop it, or choose another port with --port."),
        ) from None
