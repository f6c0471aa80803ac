"""Rules × documents → findings, in a stable order."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import PurePath, PurePosixPath

from terbuka.checks import allow, blocks, rule_names, severity
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.kept import Kept
from terbuka.checks.registry import RULES
from terbuka.checks.rule import Context, Depends, Rule
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
    raw = _apply(checked, context, rules, kept)
    found = severity.apply(allow.apply(raw.findings, checked, rules), context.office)
    return Result(tuple(sorted(found, key=lambda finding: finding.order)), tuple(raw.broken))


@dataclass
class _Raw:
    """What rules have found and what broke, before anything is silenced."""

    findings: list[Finding] = field(default_factory=list)
    broken: list[TerbukaError] = field(default_factory=list)

    def attempt(self, rule: Rule, look: Callable[[], Iterable[Finding]], path: PurePosixPath | None) -> None:
        """Keep what `look` yields; a bug in a rule must neither hide nor lose the other findings."""
        try:
            self.findings.extend(list(look()))
        except TerbukaError as failure:
            self.broken.append(failure)
        except Exception as error:
            self.broken.append(_broken(rule, path, error))


def _apply(
    documents: tuple[Document, ...], context: Context, rules: Mapping[str, Rule], kept: Kept | None
) -> _Raw:
    raw = _Raw()
    fresh: list[Document] = []
    for document in documents:
        earlier = kept.find(document) if kept else None
        raw.findings.extend(earlier or ())
        if earlier is None:
            fresh.append(document)
    lasting = [rule for rule in rules.values() if rule.DEPENDS is not Depends.REPOSITORY]
    changing = [rule for rule in rules.values() if rule.DEPENDS is Depends.REPOSITORY]
    new = _look(tuple(fresh), context, lasting)
    if kept and not new.broken:
        _keep(kept, fresh, new.findings)
    # Also those whose own findings are known: what they link to may have changed.
    again = _look(documents, context, changing)
    return _Raw(raw.findings + new.findings + again.findings, _once(new.broken + again.broken))


def _look(documents: tuple[Document, ...], context: Context, rules: Sequence[Rule]) -> _Raw:
    """Ask `rules` about each document and about all; Vale and the other rules work at the same time."""
    each, together = _Raw(), _Raw()

    def ask_about_all() -> None:
        for rule in rules:
            together.attempt(rule, lambda rule=rule: rule.check_library(documents, context), None)  # type: ignore[misc]

    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(ask_about_all)
        # Document by document, so that what rules share about a text is worked out once and then forgotten.
        for document in documents:
            for rule in rules:
                each.attempt(
                    rule,
                    lambda rule=rule, document=document: rule.check_document(document, context),  # type: ignore[misc]
                    document.path,
                )
        waiting.result()
    return _Raw(each.findings + together.findings, each.broken + together.broken)


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
