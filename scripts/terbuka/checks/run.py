"""Rules × documents → findings, in a stable order."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath

from terbuka.checks import allow, blocks
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.registry import RULES
from terbuka.checks.rule import Context, Rule
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
            raise UsageError(
                text("There is no rule “{name}”.", name=name),
                text("Choose one of: {names}.", names=", ".join(RULES)),
            )
    return {name: rule for name, rule in RULES.items() if not only or name in only}


def run(documents: Iterable[Document], context: Context, rules: Mapping[str, Rule]) -> Result:
    """Apply `rules` to `documents` and to the shared blocks that these put in."""
    chosen = tuple(documents)
    checked = chosen + blocks.of(chosen, context.root)
    findings: list[Finding] = []
    broken: list[TerbukaError] = []
    for rule in rules.values():
        for look, path in _looks(rule, checked, context):
            try:
                findings.extend(look())
            except TerbukaError as failure:
                broken.append(failure)
            except Exception as error:  # any bug in a rule must neither hide nor lose the other findings
                broken.append(_broken(rule, path, error))
    kept = allow.apply(findings, checked, rules)
    return Result(tuple(sorted(kept, key=lambda finding: finding.order)), tuple(broken))


Look = Callable[[], list[Finding]]


def _looks(
    rule: Rule, documents: tuple[Document, ...], context: Context
) -> Iterable[tuple[Look, PurePosixPath | None]]:
    """Yield the calls to make, each independent of the others, and the file it is about."""

    def at_document(document: Document) -> Look:
        return lambda: list(rule.check_document(document, context))

    yield from ((at_document(document), document.path) for document in documents)
    yield lambda: list(rule.check_library(documents, context)), None


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
