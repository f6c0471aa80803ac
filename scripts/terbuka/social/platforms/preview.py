"""Preview: shows what would be said, and sends nothing."""

from __future__ import annotations

from datetime import datetime

from terbuka.errors import NotSent
from terbuka.office import Account
from terbuka.social import count as counting
from terbuka.social.message import Message, Part, Receipt
from terbuka.social.platform import Files, Limits, Recovery, Session, Steps
from terbuka.text import text

ID = "preview"
NAME = "Preview"
RECOVERY = Recovery.NONE
SENDS = False
LIMITS = Limits(characters=500, link_length=None, bytes=None, alt=1500, media_bytes=10_000_000, source="our own")


def render(part: Part) -> str:
    """Return words, hashtags and link, each in a block of its own."""
    tags = " ".join(f"#{tag}" for tag in part.hashtags)
    return "\n\n".join(block for block in (part.text, tags, part.link) if block)


def count(part: Part, limits: Limits) -> int:
    """Count what a person sees."""
    del limits
    return counting.graphemes(render(part))


def login(account: Account, server: str, secret: str) -> Steps[Session]:
    """Refuse: there is nothing to log in to."""
    del server, secret
    yield from ()
    raise NotSent(
        text("The account “{account}” is a preview and sends nothing.", account=account.id),
        text("See what it would say with: terbuka plan --texts"),
    )


def send(
    session: Session,
    message: Message,
    index: int,
    earlier: tuple[Receipt, ...],
    armed: datetime,
    files: Files,
) -> Steps[Receipt]:
    """Refuse, as `login` does."""
    del message, index, earlier, armed, files
    yield from ()
    raise NotSent(
        text("The account “{account}” is a preview and sends nothing.", account=session.account.id),
        text("See what it would say with: terbuka plan --texts"),
    )


def find(
    session: Session, message: Message, index: int, earlier: tuple[Receipt, ...], armed: datetime
) -> Steps[Receipt | None]:
    """Return None: what is never sent is never there."""
    del session, message, index, earlier, armed
    yield from ()
    return None
