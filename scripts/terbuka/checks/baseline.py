"""Old findings that the office lives with for now: ``baseline.yml``, dated, written by ``terbuka check``.

An office that begins with a thousand old texts wants to hear of new mistakes first. A finding is known again by
its rule, its file and the words of its line, so lines may move; when the words change, it is told again. Errors of
law and privacy are never old: they are mended, or allowed one by one with a reason.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path, PurePosixPath

import yaml
from pydantic import Field

from terbuka import marked_yaml, settings_file
from terbuka.checks import outcome, rule_names, source
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.registry import RULES
from terbuka.checks.severity import GUARDED
from terbuka.errors import OfficeError, Place
from terbuka.marked_yaml import MarkedYaml
from terbuka.office import Settings
from terbuka.text import text

ID = "allow"
"""An entry that silences nothing is a finding of the same rule as a comment that does."""

FILE = outcome.BASELINE

_HEADER = """\
# Temuan lama yang untuk sementara diterima; dibuat oleh: terbuka check --write-baseline
# Hapus barisnya setelah naskahnya dibetulkan. Kesalahan hukum dan data pribadi tidak dapat diterima di sini.
"""

Known = tuple[str, str, str]
"""Rule, file, and the hash of the line."""


class Entry(Settings):
    """One old finding; `count` when the same stands several times on equal lines."""

    rule: str
    path: str
    line: str = Field(pattern=r"^[0-9a-f]{12}$")
    words: str = ""
    count: int = Field(default=1, ge=1)

    @property
    def known(self) -> Known:
        """By what the finding is known again."""
        return (self.rule, self.path, self.line)


class _File(Settings):
    as_of: date
    findings: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Baseline:
    """The old findings of a repository.

    Attributes:
        as_of: the day on which they were written down.
        entries: in file order.
        marks: where the entries stand in the file.
    """

    as_of: date | None
    entries: tuple[Entry, ...]
    marks: MarkedYaml

    def apply(
        self, root: Path, findings: Iterable[Finding], ran: Collection[str], checked: Collection[PurePosixPath]
    ) -> list[Finding]:
        """Return `findings` without the old ones, and what is wrong with the baseline itself.

        Args:
            root: the repository's folder.
            findings: what the rules found.
            ran: the ids of the rules that ran.
            checked: the files that were looked at.
        """
        left = Counter({entry.known: entry.count for entry in self.entries if entry.rule in RULES})
        if not self.entries:
            return list(findings)
        kept: list[Finding] = []
        for finding, _, known in _recognised(root, findings):
            if left[known] > 0 and not _is_guarded(finding):
                left[known] -= 1
            else:
                kept.append(finding)
        for index, entry in enumerate(self.entries):
            place = self.marks.place(("findings", index))
            if entry.rule not in RULES:
                kept.append(_no_rule(entry, place))
            elif left[entry.known] > 0 and entry.rule in ran and PurePosixPath(entry.path) in checked:
                kept.append(_idle(entry, place))
        return kept


def load(root: Path) -> Baseline:
    """Read the baseline below `root`; without the file, nothing is old.

    Raises:
        OfficeError: the file is broken; names line and key.
    """
    path = root / FILE
    if not path.is_file():
        return Baseline(None, (), MarkedYaml({}, {(): Place(FILE)}))
    content = settings_file.load(path, FILE, _File, OfficeError)
    marks = marked_yaml.parse(settings_file.read_text(path, FILE), FILE)
    assert isinstance(marks, MarkedYaml)  # noqa: S101  it has just been read as a model
    return Baseline(content.as_of, content.findings, marks)


def write(root: Path, findings: Iterable[Finding], day: date) -> tuple[int, int]:
    """Write down `findings` as old; return how many were, and how many may not be."""
    entries: Counter[Known] = Counter()
    words: dict[Known, str] = {}
    refused = 0
    for finding, line, known in _recognised(root, findings):
        if _is_guarded(finding) or finding.rule == ID:
            refused += 1
            continue
        entries[known] += 1
        words.setdefault(known, line[:60])
    listed = [
        {"rule": rule, "path": path, "line": line, "words": words[rule, path, line]}
        | ({"count": count} if count > 1 else {})
        for (rule, path, line), count in sorted(entries.items(), key=lambda item: (item[0][1], item[0]))
    ]
    body = yaml.safe_dump({"as_of": day, "findings": listed}, allow_unicode=True, sort_keys=False, width=200)
    (root / FILE).write_text(_HEADER + body, encoding="utf-8")
    return sum(entries.values()), refused


def _recognised(root: Path, findings: Iterable[Finding]) -> Iterator[tuple[Finding, str, Known]]:
    """Yield findings, the words of their lines, and by what they are known again."""
    read = lru_cache(maxsize=None)(source.lines)
    for finding in findings:
        lines = read(root, finding.place.path)
        words = lines[finding.place.line - 1].strip() if finding.place.line <= len(lines) else ""
        digest = hashlib.sha256(words.encode("utf-8", errors="surrogatepass")).hexdigest()
        yield finding, words, (finding.rule, str(finding.place.path), digest[:12])


def _is_guarded(finding: Finding) -> bool:
    rule = RULES.get(finding.rule)
    return rule is not None and rule.FAMILY in GUARDED and finding.severity is Severity.ERROR


def _no_rule(entry: Entry, place: Place) -> Finding:
    return Finding(ID, Severity.ERROR, place, *rule_names.unknown(entry.rule))


def _idle(entry: Entry, place: Place) -> Finding:
    return Finding(
        ID,
        Severity.WARNING,
        place,
        text("This entry silences the rule “{rule}”, which finds nothing there any more.", rule=entry.rule),
        text("Remove the entry, or write the file anew with terbuka check --write-baseline."),
    )
