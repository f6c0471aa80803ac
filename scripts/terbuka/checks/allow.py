"""Silence a rule at one place, with a reason.

``<!-- allow: rule-id because reason -->`` silences the rule on its own line, or, where it stands alone,
on the next line that is not blank. ``<!-- allow-file: rule-id because reason -->`` stands above the first
text of a document and silences the rule in the whole file, front matter included. Staff who write
Indonesian may say ``karena``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from terbuka.checks import markdown, rule_names
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.registry import RULES
from terbuka.errors import Place
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "allow"

_COMMENT = re.compile(r"<!--\s*(allow(?:-file)?)(?![\w-])(.*?)-->")
_INSIDE = re.compile(r":\s*(?P<rule>[\w-]+)(?:\s+(?:because|karena)\s+(?P<reason>\S.*?))?\s*")


@dataclass(frozen=True, slots=True)
class Allowance:
    """A comment that silences a rule.

    Attributes:
        rule: the id of the rule.
        reason: why, in the words of whoever wrote it.
        place: where the comment stands.
        line: the line that it silences; None for the whole file.
    """

    rule: str
    reason: str
    place: Place
    line: int | None

    def covers(self, finding: Finding) -> bool:
        """Tell whether `finding` is silenced."""
        here = finding.rule == self.rule and finding.place.path == self.place.path
        return here and self.line in (None, finding.place.line)


def apply(findings: Iterable[Finding], documents: Iterable[Document], ran: Collection[str]) -> list[Finding]:
    """Return `findings` without the silenced ones, and with what is wrong with the comments themselves.

    Args:
        findings: what the rules found.
        documents: the files that were looked at.
        ran: the ids of the rules that ran; a comment for another rule is not called useless.
    """
    allowances: dict[PurePosixPath, list[Allowance]] = {}
    kept: list[Finding] = []
    for document in documents:
        for item in _read(document):
            if isinstance(item, Finding):
                kept.append(item)
            else:
                allowances.setdefault(item.place.path, []).append(item)
    used: set[Allowance] = set()
    for finding in findings:
        covering = [item for item in allowances.get(finding.place.path, ()) if item.covers(finding)]
        used.update(covering)
        if not covering:
            kept.append(finding)
    idle = (item for items in allowances.values() for item in items if item.rule in ran and item not in used)
    return kept + [_idle(item) for item in idle]


def allowances(documents: Iterable[Document]) -> tuple[Allowance, ...]:
    """Return the sound comments of `documents`, in order: reviewers look at the reasons."""
    return tuple(item for document in documents for item in _read(document) if isinstance(item, Allowance))


def _read(document: Document) -> Iterator[Allowance | Finding]:
    body = markdown.without_code(document.body)
    first_text = markdown.first_text(body)
    for match in _COMMENT.finditer(body):
        place = document.body_place(match.start())
        inside = _INSIDE.fullmatch(match[2])
        whole_file = match[1] == "allow-file"
        problem = _problem(inside, late=whole_file and match.start() > first_text)
        if problem:
            yield Finding(ID, Severity.ERROR, place, *problem)
        elif inside:
            line = None if whole_file else _silenced(document, body, match)
            yield Allowance(inside["rule"], inside["reason"], place, line)


def _problem(inside: re.Match[str] | None, *, late: bool) -> tuple[Text, Text] | None:
    if inside is None:
        return (
            text("This comment silences nothing: it is not written in the right form."),
            text("Write <!-- allow: rule because reason -->."),
        )
    if inside["rule"] not in RULES:
        return rule_names.unknown(inside["rule"])
    if inside["reason"] is None:
        return (
            text("This comment silences the rule “{rule}” without saying why.", rule=inside["rule"]),
            text("Give the reason: <!-- allow: {rule} because reason -->.", rule=inside["rule"]),
        )
    if late:
        return (
            text("A comment for the whole file stands too far down."),
            text("Move it above the first text, or silence one line with <!-- allow: rule because reason -->."),
        )
    return None


def _silenced(document: Document, body: str, match: re.Match[str]) -> int:
    """Return the comment's own line if it holds text, otherwise the next line that does."""
    here = document.body_place(match.start()).line
    rows = markdown.without_comments(body).split("\n")
    index = here - document.body_line
    following = (number for number in range(index, len(rows)) if rows[number].strip())
    return document.body_line + next(following, index)


def _idle(allowance: Allowance) -> Finding:
    return Finding(
        ID,
        Severity.WARNING,
        allowance.place,
        text("This comment silences the rule “{rule}”, which finds nothing here.", rule=allowance.rule),
        text("Remove the comment."),
    )
