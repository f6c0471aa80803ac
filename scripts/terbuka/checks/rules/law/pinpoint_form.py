"""Places in a regulation are written as “Pasal 22 ayat (7) huruf e”: from the largest unit to the smallest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from terbuka.checks import rule
from terbuka.checks.citations import passages, quotation
from terbuka.checks.citations.passages import Passage
from terbuka.checks.finding import Edit, Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.vocabulary import mentions
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "pinpoint-form"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Places in a regulation are written as “Pasal 22 ayat (7) huruf e”.")
SOURCE = "UU 12/2011 Lampiran II butir 79–84, 92–93"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

_TRIGGERS = frozenset({"pasal", "psl"})
_ARTICLE = re.compile(r"(?<![\w-])(?P<word>Pasal|Psl\.?)(?P<gap>\s{1,3})\d{1,4}(?-i:[A-Z]{0,2})(?![\w/])", re.I)
_STEP = re.compile(
    r"(?P<lead>,?\s{1,3})(?P<unit>ayat|huruf|angka|butir|poin|point)\s{1,3}"
    r"(?P<label>\(\w{1,3}\)|\d{1,3}(?!\w)|[A-Za-z](?!\w))",
    re.I,
)
_BRACKET = re.compile(
    r"[ \t]{0,2}\((?P<label>\d{1,2})\)(?!\s?\w+\s?\)|\s{1,3}(?!Undang|UU|PP|Per|KUH|Law|Kep|Kitab)[A-Z])"
)
"""A capital behind it begins the text of the paragraph: “Pasal 4 (1) Setiap orang …”."""

_LETTER = re.compile(r"[ \t](?P<label>[a-r t-z])(?![\w.-])")
_AND_STEP = re.compile(
    r"(?:,?\s{1,3}(?:dan/atau|dan|atau|sampai\s{1,3}dengan|s\.d\.)|,)(?=\s{1,3}(?:ayat|huruf|angka)\s)", re.I
)
_REVERSED = re.compile(
    r"(?<![\w-])(?P<first>(?:ayat\s{1,3}\(?\d{1,2}\)?|huruf\s{1,3}[a-z]|angka\s{1,3}\d{1,3})"
    r"(?:\s{1,3}(?:ayat\s{1,3}\(?\d{1,2}\)?|huruf\s{1,3}[a-z]))?)\s{1,3}(?:dari\s{1,3})?"
    r"(?P<article>[Pp]asal\s{1,3}\d{1,4}[A-Z]{0,2})(?![\w/])(?!\s{1,3}(?:ayat|huruf|angka))"
)
_JOINS_BEFORE = re.compile(
    r"Pasal\s{1,3}\d{1,4}[A-Z]{0,2}(?:\s{1,3}(?:ayat|huruf|angka)\s{1,3}\(?\w{1,3}\)?|,|\s{1,3}dan){0,6}\s{1,3}\Z",
    re.I,
)


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield findings about the title, the summary, the text, and the articles of the legal basis."""
    del context
    for index, basis in enumerate(document.meta.basis if document.meta else ()):
        if basis.article and mentions(basis.article, _TRIGGERS):
            place = document.place("legal_basis", index, "article")
            yield from _in(Passage(basis.article, lambda _, place=place: place, body=False))  # type: ignore[misc]
    for passage in passages.of(document):
        if mentions(passage.words, _TRIGGERS):
            yield from _in(passage)


def _in(passage: Passage) -> Iterator[Finding]:
    words = passage.words
    for article in _ARTICLE.finditer(words):
        if not quotation.holds(words, article.start()):
            yield from _article(passage, article)
    for backwards in _REVERSED.finditer(words):
        yield from _backwards(passage, backwards)


def _article(passage: Passage, article: re.Match[str]) -> Iterator[Finding]:
    """Yield what is wrong with an article and with the units behind it."""
    words, report = passage.words, _reporter(passage)
    whole, word = article[0], article["word"]
    if word != "Pasal" and not whole.isupper():
        yield report(article.start(), whole, "Pasal" + whole[len(word) :])
    at, before = article.end(), "pasal"
    bracket = _BRACKET.match(words, at)
    if bracket:
        label = bracket["label"]
        yield report(
            article.start(), words[article.start() : bracket.end()], f"Pasal{whole[len(word) :]} ayat ({label})"
        )
        at = bracket.end()
    letter = _LETTER.match(words, at)
    if letter:
        old = words[article.start() : letter.end()]
        yield report(article.start(), old, f"Pasal{whole[len(word) :]} huruf {letter['label']}", safe=False)
    for _ in range(40):
        step = _STEP.match(words, at)
        if step is None:
            joined = _AND_STEP.match(words, at)
            if joined is None:
                return
            at, before = joined.end(), "pasal"
            continue
        if "\n" in step["lead"] and step["unit"][0].isupper():
            return  # a heading of its own, as in the text of a regulation
        yield from _step(passage, step, before)
        at, before = step.end(), step["unit"].lower()


def _step(passage: Passage, step: re.Match[str], before: str) -> Iterator[Finding]:
    """Yield what is wrong with one unit: its name, its label, its place."""
    report, unit, label = _reporter(passage), step["unit"].lower(), step["label"]
    start = step.start("unit")
    old = passage.words[start : step.end()]
    bare = label.strip("()")
    if unit == "ayat" and not bare.isdigit():
        what = text("A paragraph (ayat) has a number; “{words}” has none.", words=old)
        yield _finding(
            passage,
            start,
            what,
            text("Write “huruf {label}”, or the number of the paragraph.", label=bare.lower()),
        )
        return
    if unit == "ayat" and before in ("huruf", "angka"):
        what = text("“{words}” stands behind a smaller unit.", words=old)
        yield _finding(
            passage, start, what, text("Go from the largest unit to the smallest: Pasal, ayat, huruf, angka.")
        )
        return
    right = _right_step(unit, bare)
    if " ".join(old.split()) != right and not (old.isupper() and len(old) > len("AYAT")):
        yield report(start, old, right)


def _right_step(unit: str, bare: str) -> str:
    if unit == "ayat":
        return f"ayat ({bare})"
    if unit in ("butir", "poin", "point"):
        unit = "angka" if bare.isdigit() else "huruf"
    return f"{unit} {bare if bare.isdigit() else bare.lower()}"


def _backwards(passage: Passage, match: re.Match[str]) -> Iterator[Finding]:
    if _JOINS_BEFORE.search(passage.words, max(0, match.start() - 80), match.start()):
        return  # “Pasal 4 huruf a dan huruf b Pasal 5” reads on from the article before
    words = " ".join(match[0].split())
    what = text("“{words}” begins with the smaller unit.", words=words)
    right = f"{match['article']} {match['first']}"
    yield _finding(passage, match.start(), what, text("Write “{right}”.", right=" ".join(right.split())))


Report = Callable[..., Finding]


def _reporter(passage: Passage) -> Report:
    def report(start: int, old: str, right: str, *, safe: bool = True) -> Finding:
        new = " ".join(right.split())
        one_line = passage.body and "\n" not in old
        return _finding(
            passage,
            start,
            text("“{words}” is not the form of a reference to an article.", words=" ".join(old.split())),
            text("Write “{right}”.", right=new),
            Edit(old, new) if safe and one_line else None,
        )

    return report


def _finding(passage: Passage, start: int, what: Text, to_do: Text, edit: Edit | None = None) -> Finding:
    return Finding(ID, SEVERITY, passage.place(start), what, to_do, SOURCE, edit)
