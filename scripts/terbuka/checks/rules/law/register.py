"""The register of regulations does not contradict itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from terbuka import marked_yaml, settings_file
from terbuka.checks import rule
from terbuka.checks.citations import likeness
from terbuka.checks.citations.reader import Reader
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.errors import Place
from terbuka.marked_yaml import Problem
from terbuka.text import Text, text
from terbuka.words import register
from terbuka.words.document import Document
from terbuka.words.register import Register, Regulation

ID = "register"
FAMILY = Family.LAW
DEPENDS = Depends.REPOSITORY
SUMMARY = text("The register of regulations does not contradict itself.")
SOURCE = "policies/regulations.yml"
SEVERITY = Severity.ERROR

check_document = rule.nothing_in_document

_DAY = re.compile(r"(?P<year>\d{4})(?:-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?")
_AMENDS = re.compile(r"\bPerubahan\b.{0,30}?\batas\b", re.I)

Judgement = tuple[str, Severity, Text, Text]
"""The key, how bad, what is wrong, what to do."""


def check_library(documents: tuple[Document, ...], context: Context) -> Iterator[Finding]:
    """Yield findings about ``policies/regulations.yml``, each at its line; none where a change leaves it alone."""
    del documents
    if context.touched is not None and register.FILE not in context.touched:
        return
    place = _places(context.root)
    known = context.register
    reads = Reader(known)
    for index, item in enumerate(known.regulations):
        for key, severity, what, to_do in _judge(item, known, reads):
            yield Finding(ID, severity, place(index, key), what, to_do, SOURCE)
    yield from _twice(known, place)
    yield from _circles(known, place)


def _places(root: Path) -> Callable[[int, str], Place]:
    """Return where the key of the entry at an index stands; a key that an anchor brings has the entry's place."""
    file = root / register.FILE
    parsed = (
        marked_yaml.parse(settings_file.read_text(file, register.FILE), register.FILE) if file.is_file() else None
    )
    if parsed is None or isinstance(parsed, Problem):
        return lambda index, key: Place(register.FILE)
    return lambda index, key: parsed.place(("regulations", index, key))


def _judge(item: Regulation, known: Register, reads: Reader) -> Iterator[Judgement]:
    """Yield what is wrong with one entry by itself and against those that it names."""
    yield from _status(item)
    yield from _names(item, known)
    yield from _dates(item, known)
    yield from _amenders(item, known, reads)
    yield from _citation(item)


def _status(item: Regulation) -> Iterator[Judgement]:
    gone = item.status in ("dicabut", "ditetapkan_menjadi_uu")
    if item.status == "dicabut" and not item.revoked_by and not item.revoked_on:
        what = text("{id} is revoked, but neither its successor nor the day is given.", id=item.id)
        yield "status", SEVERITY, what, text("Fill in revoked_by or revoked_on, or correct the status.")
    if item.status == "ditetapkan_menjadi_uu" and not item.revoked_by:
        what = text("{id} has become a law, but revoked_by does not say which.", id=item.id)
        yield "status", SEVERITY, what, text("Fill in revoked_by with the id of the law.")
    if not gone and (item.revoked_by or item.revoked_on):
        key = "revoked_on" if item.revoked_on else "revoked_by"
        what = text(
            "{id} has the status “{status}”, but {key} says that it is revoked.",
            id=item.id,
            status=item.status,
            key=key,
        )
        yield key, SEVERITY, what, text("Correct the status, or make {key} null.", key=key)
    if item.status == "berlaku" and item.amended_by:
        what = text("{id} is “berlaku”, but amended_by names amendments.", id=item.id)
        yield "amended_by", SEVERITY, what, text("Write berlaku_diubah, or empty amended_by.")
    if item.status == "berlaku_diubah" and not item.amended_by:
        what = text("{id} is “berlaku_diubah”, but amended_by is empty.", id=item.id)
        yield "status", SEVERITY, what, text("Name the amendments in amended_by, or write berlaku.")


def _names(item: Regulation, known: Register) -> Iterator[Judgement]:
    named = [("revoked_by", item.revoked_by)] if item.revoked_by else []
    named += [("amended_by", name) for name in item.amended_by]
    for key, name in named:
        if name == item.id:
            what = text("{id} names itself in {key}.", id=item.id, key=key)
            yield key, SEVERITY, what, text("Name the other regulation, or leave it out.")
        elif name not in known.by_id:
            what = text(
                "{key} of {id} names “{name}”, which is not in the register.", id=item.id, key=key, name=name
            )
            yield key, SEVERITY, what, text("Correct the id, or add that regulation.")
    if len(set(item.amended_by)) < len(item.amended_by):
        what = text("amended_by of {id} names the same amendment twice.", id=item.id)
        yield "amended_by", SEVERITY, what, text("Keep one of the two.")


def _dates(item: Regulation, known: Register) -> Iterator[Judgement]:
    since, until = str(item.in_force_from or ""), str(item.revoked_on or "")
    for key, value in (("in_force_from", since), ("revoked_on", until)):
        if value and not _DAY.fullmatch(value):
            what = text("{key} of {id} is not a date: “{value}”.", id=item.id, key=key, value=value)
            yield key, SEVERITY, what, text("Write a day like 2026-11-20, a year, or null.")
            return
    if since and int(since[:4]) < item.year:
        what = text("{id} is in force from {since}, before its own year.", id=item.id, since=since)
        yield "in_force_from", SEVERITY, what, text("Correct in_force_from, or the year.")
    length = min(len(since), len(until))
    if since and until and until[:length] < since[:length]:
        what = text(
            "{id} is revoked on {until}, before it is in force ({since}).", id=item.id, until=until, since=since
        )
        yield "revoked_on", SEVERITY, what, text("Correct one of the two dates.")
    successor = known.by_id.get(item.revoked_by or "")
    if successor and successor.year < item.year:
        what = text("{id} is revoked by {name}, which is older.", id=item.id, name=successor.id)
        yield "revoked_by", SEVERITY, what, text("Name the regulation that really revoked it.")
    elif successor and until and int(until[:4]) < successor.year:
        what = text(
            "{id} is revoked on {until}, before {name} was made.", id=item.id, until=until, name=successor.id
        )
        yield "revoked_on", SEVERITY, what, text("Correct the date, or revoked_by.")


def _amenders(item: Regulation, known: Register, reads: Reader) -> Iterator[Judgement]:
    years: list[int] = []
    for name in item.amended_by:
        amender = known.by_id.get(name)
        if amender is None or amender is item:
            continue
        years.append(amender.year)
        if amender.year < item.year:
            what = text("{id} is amended by {name}, which is older.", id=item.id, name=name)
            yield (
                "amended_by",
                SEVERITY,
                what,
                text("Name a later regulation, or move it to the entry that it amends."),
            )
        elif _amends_another(amender, item, reads):
            what = text("By its title {name} does not amend {id} but another regulation.", id=item.id, name=name)
            to_do = text("Move it to amended_by of the regulation in its title, unless it says so inside.")
            yield "amended_by", Severity.WARNING, what, to_do
    if years != sorted(years):
        what = text("amended_by of {id} is not in order of time.", id=item.id)
        yield "amended_by", Severity.WARNING, what, text("Put the oldest amendment first.")


def _amends_another(amender: Regulation, item: Regulation, reads: Reader) -> bool:
    """Tell whether the title of `amender` begins with amending, and names regulations but not `item`."""
    if not _AMENDS.match(amender.title):
        return False
    named = reads.read(amender.title)
    return bool(named) and all(reads.regulation(citation) is not item for citation in named)


def _citation(item: Regulation) -> Iterator[Judgement]:
    if likeness.plain(item.title) not in likeness.plain(item.citation):
        what = text("The citation of {id} does not contain its title.", id=item.id)
        yield "citation", SEVERITY, what, text("Write type_full, Nomor, Tahun, tentang and the title.")
    elif item.number.isdigit() and not re.search(rf"\b{item.number}\b.{{0,10}}\b{item.year}\b", item.citation):
        what = text("The citation of {id} does not contain its number and year.", id=item.id)
        yield "citation", SEVERITY, what, text("Write type_full, Nomor, Tahun, tentang and the title.")


def _twice(known: Register, place: Callable[[int, str], Place]) -> Iterator[Finding]:
    ids: dict[str, int] = {}
    numbers: dict[tuple[str, str, int], str] = {}
    for index, item in enumerate(known.regulations):
        key = (item.type, item.number, item.year)
        if item.id in ids:
            what = text("The id {id} stands here a second time.", id=item.id)
            yield Finding(
                ID, SEVERITY, place(index, "id"), what, text("Give each entry an id of its own."), SOURCE
            )
        elif key in numbers:
            what = text("{id} has the same type, number and year as {name}.", id=item.id, name=numbers[key])
            yield Finding(
                ID, SEVERITY, place(index, "number"), what, text("Keep one entry, or correct the number."), SOURCE
            )
        ids[item.id] = index
        numbers[key] = item.id


def _circles(known: Register, place: Callable[[int, str], Place]) -> Iterator[Finding]:
    """Yield chains of revoking or amending that come back to where they began, once each."""
    told: set[str] = set()
    for field in ("revoked_by", "amended_by"):
        following = _following(known, field)
        for index, item in enumerate(known.regulations):
            chain = _chain(item.id, following)
            if len(chain) > 1 and told.isdisjoint(chain):
                told.update(chain)
                what = text(
                    "{chain}: each is revoked or amended by the next, in a circle.",
                    chain=" → ".join((*chain, item.id)),
                )
                yield Finding(
                    ID,
                    SEVERITY,
                    place(index, field),
                    what,
                    text("Correct {key} of one of them.", key=field),
                    SOURCE,
                )


def _following(known: Register, field: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for item in known.regulations:
        found[item.id] += [item.revoked_by] if field == "revoked_by" and item.revoked_by else []
        found[item.id] += item.amended_by if field == "amended_by" else ()
    return found


def _chain(start: str, following: dict[str, list[str]]) -> tuple[str, ...]:
    """Return the ids from `start` back to it; empty if no way leads back."""
    waiting: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while waiting:
        chain = waiting.pop()
        for name in following.get(chain[-1], ()):
            if name == start:
                return chain
            if name not in seen:
                seen.add(name)
                waiting.append((*chain, name))
    return ()
