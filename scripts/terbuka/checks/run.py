"""Rules × documents → findings, in a stable order."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath, PurePosixPath

from terbuka.checks import allow, blocks, rule_names, severity
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.kept import Kept
from terbuka.checks.registry import RULES
from terbuka.checks.rule import Context, Depends, Rule, nothing_in_document, nothing_in_library
from terbuka.errors import Place, RuleBroken, TerbukaError, UsageError
from terbuka.text import text
from terbuka.words.document import Document


@dataclass(frozen=True)
class Result:
    """What a run of checks came to.

    Attributes:
        findings: in order of place, then rule.
        broken: what kept rules from finishing. The caller shows the findings first, then raises these:
            nothing legal is ever skipped silently.
    """

    findings: tuple[Finding, ...]
    broken: tuple[TerbukaError, ...] = ()

    @property
    def status(self) -> int:
        """The exit status: 0 clean or warnings only, 1 errors, 3 a rule is broken."""
        if self.broken:
            return max(failure.status for failure in self.broken)
        return int(any(finding.severity is Severity.ERROR for finding in self.findings))


def choose(only: Collection[str]) -> Mapping[str, Rule]:
    """Return the rules with these ids, or all.

    Raises:
        UsageError: there is no such rule.
    """
    for name in only:
        if name not in RULES:
            raise UsageError(*rule_names.unknown(name))
    return {name: rule for name, rule in RULES.items() if not only or name in only}


def run(
    documents: Iterable[Document], context: Context, rules: Mapping[str, Rule], kept: Kept | None = None
) -> Result:
    """Apply `rules` to `documents` and to the shared blocks that these put in.

    Args:
        documents: what to check.
        context: what the rules know.
        rules: under their ids.
        kept: findings of earlier runs with the same rules; what is still true is not worked out again.
    """
    chosen = tuple(documents)
    checked = chosen + blocks.of(chosen, context.root)
    everything, broken = _apply(checked, context, rules, kept)
    found = severity.apply(allow.apply(everything, checked, rules), context.office)
    return Result(tuple(sorted(found, key=lambda finding: finding.order)), tuple(broken))


def _apply(
    documents: tuple[Document, ...], context: Context, rules: Mapping[str, Rule], kept: Kept | None
) -> tuple[list[Finding], list[TerbukaError]]:
    """Return findings and failures, before anything is silenced."""
    known: list[Finding] = []
    fresh: list[Document] = []
    for document in documents:
        earlier = kept.find(document) if kept else None
        known.extend(earlier or ())
        if earlier is None:
            fresh.append(document)
    lasting = [rule for rule in rules.values() if rule.DEPENDS is not Depends.REPOSITORY]
    changing = [rule for rule in rules.values() if rule.DEPENDS is Depends.REPOSITORY]
    # The second also looks at those whose own findings are known: what they link to may have changed.
    new, again = _Look(tuple(fresh), context, lasting), _Look(documents, context, changing)
    unknown = {document.path for document in fresh}
    for document in documents:  # both at once: what rules share about a text is worked out once and then forgotten
        if document.path in unknown:
            new.look_at(document)
        again.look_at(document)
    for look in (again, new):  # Vale works for the second; meanwhile the first has its own to do
        look.read_promised()
    if kept and not new.broken:
        _keep(kept, fresh, new.findings)
    return known + new.findings + again.findings, _once(new.broken + again.broken)


class _Look:
    """Rules that look at documents.

    All documents together come first and last: what is set off when a rule is asked about them (Vale) works
    while the rules look at each document, and its answer is read at the end.
    """

    def __init__(self, documents: tuple[Document, ...], context: Context, rules: Sequence[Rule]) -> None:
        """Ask `rules` about all `documents`."""
        self.findings: list[Finding] = []
        self.broken: list[TerbukaError] = []
        self._context = context
        self._each = [rule for rule in rules if rule.check_document is not nothing_in_document]
        self._promised = [
            (rule, self._attempt(rule, lambda rule=rule: rule.check_library(documents, context)))  # type: ignore[misc]
            for rule in rules
            if rule.check_library is not nothing_in_library
        ]

    def look_at(self, document: Document) -> None:
        """Let the rules look at one of the documents."""
        for rule in self._each:
            try:
                self.findings += list(rule.check_document(document, self._context))
            except Exception as error:  # a bug in a rule must neither hide nor lose the other findings
                self._tell(rule, document.path, error)

    def read_promised(self) -> None:
        """Read what the rules have to say about all documents."""
        for rule, findings in self._promised:
            self.findings.extend(self._attempt(rule, partial(list, findings)))

    def _attempt(self, rule: Rule, look: Callable[[], Iterable[Finding]]) -> Iterable[Finding]:
        try:
            return look()
        except Exception as error:  # as above
            self._tell(rule, None, error)
            return ()

    def _tell(self, rule: Rule, path: PurePosixPath | None, error: Exception) -> None:
        self.broken.append(error if isinstance(error, TerbukaError) else _broken(rule, path, error))


def _keep(kept: Kept, documents: Iterable[Document], findings: Iterable[Finding]) -> None:
    by_path: dict[PurePosixPath, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.place.path, []).append(finding)
    for document in documents:
        kept.keep(document, by_path.get(document.path, ()))


def _once(failures: Iterable[TerbukaError]) -> list[TerbukaError]:
    """Return each failure once: a missing tool stops every rule that needs it."""
    return list({str(failure): failure for failure in failures}.values())


def _broken(rule: Rule, path: PurePosixPath | None, error: Exception) -> RuleBroken:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return RuleBroken(
        text(
            "The rule “{rule}” broke in line {line} of {module}: {reason}.",
            rule=rule.ID,
            line=frame.lineno or 0,
            module=PurePath(frame.filename).name,
            reason=f"{type(error).__name__}: {error}".rstrip("."),
        ),
        text("Report this to whoever maintains the rule; this check is not complete."),
        Place(path) if path else None,
    )
