"""Wordings that a rule looks for: tables of expressions, each tried only on texts that hold one of its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from terbuka.checks import sentences
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.vocabulary import vocabulary
from terbuka.errors import Place
from terbuka.text import Text

NEVER = re.compile(r"(?!)")
ALWAYS = re.compile(r"")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a wording, and what to do.

    Attributes:
        what: the sentence about it; ``{words}`` in it is the wording.
        to_do: what to write instead.
        severity: how much it matters.
        source: the law behind it.
    """

    what: Text
    to_do: Text
    severity: Severity
    source: str

    def finding(self, rule_id: str, place: Place, words: str) -> Finding:
        """Return the finding of the rule `rule_id` about `words`."""
        values = (("words", words.strip()),) if "{words}" in self.what.key else ()
        what = Text(self.what.key, values)
        return Finding(rule_id, self.severity, place, what, self.to_do, self.source)


@dataclass(frozen=True, slots=True)
class Form:
    """One wording.

    Attributes:
        fault: what is wrong with it.
        triggers: every text with this wording has one of these words, in small letters.
        pattern: the wording.
        needs: what its sentence has to match as well.
        excused: a sentence that matches this is innocent.
    """

    fault: Fault
    triggers: frozenset[str]
    pattern: re.Pattern[str]
    needs: re.Pattern[str]
    excused: re.Pattern[str]


def triggers(words: str) -> frozenset[str]:
    """Return a set of words that stand in `words` between spaces."""
    return frozenset(words.split())


def form(
    fault: Fault, used: str, pattern: str, *, needs: re.Pattern[str] = ALWAYS, excused: re.Pattern[str] = NEVER
) -> Form:
    """Return a wording; `used` are its triggers between spaces, `pattern` begins at a word and minds capitals."""
    return Form(fault, triggers(used), re.compile(rf"\b(?:{pattern})"), needs, excused)


def find(
    forms: Iterable[Form], words: str, accept: Callable[[re.Match[str]], bool]
) -> Iterator[tuple[Form, re.Match[str]]]:
    """Yield in order where `words` has one of `forms` and nothing speaks against it; no two overlap.

    Args:
        forms: what to look for.
        words: the text.
        accept: tells whether a match counts; the rule's own judgement, asked last.
    """
    used = vocabulary(words)
    found = [
        (match, form)
        for form in forms
        if not form.triggers.isdisjoint(used)
        for match in form.pattern.finditer(words)
        if _fits(form, sentences.at(words, *match.span())) and accept(match)
    ]
    end = 0
    for match, form in sorted(found, key=lambda pair: pair[0].start()):
        if match.start() >= end:
            end = match.end()
            yield form, match


def _fits(form: Form, sentence: str) -> bool:
    return form.needs.search(sentence) is not None and form.excused.search(sentence) is None
