"""Findings on one document that are still true from an earlier run, kept by the hash of all they depend on.

Only what rules find that look at nothing else is kept so; the outcome of a whole run is in `outcome`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from terbuka.checks import inputs
from terbuka.checks.finding import Edit, Finding, Severity
from terbuka.checks.rule import Context, Depends, Rule
from terbuka.checks.store import Shelf, Store
from terbuka.errors import Place
from terbuka.text import Text
from terbuka.words.document import Document


class Kept:
    """What certain rules found in each document.

    Args:
        store: where it is kept.
        context: what the rules know.
        rules: the rules that run; their findings are kept together.
    """

    def __init__(self, store: Store, context: Context, rules: Mapping[str, Rule]) -> None:
        day = context.now.astimezone(context.office.zone).date().isoformat()
        lasting = [name for name, rule in rules.items() if rule.DEPENDS is not Depends.REPOSITORY]
        dated = any(rules[name].DEPENDS is Depends.DAY for name in lasting)
        self._rules = inputs.digest([inputs.rules(context.root), *lasting, day if dated else ""])
        self._store = store

    def find(self, document: Document) -> list[Finding] | None:
        """Return what was found in `document` as it now stands, or None if that is not known."""
        value = self._store.get(Shelf.DOCUMENT, self._key(document))
        return None if value is None else load(value)

    def keep(self, document: Document, findings: Iterable[Finding]) -> None:
        """Remember what was found in `document`."""
        self._store.set(Shelf.DOCUMENT, self._key(document), dump(findings))

    def _key(self, document: Document) -> str:
        return inputs.digest([self._rules, str(document.path), document.hash])


def dump(findings: Iterable[Finding]) -> bytes:
    """Return findings in the shape that `load` makes findings of."""
    return json.dumps([_list_of(finding) for finding in findings]).encode()


def load(dumped: bytes) -> list[Finding]:
    """Return the findings that were dumped."""
    return [_finding_from(item) for item in json.loads(dumped)]


def _list_of(finding: Finding) -> list[Any]:
    place, edit = finding.place, finding.edit
    return [
        finding.rule,
        finding.severity.value,
        [str(place.path), place.line, place.column],
        [finding.message.key, finding.message.values],
        [finding.fix.key, finding.fix.values],
        finding.source,
        [edit.old, edit.new] if edit else None,
        str(finding.about) if finding.about else None,
    ]


def _finding_from(item: list[Any]) -> Finding:
    rule, severity, (path, line, column), message, fix, source, edit, about = item
    return Finding(
        rule,
        Severity(severity),
        Place(PurePosixPath(path), line, column),
        _text(message),
        _text(fix),
        source,
        Edit(*edit) if edit else None,
        PurePosixPath(about) if about else None,
    )


def _text(item: list[Any]) -> Text:
    return Text(item[0], tuple((name, value) for name, value in item[1]))
