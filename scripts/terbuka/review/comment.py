"""The comment for a pull request: what blocks, what asks, what readers will see, what will be posted.

Everything from documents is data: it is escaped where it becomes Markdown, because anybody may open one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from terbuka.checks.allow import Allowance
from terbuka.checks.finding import Finding
from terbuka.checks.formats import markdown
from terbuka.checks.formats.escape import code, fenced, plain
from terbuka.checks.formats.manner import PLAIN, Manner
from terbuka.checks.formats.markdown import folded, table
from terbuka.office import Office
from terbuka.publish.plan import Due, Held, by_reason
from terbuka.social.platform import Platform
from terbuka.social.registry import PLATFORMS
from terbuka.text import text
from terbuka.words.document import Document

MARK = "<!-- terbuka:summary -->"
"""By this the comment is found again and edited in place, so that one pull request has one comment."""

MOST_POSTS = 20
"""Messages shown whole."""

LONGEST = 60_000
"""Characters. GitHub refuses comments of more than 65,536."""


@dataclass(frozen=True, slots=True)
class Review:
    """What the comment tells about.

    Attributes:
        office: who publishes.
        now: the moment of the review.
        documents: the documents that changed.
        findings: what the checks found in them.
        due: what would be posted if this were merged now.
        held: what would not, and why.
        allowances: what their writers have silenced, and why.
        manner: whether it is a draft, and what kept the checks from finishing.
    """

    office: Office
    now: datetime
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    due: tuple[Due, ...]
    held: tuple[Held, ...]
    allowances: tuple[Allowance, ...] = ()
    manner: Manner = PLAIN


def render(review: Review, language: str) -> str:
    """Return the comment as Markdown."""
    rest = text("The rest is in the log of the check.").say(language)
    comment = MARK
    for block in _blocks(review, language):
        # Whole blocks only: half a fence or half a table would swallow what follows.
        if len(comment) + len(block) + len(rest) > LONGEST:
            return f"{comment}\n\n{rest}\n"
        comment += f"\n\n{block}"
    return comment + "\n"


def _blocks(review: Review, language: str) -> Iterator[str]:
    yield from markdown.blocks(review.findings, review.office, language, review.manner)
    yield from _silenced(review, language)
    yield from _pages(review, language)
    yield from _posts(review, language)
    yield from _held(review, language)


def _silenced(review: Review, language: str) -> Iterator[str]:
    rows = [
        (f"`{code(str(item.place.path))}:{item.place.line}`", f"`{code(item.rule)}`", plain(item.reason))
        for item in review.allowances
    ]
    if rows:
        columns = (text("Where"), text("Rule"), text("Reason"))
        title = text("Silenced with a reason; do you agree? ({count})", count=len(rows)).say(language)
        yield folded(title, table(columns, rows, language), opened=not review.manner.draft)


def _pages(review: Review, language: str) -> Iterator[str]:
    rows = [
        (
            plain(document.meta.title) if document.meta else "–",
            plain(document.kind.name.say(language)),
            f"`{code(document.url_path(review.office.language))}`",
            document.meta.status if document.meta else "–",
        )
        for document in review.documents
    ]
    if rows:
        columns = (text("Title"), text("Kind"), text("Address"), text("Status"))
        yield folded(text("Pages ({count})", count=len(rows)).say(language), table(columns, rows, language))


def _posts(review: Review, language: str) -> Iterator[str]:
    shown: list[str] = []
    for due in review.due[:MOST_POSTS]:
        platform = PLATFORMS[due.message.account.platform]
        shown.append(f"**{plain(platform.NAME)}** · {plain(due.message.account.handle)}")
        shown += [_quoted(platform, due, index) for index in range(len(due.message.parts))]
    if len(review.due) > MOST_POSTS:
        shown.append(text("{count} more are in the log.", count=len(review.due) - MOST_POSTS).say(language))
    if shown:
        title = text("Would be posted now ({count})", count=len(review.due)).say(language)
        yield folded(title, "\n\n".join(shown), opened=not review.manner.draft)


def _quoted(platform: Platform, due: Due, index: int) -> str:
    part = due.message.parts[index]
    size = f"{platform.count(part, platform.LIMITS)}/{platform.LIMITS.characters}"
    return f"{fenced(platform.render(part))}\n\n<sub>{size}</sub>"


def _held(review: Review, language: str) -> Iterator[str]:
    rows = [
        (f"`{code(str(path))}`", plain(", ".join(accounts) or "–"), plain(why.say(language)))
        for (path, why), accounts in by_reason(review.held).items()
    ]
    if rows:
        columns = (text("Document"), text("Account"), text("Why not"))
        title = text("Would not be posted ({count})", count=len(rows)).say(language)
        yield folded(title, table(columns, rows, language))
