"""What every part of a running sandbox shares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from terbuka.sandbox.faults import Faults
from terbuka.sandbox.settings import Settings
from terbuka.sandbox.store import Store


@dataclass
class World:
    """The memory, the faults and the rules of one sandbox.

    Attributes:
        store: what the platforms remember.
        settings: who posts, and how strict the platforms are.
        faults: what shall go wrong.
        base: where the sandbox answers, without a slash at its end.
        closing: tells whether the server wants to stop, so that slow answers do not hold it up.
    """

    store: Store
    settings: Settings = field(default_factory=Settings)
    faults: Faults = field(default_factory=Faults)
    base: str = "http://127.0.0.1"
    closing: Callable[[], bool] = lambda: False

    def now(self) -> datetime:
        """Return the moment, with a time zone."""
        return self.settings.clock()
