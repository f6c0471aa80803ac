"""The comment for a pull request: what blocks, what asks, what readers will see, what will be posted.

Everything from documents is data: it is escaped where it becomes Markdown, because anybody may open one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from terbuka.checks.finding import Finding, Severity
from terbuka.office import Office
from terbuka.publish.plan import Due, Held, by_reason
from terbuka.social.platform import Platform
from terbuka.social.registry import PLATFORMS
from terbuka.text import Text, text
from terbuka.words.document import Document

MARK = "<!-- terbuka:summary -->"
"""By this the comment is found again and edited in place, so that one pull request has one comment."""

MOST = 40
"""Findings shown of each severity; the full list is in the annotations."""

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
    """

    office: Office
    now: datetime
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    due: tuple[Due, ...]
    held: tuple[Held, ...]


def render(review: Review, language: str) -> str:
    """Return the comment as Markdown."""
    blocks = [MARK, _verdict(review).say(language), *_findings(review, language)]
    blocks += [*_pages(review, language), *_posts(review, language), *_held(review, language)]
    comment = "\n\n".join(blocks) + "\n"
    if len(comment) <= LONGEST:
        return comment
    cut = comment[:LONGEST].rsplit("\n", 1)[0]
    rest = text("The rest is in the log of the check.").say(language)
    return f"{cut}\n\n</details>\n\n{rest}\n"


def _verdict(review: Review) -> Text:
    errors = sum(finding.severity is Severity.ERROR for finding in review.findings)
    if errors:
        return text("### ✋ {errors} findings must be mended before this can be published", errors=errors)
    if review.findings:
        return text("### 👍 Nothing blocks; {count} remarks for the editor", count=len(review.findings))
    return text("### ✅ Nothing to remark on in {count} documents", count=len(review.documents))


_HEADINGS = {
    Severity.ERROR: text("Must be mended"),
    Severity.WARNING: text("Please look at this"),
    Severity.SUGGESTION: text("Could be better"),
}


def _findings(review: Review, language: str) -> Iterator[str]:
    for severity, heading in _HEADINGS.items():
        found = [finding for finding in review.findings if finding.severity is severity]
        if not found:
            continue
        rows = [
            (
                f"`{code(str(f.place.path))}:{f.place.line}`",
                plain(f.message.say(language)),
                plain(f.fix.say(language)),
                f"`{f.rule}`",
            )
            for f in found[:MOST]
        ]
        columns = (text("Where"), text("What"), text("What to do"), text("Rule"))
        title = f"{heading.say(language)} ({len(found)})"
        yield _folded(title, _table(columns, rows, language), opened=severity is Severity.ERROR)


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
        yield _folded(text("Pages").say(language) + f" ({len(rows)})", _table(columns, rows, language))


def _posts(review: Review, language: str) -> Iterator[str]:
    blocks = []
    for due in review.due:
        platform = PLATFORMS[due.message.account.platform]
        blocks.append(f"**{plain(platform.NAME)}** · {plain(due.message.account.handle)}")
        blocks += [_quoted(platform, due, index) for index in range(len(due.message.parts))]
    if blocks:
        title = text("Would be posted now ({count})", count=len(review.due)).say(language)
        yield _folded(title, "\n\n".join(blocks), opened=True)


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
        yield _folded(title, _table(columns, rows, language))


def _folded(title: str, body: str, *, opened: bool = False) -> str:
    return f"<details{' open' if opened else ''}><summary>{title}</summary>\n\n{body}\n\n</details>"


def _table(columns: Sequence[Text], rows: Sequence[Sequence[str]], language: str) -> str:
    head = " | ".join(column.say(language) for column in columns)
    lines = [f"| {head} |", "|" + " --- |" * len(columns)]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def plain(words: str) -> str:
    """Return `words` so that they are only words in a Markdown table: no markup, mentions or line ends."""
    one_line = " ".join(words.split())
    escaped = re.sub(r"([\\`*_{}\[\]()#+!|~>-])", r"\\\1", one_line)
    escaped = escaped.replace("&", "&amp;").replace("<", "&lt;")
    return escaped.replace("@", "@\N{ZERO WIDTH NON-JOINER}").replace("://", ":\N{ZERO WIDTH NON-JOINER}//")


def code(words: str) -> str:
    """Return `words` so that they stay within single backticks in a table."""
    return " ".join(words.split()).replace("`", "ʼ").replace("|", "¦")


def fenced(words: str) -> str:
    """Return `words` in a fence that they cannot close."""
    longest = max((len(run) for run in re.findall(r"`+", words)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{words}\n{fence}"
