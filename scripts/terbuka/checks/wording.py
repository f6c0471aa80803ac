"""Wordings that a rule looks for: tables of expressions, each tried only on texts that hold one of its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

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
        triggers: every text with this wording has a word of each of these sets, in small letters.
        expression: the wording.
        needs: what its sentence has to match as well.
        excused: a sentence that matches this is innocent.
    """

    fault: Fault
    triggers: tuple[frozenset[str], ...]
    expression: str
    needs: re.Pattern[str]
    excused: re.Pattern[str]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The wording as an expression, made for the first text with its triggers: few texts need it."""
        return _compiled(self.expression)


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def triggers(words: str) -> frozenset[str]:
    """Return a set of words that stand in `words` between spaces."""
    return frozenset(words.split())


def form(
    fault: Fault, used: str, pattern: str, *, needs: re.Pattern[str] = ALWAYS, excused: re.Pattern[str] = NEVER
) -> Form:
    """Return a wording.

    Args:
        fault: what is wrong with it.
        used: its triggers with spaces between them, and “&” between sets.
        pattern: an expression that begins at a word and minds capitals.
        needs: what its sentence has to match as well.
        excused: a sentence that matches this is innocent.
    """
    return Form(fault, tuple(map(triggers, used.split("&"))), rf"\b(?:{pattern})", needs, excused)


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
        if not any(trigger.isdisjoint(used) for trigger in form.triggers)
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
