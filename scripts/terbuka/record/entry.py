"""The kinds of entry in the record, and their canonical bytes.

One entry is one line of canonical JSON (RFC 8785) and carries the hash of the line before, so that
nothing can be changed or taken out unseen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

import rfc8785
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_serializer

FIRST = "sha256:" + "0" * 64
"""What the first entry names as the one before it."""

Kind = Literal["armed", "confirmed", "rejected", "unknown", "reconciled"]
Outcome = Literal["found", "absent"]


class Subject(BaseModel):
    """What an entry is about: one part of what one account says about one document."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: str
    language: str
    account: str
    part: int = Field(ge=0)


class Fact(BaseModel):
    """What happened, before it has a place in the chain.

    Attributes:
        kind: `armed` the intent, written before the request; `confirmed` it is live; `rejected` the
            platform refused; `unknown` the answer was lost; `reconciled` the platform was read.
        at: when, with a time zone.
        run: which run of the publisher; another run may take over when `lease_until` has passed.
        subject: about what.
        platform: the platform's name.
        digest: the content hash of the document that is announced.
        token: the unique end of the link, by which the post is found again.
        outcome: `reconciled` only: found or absent.
        remote_id: the platform's id, when it is live.
        url: where people see it.
        published_at: when the platform published it.
        extra: what later parts and corrections need.
        reason: why it was rejected or is unknown.
        retry_at: a rejection that passes: when to try again.
        lease_until: `armed` only.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind
    at: AwareDatetime
    run: str
    subject: Subject
    platform: str
    digest: str
    token: str
    outcome: Outcome | None = None
    remote_id: str | None = None
    url: str | None = None
    published_at: AwareDatetime | None = None
    extra: Mapping[str, str] | None = None
    reason: str | None = None
    retry_at: AwareDatetime | None = None
    lease_until: AwareDatetime | None = None

    @field_serializer("at", "published_at", "retry_at", "lease_until")
    def _moment(self, value: datetime | None) -> str | None:
        return value.isoformat() if value else None

    @property
    def live(self) -> bool:
        """Whether this entry proves that the part is live."""
        return self.kind == "confirmed" or self.outcome == "found"


class Entry(Fact):
    """A fact in the chain.

    Attributes:
        seq: its number, counted from 1.
        prev: the hash of the entry before it.
    """

    seq: int = Field(ge=1)
    prev: str

    def line(self) -> bytes:
        """Return the entry as canonical JSON, without a line end."""
        return canonical(self.model_dump(mode="json", exclude_none=True))


def canonical(value: dict[str, Any]) -> bytes:
    """Return `value` as canonical JSON (RFC 8785)."""
    return rfc8785.dumps(value)


def hash_of(line: bytes) -> str:
    """Return the hash by which the next entry names this one."""
    return "sha256:" + hashlib.sha256(line).hexdigest()
