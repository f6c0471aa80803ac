"""For a pull request: what blocks, what asks, what offers; by family, gentle on drafts.

A draft is nobody's business yet, except for personal data: it can be read as soon as it is pushed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from terbuka import office
from terbuka.checks import pages
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.formats.escape import code, plain
from terbuka.checks.formats.families import family_of
from terbuka.checks.formats.manner import PLAIN, Manner
from terbuka.checks.rule import Family
from terbuka.office import Office
from terbuka.text import Text, text

MOST = 30
"""Rows of a table; the full list is in the annotations."""

LARGEST = 16_000
"""Characters of the tables of one group, so that hostile words cannot crowd out everything else."""

_FIRST = (Family.LAW, Family.PRIVACY)
"""What is named before all other families."""


def render(findings: Iterable[Finding], root: Path, language: str, manner: Manner = PLAIN) -> str:
    """Return the findings as Markdown in `language`.

    Raises:
        OfficeError: ``office.yml`` below `root` cannot be read.
    """
    return "\n\n".join(blocks(tuple(findings), office.load(root), language, manner)) + "\n"


def blocks(findings: Sequence[Finding], settings: Office, language: str, manner: Manner) -> Iterator[str]:
    """Yield the verdict and what it rests on, each a block of Markdown."""
    groups = [group for group in _groups(findings, draft=manner.draft) if group.findings]
    yield from (sentence.say(language) for sentence in _verdict(findings, draft=manner.draft))
    for failure in manner.broken:
        yield f"> ⚠️ {plain(failure.say(language))}"
    for group in groups:
        inside = "\n\n".join(_families(group.findings, settings, language))
        yield folded(group.title.say(language), inside, opened=group.opened)


@dataclass(frozen=True)
class _Group:
    """Findings that ask the same of their reader."""

    title: Text
    findings: tuple[Finding, ...]
    opened: bool = False


def _groups(findings: Sequence[Finding], *, draft: bool) -> tuple[_Group, ...]:
    errors, warnings, suggestions = (tuple(f for f in findings if f.severity is kind) for kind in Severity)
    if not draft:
        return (
            _Group(text("Blocks publication ({count})", count=len(errors)), errors, opened=True),
            _Group(text("Please look at this ({count})", count=len(warnings)), warnings),
            _Group(text("Could be better ({count})", count=len(suggestions)), suggestions),
        )
    exposed = tuple(filter(_exposes, errors))
    later = tuple(finding for finding in errors if not _exposes(finding))
    return (
        _Group(text("Personal data: remove it now ({count})", count=len(exposed)), exposed, opened=True),
        _Group(text("Not needed yet: mend before the review ({count})", count=len(later)), later),
        _Group(text("Not needed yet: look at this later ({count})", count=len(warnings)), warnings),
        _Group(text("Not needed yet: could be better ({count})", count=len(suggestions)), suggestions),
    )


def _exposes(finding: Finding) -> bool:
    return family_of(finding) is Family.PRIVACY


def _verdict(findings: Sequence[Finding], *, draft: bool) -> Iterator[Text]:
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    exposed = sum(map(_exposes, errors))
    if not findings:
        yield text("### ✅ Nothing to remark on")
    elif draft and exposed:
        yield text("### ✋ Personal data, even in a draft: {count} to remove now", count=exposed)
        yield text("What is pushed can be read by others, and stays in the history. The rest can wait.")
    elif draft:
        yield text("### ✍️ A draft: nothing has to be done yet ({count} remarks for later)", count=len(findings))
        yield text("Go on writing. Mark the pull request as ready when you would like a review.")
    elif errors:
        yield text("### ✋ Cannot be published yet: {count} to mend", count=len(errors))
        yield text("Mend what blocks, then push again; this comment is then written anew.")
    else:
        yield text("### 👍 Nothing blocks; remarks for the editor: {count}", count=len(findings))


def _families(findings: Sequence[Finding], settings: Office, language: str) -> Iterator[str]:
    """Yield a heading and a table for each family; law and personal data come first."""
    columns = (text("Where"), text("What"), text("What to do"), text("Rule"))
    room = LARGEST
    for family in (*_FIRST, *(family for family in Family if family not in _FIRST), None):
        found = [finding for finding in findings if family_of(finding) is family]
        if found:
            name = pages.FAMILIES[family] if family else text("Silencing a rule")
            rows = table(columns, [_row(finding, settings, language) for finding in found], language, room)
            room -= len(rows)
            yield f"**{name.say(language)}** ({len(found)})\n\n{rows}"


def _row(finding: Finding, settings: Office, language: str) -> tuple[str, ...]:
    rule = f"`{code(finding.rule)}`"
    address = pages.address(finding.rule, settings)
    return (
        f"`{code(str(finding.place.path))}:{finding.place.line}`",
        plain(finding.message.say(language)),
        plain(finding.fix.say(language)),
        (f"[{rule}]({address})" if address else rule) + (f"<br>{plain(finding.source)}" if finding.source else ""),
    )


def folded(title: str, body: str, *, opened: bool = False) -> str:
    """Return a block that the reader can open and close; `title` is a sentence of ours."""
    return f"<details{' open' if opened else ''}><summary>{title}</summary>\n\n{body}\n\n</details>"


def table(columns: Sequence[Text], rows: Sequence[Sequence[str]], language: str, largest: int = LARGEST) -> str:
    """Return a table of cells that are Markdown already, and how many rows were too many or too large."""
    lines = [f"| {' | '.join(column.say(language) for column in columns)} |", "|" + " --- |" * len(columns)]
    shown = 0
    for row in rows[:MOST]:
        line = f"| {' | '.join(row)} |"
        largest -= len(line)
        if largest < 0:
            break
        lines.append(line)
        shown += 1
    left = len(rows) - shown
    return "\n".join(
        [*lines, *(["", text("{count} more are in the log.", count=left).say(language)] if left else [])]
    )
