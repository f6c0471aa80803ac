"""What goes wrong on request: what, where, how often."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from terbuka.errors import UsageError
from terbuka.text import text


class Kind(StrEnum):
    """What goes wrong."""

    DROP_AFTER_COMMIT = "drop-after-commit"  # the post is stored, the connection closes without an answer
    EXPIRED_TOKEN = "expired-token"  # noqa: S105  the platform says that the token is too old
    RATE_LIMITED = "rate-limited"  # 429, with the platform's own way to say until when
    SERVER_ERROR = "server-error"  # 5xx, and nothing is stored
    SERVER_ERROR_AFTER_COMMIT = "server-error-after-commit"  # 5xx, although the post is stored
    SLOW = "slow"  # the post is stored, the answer comes after `seconds`
    TRUNCATED_ANSWER = "truncated-answer"  # the post is stored, the JSON of the answer ends in the middle


SECONDS = {Kind.RATE_LIMITED: 60.0, Kind.SLOW: 30.0}
"""How long it lasts where nobody says."""

PLATFORMS = ("bluesky", "mastodon", "telegram")


class FaultRequest(BaseModel):
    """The body of ``POST /faults``."""

    model_config = ConfigDict(extra="forbid")

    platform: str = Field(pattern=f"^({'|'.join(PLATFORMS)})$")
    kind: Kind
    times: int = Field(default=1, ge=1, le=1000)
    match: str | None = Field(default=None, max_length=200)
    seconds: float | None = Field(default=None, ge=0, le=3600)


@dataclass(frozen=True, slots=True)
class Fault:
    """A failure that waits for its request.

    Attributes:
        platform: where.
        kind: what.
        times: how many requests it still hits.
        match: part of the paths that it hits; None for the requests that publish, whatever their path.
        seconds: how long to wait (slow), or until the limit is lifted (rate-limited).
    """

    platform: str
    kind: Kind
    times: int = 1
    match: str | None = None
    seconds: float = 0.0

    def as_json(self) -> dict[str, str | int | float | None]:
        """Return the fault as ``GET /faults`` shows it."""
        return asdict(self)


def make_fault(request: FaultRequest) -> Fault:
    """Return the fault that was asked for, with what was left out filled in."""
    seconds = SECONDS.get(request.kind, 0.0) if request.seconds is None else request.seconds
    return Fault(request.platform, request.kind, request.times, request.match, seconds)


def read_fault(words: str) -> Fault:
    """Return the fault written as ``platform:kind`` or ``platform:kind:times``, as on a command line.

    Raises:
        UsageError: it is written otherwise.
    """
    platform, _, rest = words.partition(":")
    kind, _, times = rest.partition(":")
    try:
        return make_fault(FaultRequest.model_validate({"platform": platform, "kind": kind, "times": times or 1}))
    except ValidationError:
        raise UsageError(
            text("“{fault}” is not a fault.", fault=words),
            text(
                "Write platform:kind or platform:kind:times. Platforms: {platforms}. Kinds: {kinds}.",
                platforms=", ".join(PLATFORMS),
                kinds=", ".join(Kind),
            ),
        ) from None


class Faults:
    """The faults that wait, in the order in which they were asked for. They are forgotten at a restart."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Let a fault wait for its requests."""
        self._waiting.append(fault)

    def clear(self) -> None:
        """Call off every fault."""
        self._waiting.clear()

    def waiting(self) -> tuple[Fault, ...]:
        """Return what still waits."""
        return tuple(self._waiting)

    def take(self, platform: str, path: str, *, publishes: bool) -> Fault | None:
        """Return the first fault that hits this request, and count it down."""
        for index, fault in enumerate(self._waiting):
            if fault.platform == platform and (publishes if fault.match is None else fault.match in path):
                if fault.times > 1:
                    self._waiting[index] = replace(fault, times=fault.times - 1)
                else:
                    del self._waiting[index]
                return fault
        return None
