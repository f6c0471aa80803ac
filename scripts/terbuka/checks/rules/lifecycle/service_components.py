"""The page of a public service states the components of the service's standard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import rule, sections
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.sections import Section, Topic
from terbuka.text import text
from terbuka.words.document import Document
from terbuka.words.kinds.halaman import Page

ID = "service-components"
FAMILY = Family.LIFECYCLE
DEPENDS = Depends.DOCUMENT
SUMMARY = text("The page of a public service states the components of its standard.")
SOURCE = "UU 25/2009 Pasal 21"
SEVERITY = Severity.ERROR

check_library = rule.nothing_in_library

DELIVERY: tuple[Topic, ...] = (
    Topic(
        text("The page does not say what people have to bring or fulfil."),
        re.compile(r"\b(?:per)?syarat(?:an)?\b|\bdibawa\b|\bberkas\b|\brequire\w*|\bwhat (?:you need|to bring)\b"),
        ("Persyaratan", "Requirements"),
    ),
    Topic(
        text("The page does not say which steps the service has."),
        re.compile(
            r"\b(?:prosedur|mekanisme|langkah\w*|alur|tata cara|cara me\w+|tahapan|steps?|procedure|how to)\b"
        ),
        ("Prosedur", "Procedure"),
        re.compile(r"\b(?:mengadu|mengadukan|melapor|complain)\b"),
    ),
    Topic(
        text("The page does not say how long the service takes."),
        re.compile(
            r"\b(?:jangka waktu|waktu (?:penyelesaian|proses|pengerjaan)"
            r"|lama (?:layanan|proses|pengurusan|penyelesaian)|lamanya|berapa lama|kapan selesai"
            r"|how long|processing time|time limit)\b"
        ),
        ("Jangka waktu penyelesaian", "How long it takes"),
    ),
    Topic(
        text("The page does not say what the service costs, or that it is free."),
        re.compile(r"\b(?:biaya\w*|tarif\w*|gratis|fees?|costs?|prices?)\b"),
        ("Biaya", "Fees"),
    ),
    Topic(
        text("The page does not say what people receive in the end."),
        re.compile(
            r"\b(?:produk|hasil|yang (?:anda )?(?:di)?terima|what you (?:get|receive)|results?|outcome|product)\b"
        ),
        ("Hasil layanan", "What you receive"),
        re.compile(r"\b(?:survei|evaluasi|survey)\b"),
    ),
    Topic(
        text("The page does not say where to complain."),
        re.compile(r"\b(?:pengaduan|mengadu\w*|keluhan|aduan|complain\w*|feedback)\b"),
        ("Pengaduan, saran, dan masukan", "Complaints and feedback"),
    ),
)
"""What a person who needs the service asks first."""

REST: tuple[Topic, ...] = (
    Topic(
        text("The page does not name the legal basis of the service."),
        re.compile(r"\b(?:dasar hukum|peraturan|legal basis)\b"),
        ("Dasar hukum", "Legal basis"),
    ),
    Topic(
        text("The page does not describe rooms and equipment."),
        re.compile(r"\b(?:pra)?sarana\b|\bfasilitas\b|\bfacilit\w+"),
        ("Sarana dan fasilitas", "Facilities"),
    ),
    Topic(
        text("The page does not say what skills the staff need."),
        re.compile(r"\b(?:kompetensi|kemampuan|keahlian|skills?|competence|qualifications?)\b"),
        ("Kemampuan dan jumlah petugas", "Skills and number of staff"),
    ),
    Topic(
        text("The page does not say how many staff serve."),
        re.compile(r"\b(?:jumlah (?:pelaksana|petugas|pegawai)|number of (?:staff|officers))\b"),
        ("Kemampuan dan jumlah petugas", "Skills and number of staff"),
    ),
    Topic(
        text("The page does not say who supervises the service."),
        re.compile(r"\b(?:pengawas\w*|supervis\w+|oversight)\b"),
        ("Pengawasan internal", "Internal supervision"),
    ),
    Topic(
        text("The page does not guarantee that the standard is kept."),
        re.compile(r"\b(?:jaminan (?:pe)?layanan|jaminan,|service guarantee|guarantees?)\b"),
        ("Jaminan pelayanan", "Service guarantee"),
    ),
    Topic(
        text("The page does not say how people and data are kept safe."),
        re.compile(r"\b(?:keamanan|keselamatan|safety|security)\b"),
        ("Jaminan keamanan dan keselamatan", "Security and safety"),
    ),
    Topic(
        text("The page does not say how performance is evaluated."),
        re.compile(r"\b(?:evaluasi|penilaian|evaluation|performance)\b"),
        ("Evaluasi kinerja", "Performance evaluation"),
    ),
)
"""What the standard holds besides; it may also be kept as a file that the page links to."""

FEE = 3
"""Where in `DELIVERY` the costs are."""

_PRICE = re.compile(
    r"\bgratis\b|\b(?:tidak|tanpa)\b.{0,20}\b(?:biaya|bayar|dipungut)|\bRp\s?\d|\bnihil\b"
    r"|\bfree\b|\bno (?:fee|charge|cost)|\bIDR\s?\d",
    re.I,
)
_STANDARD = re.compile(
    r"\]\([^()\s]{0,200}\b(?:standar|standard)[^()\s]{0,200}\.(?:pdf|md|docx?|html?)[^()\s]{0,60}\)", re.I
)

SEEMS = 4
"""A page that has so many of the six components is the page of a service, whatever its fields say."""


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield the components that the page of a service leaves out."""
    del context
    meta = document.meta
    if not isinstance(meta, Page) or meta.status == "withdrawn":
        return
    parts = sections.of(document.text)
    if not meta.service:
        yield from _seems(document, parts)
        return
    place = document.place("service")
    whole = _STANDARD.search(document.body) is not None
    for number, topic in enumerate(DELIVERY + REST):
        found = [section for section in topic.found(parts) if not section.empty]
        later = number >= len(DELIVERY)
        if not found and not (later and whole) and not (topic is REST[0] and meta.legal_basis):
            yield Finding(
                ID,
                Severity.WARNING if later else SEVERITY,
                place,
                topic.missing,
                text("Add a section such as “{heading}”.", heading=topic.offer(document.language)),
                SOURCE,
            )
    yield from _fee(document, parts)


def _fee(document: Document, parts: tuple[Section, ...]) -> Iterator[Finding]:
    found = [section for section in DELIVERY[FEE].found(parts) if not section.empty]
    if found and not any(_PRICE.search(section.title + " " + section.words) for section in found):
        yield Finding(
            ID,
            Severity.WARNING,
            sections.place(document, found[0]),
            text("“{heading}” gives no amount and does not say that the service is free.", heading=found[0].title),
            text("Write “gratis”, or the amount, such as Rp25.000,00, and the regulation that sets it."),
            SOURCE,
        )


def _seems(document: Document, parts: tuple[Section, ...]) -> Iterator[Finding]:
    present = sum(any(topic.found(parts)) for topic in DELIVERY)
    if present >= SEEMS:
        yield Finding(
            ID,
            Severity.SUGGESTION,
            document.place("title"),
            text("This looks like the page of a public service."),
            text("Write “service: true”, so that the components of its standard are checked."),
            SOURCE,
        )
