"""Vale's alerts as findings: one run of Vale for all documents, shared by every rule of style.

A Vale rule belongs to the rule that lists its name in ``CHECKS``; a letter behind the name counts as well, because
long tables of words are split by first letter (``Terbuka.KataBaku`` owns ``Terbuka.KataBakuA`` and so on).
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path, PurePosixPath

from terbuka.checks import vale, vale_scratch
from terbuka.checks.finding import Edit, Finding, Severity
from terbuka.checks.rule import Context
from terbuka.checks.vale import Alert
from terbuka.checks.vale_scratch import Scratch
from terbuka.errors import Place
from terbuka.text import quoted, text
from terbuka.words.document import Document

OWN_STYLES = ("Terbuka", "TerbukaEn")
"""Styles whose every Vale rule is owned by a rule of ours; a test sees to it."""

AT_ONCE = 1000
"""Documents in one run of Vale, which takes a third of a second to start; what it found is read during the next
one."""

FIRST = 100
"""Documents in its first run: it begins while the others are being parsed."""

LibraryCheck = Callable[[tuple[Document, ...], Context], Iterable[Finding]]

_BASIS = " Dasar: "
"""In a style's `description` the part behind this names the law, standard or guide."""


def owner(check: str) -> str:
    """Return the name of the Vale rule `check` without the letter of its part of a table."""
    without = check[:-1]
    return without if check[-1:].isupper() and without[-1:].islower() else check


def findings_of(rule_id: str, checks: Iterable[str]) -> LibraryCheck:
    """Return the ``check_library`` of a rule of style that owns the Vale rules `checks`."""
    names = tuple(checks)

    def check_library(documents: tuple[Document, ...], context: Context) -> Iterator[Finding]:
        running = _running(documents, context)
        running.owners.update(dict.fromkeys(names, rule_id))
        return running.findings_of(rule_id)

    return check_library


def findings_of_others(rule_id: str) -> LibraryCheck:
    """Return the ``check_library`` of the rule that tells what styles find that are not ours."""

    def check_library(documents: tuple[Document, ...], context: Context) -> Iterator[Finding]:
        running = _running(documents, context)
        running.owner_of_others = rule_id
        return running.findings_of(rule_id)

    return check_library


def begin(documents: Iterable[Document], context: Context) -> None:
    """Start Vale before the rules ask for it; it reads the first of `documents` while the others are parsed.

    Raises:
        ToolMissing: Vale is not there, or too old.
    """
    running = _Running(documents, context)
    context.once(_key(running.paths), lambda: running)


def _running(documents: Iterable[Document], context: Context) -> _Running:
    """Return Vale at work on `documents`; it is started, unless it has been."""
    return context.once(_key(document.path for document in documents), lambda: _Running(documents, context))


def _key(paths: Iterable[PurePosixPath]) -> Hashable:
    return "prose", frozenset(paths)


class _Running:
    """Vale at work: in a thread of its own, one run of it after another, while the rules look at the documents.

    Attributes:
        paths: where the documents are that it reads.
        owners: the ids of the rules that the Vale rules belong to (see `owner`); to be said before they yield
            anything.
        owner_of_others: the id of the rule that what styles of others find belongs to.
    """

    def __init__(self, documents: Iterable[Document], context: Context) -> None:
        """Write what Vale is to read, and start it.

        Raises:
            ToolMissing: Vale is not there, or too old.
        """
        tool = vale.find(context.root)
        self.paths: set[PurePosixPath] = set()
        self.owners: dict[str, str] = {}
        self.owner_of_others: str | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="terbuka-vale-")
        self._findings: dict[str, list[Finding]] | None = None
        self._runs: list[tuple[Mapping[str, Scratch], Future[list[Alert]]]] = []
        pool = ThreadPoolExecutor(1)
        for number, batch in enumerate(_batches(documents)):
            folder = Path(self._folder.name, str(number))
            scratch = _write(folder, batch)
            self._runs.append((scratch, pool.submit(vale.run, tool, context.root, folder)))
            self.paths.update(document.path for document in batch)
        pool.shutdown(wait=False)

    def findings_of(self, rule_id: str) -> Iterator[Finding]:
        """Yield what has been found for a rule; wait for Vale.

        Raises:
            RuleBroken: Vale cannot read its settings or a style.
        """
        if self._findings is None:
            with self._folder:
                self._findings = self._read()
        yield from self._findings.get(rule_id, ())

    def _read(self) -> dict[str, list[Finding]]:
        """Read what a run has found while Vale is at the next."""
        found: dict[str, list[Finding]] = {}
        for scratch, run in self._runs:
            for alert in run.result():
                rule_id = self._owner(alert.check)
                if rule_id:
                    place = scratch[alert.file].place(alert.line, alert.column, alert.match)
                    found.setdefault(rule_id, []).append(_finding(rule_id, alert, place))
        return found

    def _owner(self, check: str) -> str | None:
        """Return the id of the rule that the Vale rule `check` belongs to; None if it was not asked for."""
        if check.partition(".")[0] not in OWN_STYLES:
            return self.owner_of_others
        return self.owners.get(owner(check))


def _batches(documents: Iterable[Document]) -> Iterator[tuple[Document, ...]]:
    rest = iter(documents)
    count = FIRST
    while batch := tuple(islice(rest, count)):
        yield batch
        count = AT_ONCE


def _write(folder: Path, documents: Iterable[Document]) -> Mapping[str, Scratch]:
    """Write what Vale is to read instead of `documents` to `folder`; return it under the names of its files."""
    written = {str(_name(document.path)): vale_scratch.of(document) for document in documents}
    for name, scratch in written.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(scratch.text, encoding="utf-8")
    return written


def _name(path: PurePosixPath) -> PurePosixPath:
    """Return what Vale is to read for the document at `path`: it enters the folder; the end tells the language.

    No two documents share one: a folder ``node_modules_`` gets another underscore as well.
    """
    return PurePosixPath(*(f"{part}_" if part.rstrip("_") in vale.PASSED_OVER else part for part in path.parts))


def _finding(rule_id: str, alert: Alert, place: Place) -> Finding:
    """Return an alert of Vale as a finding of the rule `rule_id`."""
    to_do, _, basis = alert.description.partition(_BASIS)
    return Finding(
        rule_id,
        Severity(alert.severity),
        place,
        quoted(alert.message),
        quoted(to_do) if to_do else text("Change the wording, or allow it with the reason."),
        basis or alert.check,
        _edit(alert),
    )


def _edit(alert: Alert) -> Edit | None:
    """Return the one word that Vale offers. Only what is an error is wrong everywhere, and so safe to replace."""
    shouted = alert.match.isupper()  # whether the replacement is to be shouted too, only a person knows
    if alert.severity != Severity.ERROR or len(alert.replacements) != 1 or shouted:
        return None
    new = alert.replacements[0]
    return Edit(alert.match, new[:1].upper() + new[1:] if alert.match[:1].isupper() else new)
