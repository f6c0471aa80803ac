"""An urgent notice (serta-merta) states the eight things that people need in danger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from terbuka.checks import rule, sections
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.sections import Section, Topic
from terbuka.text import text
from terbuka.words.document import Document

ID = "urgent-notice"
FAMILY = Family.LIFECYCLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("An urgent notice states the eight things that people need in danger.")
SOURCE = "UU 14/2008 Pasal 10; PerKI 1/2021"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

# The eight things stand in PerKI 1/2021 as several offices quote it; we have not read its text: no errors.
_ANNOUNCE = r"(?:meng|di)?umumkan\w*|pengumuman\w*|announce\w*|issue[ds]?"

TOPICS: tuple[Topic, ...] = (
    Topic(
        text("The notice does not say what the danger is and how large it may become."),
        re.compile(
            r"\b(?:bahaya\w*|dampak\w*|ancaman|potensi|risiko|kejadian|gangguan|dangers?|hazards?|impact|risks?)\b"
        ),
        ("Bahaya dan besarnya dampak", "The danger and its size"),
        re.compile(r"\b(?:menghindari|mengurangi|mencegah|menghadapi|avoid|reduce|prevent|safe)\b"),
    ),
    Topic(
        text("The notice does not say who is affected."),
        re.compile(r"\b(?:terdampak|terkena|terancam|wilayah|daerah|kawasan|affected|at risk|areas?)\b"),
        ("Warga yang terdampak", "Who is affected"),
    ),
    Topic(
        text("The notice does not say how and where to evacuate, or that nobody has to."),
        re.compile(r"\b(?:evakuasi|mengungsi|pengungsian|titik kumpul|evacuat\w+|assembly points?|shelters?)\b"),
        ("Evakuasi dan tempatnya", "Evacuation and where to go"),
    ),
    Topic(
        text("The notice does not say how to avoid the danger."),
        re.compile(
            r"\b(?:menghindar\w*|mengurangi|mencegah|melindungi diri|tetap aman|agar aman|keselamatan"
            r"|yang (?:harus|perlu|dapat|sebaiknya)\b.{0,20}\b(?:lakukan|dilakukan)"
            r"|avoid|stay safe|reduce|what to do)\b"
        ),
        ("Cara menghindari bahaya", "How to stay safe"),
    ),
    Topic(
        text("The notice does not say how to get help."),
        re.compile(r"\b(?:bantuan|pertolongan|darurat|hubungi|kontak|help|assistance|emergency|contacts?)\b"),
        ("Cara mendapat bantuan", "How to get help"),
    ),
    Topic(
        text("The notice does not say who announces it and who ends it."),
        re.compile(
            rf"\b(?:yang|pihak|siapa|pejabat|who)\b.{{0,60}}\b(?:{_ANNOUNCE})\b|^(?:pengumuman|announcements?)$"
        ),
        ("Yang mengumumkan dan caranya", "Who announces this, and how"),
    ),
    Topic(
        text("The notice does not say through which channels it is announced."),
        re.compile(
            rf"\b(?:{_ANNOUNCE})\b.{{0,60}}\b(?:cara\w*|saluran\w*|kanal\w*|how|where|channels?)\b"
            rf"|\b(?:cara|saluran|kanal|how|where|channels?)\b.{{0,60}}\b(?:{_ANNOUNCE})\b|^(?:pengumuman|announcements?)$"
        ),
        ("Yang mengumumkan dan caranya", "Who announces this, and how"),
    ),
    Topic(
        text("The notice does not say what is being done."),
        re.compile(
            r"\b(?:penanganan|upaya|tindakan|penanggulangan|perbaikan|pemulihan"
            r"|being done|response|handling|repairs?)\b"
        ),
        ("Upaya penanganan", "What is being done"),
    ),
)
"""The eight things, in the order in which people need them."""

_UNKNOWN = re.compile(
    r"\b(?:belum (?:di)?ketahui|belum (?:dapat )?dipastikan|masih (?:di)?data"
    r"|not (?:yet )?known|unknown|not yet clear)\b",
    re.I,
)
_HOUR = re.compile(r"\b(?:pukul|jam)\s+\d|\b\d{1,2}[.:]\d\d\b|\bat \d", re.I)


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield what a notice of the class serta-merta leaves out."""
    del context
    meta = document.meta
    if meta is None or meta.information_class != "serta-merta" or meta.status == "withdrawn":
        return
    parts = sections.of(document.text)
    empty: dict[Section, None] = {}
    told: dict[Section, None] = {}
    for topic in TOPICS:
        found = list(topic.found(parts))
        if not found:
            yield Finding(
                ID,
                SEVERITY,
                document.place("class"),
                topic.missing,
                text("Add a section such as “{heading}”.", heading=topic.offer(document.language)),
                SOURCE,
            )
        elif all(section.empty for section in found):
            empty[found[0]] = None
        told.update(dict.fromkeys(found))
    for section in empty:
        yield Finding(
            ID,
            SEVERITY,
            sections.place(document, section),
            text("Nothing is said under “{heading}”.", heading=section.title),
            text("Say it, or write that it is not known yet and at what hour you will say more."),
            SOURCE,
        )
    yield from _unknown(document, told)


def _unknown(document: Document, found: Iterable[Section]) -> Iterator[Finding]:
    for section in found:
        if _UNKNOWN.search(section.words) and not _HOUR.search(section.words):
            yield Finding(
                ID,
                SEVERITY,
                sections.place(document, section),
                text(
                    "“{heading}” says that something is not known, but not when more will be.",
                    heading=section.title,
                ),
                text("Write at what hour you will say more."),
                SOURCE,
            )
