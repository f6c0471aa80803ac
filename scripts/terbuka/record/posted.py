"""What the public may see of the record: what was posted where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Posted:
    """One part that is live on a platform.

    Attributes:
        document: the document's id, such as ``content/berita/2026/judul``.
        language: of the words.
        account: the account's id in office.yml.
        platform: the platform's name in the register.
        part: 0 for the first post of a message.
        at: when the platform published it, with a time zone.
        url: where people see it; "" where the platform has no address for it.
        remote_id: the platform's own id.
        digest: the content hash of the document that was announced.
    """

    document: str
    language: str
    account: str
    platform: str
    part: int
    at: datetime
    url: str
    remote_id: str
    digest: str
