"""Vale's alerts as findings: one run of Vale for all documents, shared by every rule of style.

A Vale rule belongs to the rule that lists its name in ``CHECKS``; a letter behind the name counts as well, because
long tables of words are split by first letter (``Terbuka.KataBaku`` owns ``Terbuka.KataBakuA`` and so on).
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path, PurePosixPath

from terbuka.checks import vale, vale_scratch
from terbuka.checks.finding import Edit, Finding, Severity
from terbuka.checks.rule import Context
from terbuka.checks.vale import Alert
from terbuka.checks.vale_scratch import Body, Fields
from terbuka.errors import Place
from terbuka.text import quoted, text
from terbuka.words.document import Document

OWN_STYLES = ("Terbuka", "TerbukaEn")
"""Styles whose every Vale rule is owned by a rule of ours; a test sees to it."""

AT_ONCE = 500
"""Documents in one run of Vale, which takes a third of a second to start; what it found is read during the next
one."""

Spot = tuple[Alert, Place]
_Scratch = dict[str, Body | Fields]
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
        wait = alerts(documents, context)
        return (finding(rule_id, spot) for name in names for spot in wait().get(name, ()))

    return check_library


def finding(rule_id: str, spot: Spot) -> Finding:
    """Return an alert of Vale as a finding of the rule `rule_id`."""
    alert, place = spot
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


def alerts(documents: tuple[Document, ...], context: Context) -> Callable[[], Mapping[str, list[Spot]]]:
    """Start Vale, unless it has been started; return what waits for it.

    What is returned gives Vale's alerts at their true places, under the names of their Vale rules (see `owner`).

    Raises:
        ToolMissing: Vale is not there, or too old.
        RuleBroken: Vale cannot read its settings or a style; raised by what is returned.
    """
    key = ("prose", frozenset(document.path for document in documents))
    return context.once(key, lambda: _Running(documents, context)).spots


class _Running:
    """Vale at work: in a thread of its own, one run of it after another, while the rules look at the documents."""

    def __init__(self, documents: tuple[Document, ...], context: Context) -> None:
        """Write what Vale is to read, and start it; it reads the first files while the next are written."""
        tool = vale.find(context.root)
        self._folder = tempfile.TemporaryDirectory(prefix="terbuka-vale-")
        self._spots: dict[str, list[Spot]] | None = None
        pool = ThreadPoolExecutor(1)
        self._runs: list[tuple[_Scratch, Future[list[Alert]]]] = []
        for start in range(0, len(documents), AT_ONCE):
            folder = Path(self._folder.name, str(start))
            scratch = _write(folder, documents[start : start + AT_ONCE], context)
            self._runs.append((scratch, pool.submit(vale.run, tool, context.root, folder)))
        pool.shutdown(wait=False)

    def spots(self) -> Mapping[str, list[Spot]]:
        """Return all alerts; wait for Vale."""
        if self._spots is None:
            with self._folder:
                self._spots = self._placed()
        return self._spots

    def _placed(self) -> dict[str, list[Spot]]:
        found: dict[str, list[Spot]] = {}
        for scratch, run in self._runs:
            for alert in run.result():
                place = scratch[alert.file].place(alert.line, alert.column, alert.match)
                found.setdefault(owner(alert.check), []).append((alert, place))
        return found


def _write(folder: Path, documents: Iterable[Document], context: Context) -> _Scratch:
    """Write what Vale is to read instead of `documents` to `folder`; return it under the names of its files."""
    written: _Scratch = {}
    for document in documents:
        name = _name(document.path)
        written[f"body/{name}"] = vale_scratch.body(document)
        fields = vale_scratch.fields(document, context.root)
        if fields.values:
            written[f"fields/{name}"] = fields
    for scratch, words in written.items():
        file = folder / scratch
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words.text, encoding="utf-8")
    return written


def _name(path: PurePosixPath) -> PurePosixPath:
    """Return what Vale is to read for the document at `path`: it enters the folder; the end tells the language.

    No two documents share one: a folder ``node_modules_`` gets another underscore as well.
    """
    return PurePosixPath(*(f"{part}_" if part.rstrip("_") in vale.PASSED_OVER else part for part in path.parts))
