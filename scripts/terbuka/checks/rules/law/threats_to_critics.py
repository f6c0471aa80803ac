"""The office does not threaten those who criticise it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import rule, speech, voice, wording
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.wording import Fault
from terbuka.text import text
from terbuka.words.document import Document

ID = "threats-to-critics"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("The office does not threaten those who criticise it.")
SOURCE = "MK 105/PUU-XXII/2024; UU 1/2023 Pasal 240–241"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

HANDBOOK = "panduan"
"""The handbook tells staff which threats not to write."""

_CRITIC = re.compile(
    r"\b(?:(?:peng|meng|di)?kritik(?:an|us)?|komentar|(?:peng|ber|di)komentar(?:i)?|menghina|penghina(?:an)?"
    r"|hinaan|mencemarkan|pencemar(?:an)?|nama baik|menjelekkan|menjelek-jelekkan|memfitnah|menyudutkan|mencela"
    r"|celaan|mencaci(?: maki)?|cacian|menyindir|sindiran|warganet|netizen|memviralkan|memprotes|pemrotes"
    r"|(?:menyerang|melecehkan|menyinggung|merendahkan|mendiskreditkan) (?:kami|kantor|dinas|kota|pejabat"
    r"|pemerintah|bupati|gubernur|wali kota|kepala daerah|instansi)|critics?|critici[sz](?:e|es|ing|m)"
    r"|insult(?:s|ed|ing)?|defam(?:e|es|ing|ation)|comments?|commenters?)\b",
    re.I,
)
"""Who criticises, or how."""

_CRITIC_TO_POLICE = re.compile(
    rf"\A(?=.*{_CRITIC.pattern})(?=.*\b(?:polisi|kepolisian|aparat|berwajib|berwenang|penegak hukum|pidana|siber"
    r"|jalur hukum|pengkritik|penghina|pencemar|warganet|netizen|siapa ?pun|(?:orang|akun|pihak|mereka) yang)\b)",
    re.I | re.S,
)
"""A comment may be reported to a colleague; to report is a threat where the police or the critic is named."""

_CRIME_OR_CITIZEN = re.compile(
    r"\b(?:ancaman|mengancam|kekerasan|pembunuhan|teror|pornografi|porno|judi|anak|suku|SARA|ras|perundungan"
    r"|penipuan|peretasan|data pribadi|Anda (?:dapat|bisa|boleh)|warga (?:dapat|bisa|boleh)|masyarakat (?:dapat"
    r"|bisa|boleh)|silakan|threats?|violence|child(?:ren)?|gambling|you (?:can|may)|people (?:can|may)"
    r"|personal data)\b",
    re.I,
)
"""Comments that are crimes may be reported; and citizens may report to us."""

_HERE = re.compile(
    r"\b(?:kami|kantor|dinas|pemerintah (?:kota|kabupaten|daerah|provinsi|desa)|pemkot|pemkab|pemprov|pemda"
    r"|wali kota|bupati|gubernur|kepala daerah|instansi|pejabat|akun ini|unggahan ini|di sini|we|our|the office"
    r"|officials?|mayor)\b",
    re.I,
)
"""The office, or its head: what an explainer of the law does not speak of."""

_MEANS = (
    r"(?:akan|bakal|siap(?:-siap)?|segera|pasti|tidak (?:akan )?segan(?:-segan)?(?: untuk)?"
    r"|tak segan(?:-segan)?(?: untuk)?|tidak ragu(?:-ragu)?(?: untuk)?|tidak main-main(?: untuk)?)"
)
_REPORT = r"(?:laporkan|dilaporkan|melaporkan|adukan|diadukan|mengadukan)"
_SUE_WORDS = """
    pidanakan dipidanakan memidanakan mempidanakan tuntut dituntut menuntut gugat digugat menggugat polisikan
    dipolisikan memolisikan mempolisikan penjarakan memenjarakan dipenjarakan somasi disomasi menyomasi jerat
    dijerat menjerat seret diseret menyeret dipidana ditangkap hukum hijau polisi aparat
"""
_SUE = (
    r"(?:pidanakan|dipidanakan|memidanakan|mempidanakan|tuntut|dituntut|menuntut|gugat|digugat|menggugat"
    r"|polisikan|dipolisikan|memolisikan|mempolisikan|penjarakan|memenjarakan|dipenjarakan|somasi|disomasi"
    r"|menyomasi|jerat|dijerat|menjerat|seret|diseret|menyeret|dipidana|ditangkap|proses hukum|(?:di"
    r"|mem)?proses (?:secara )?hukum|(?:menempuh|tempuh|mengambil|ambil) (?:jalur|langkah|upaya|tindakan) hukum"
    r"|dibawa ke (?:ranah|jalur|meja) (?:hukum|hijau)|berurusan dengan (?:hukum|polisi|aparat)"
    r"|berhadapan dengan hukum)"
)
_STATUTE = (
    r"(?:UU|Undang-Undang|undang-undang) (?:ITE|(?:tentang )?Informasi dan Transaksi Elektronik)"
    r"|pencemaran nama baik|pasal (?:karet|penghinaan|pencemaran nama baik)"
)

_THREAT = Fault(
    text("“{words}” threatens people who criticise.", words=""),
    text("Answer the criticism with facts; what comments may not do stands in the comment policy."),
    SEVERITY,
    SOURCE,
)
_STATUTE_AS_THREAT = Fault(
    text("“{words}” holds a statute over those who comment.", words=""),
    text("Remove the threat; say which comments are hidden and how to appeal."),
    SEVERITY,
    SOURCE,
)

FORMS = {
    "id": (
        wording.form(
            _THREAT,
            f"akan bakal siap segera pasti segan ragu main & {_SUE_WORDS}",
            rf"(?i:{_MEANS} (?:kami |kita |langsung |segera |ikut )?{_SUE}\b)",
            needs=_CRITIC,
            excused=_CRIME_OR_CITIZEN,
        ),
        wording.form(
            _THREAT,
            "laporkan dilaporkan melaporkan adukan diadukan mengadukan",
            rf"(?i:(?:{_MEANS} (?:kami |kita |langsung |segera |ikut )?"
            rf"|kami (?:langsung )?){_REPORT}\b(?! bahwa))",
            needs=_CRITIC_TO_POLICE,
            excused=_CRIME_OR_CITIZEN,
        ),
        wording.form(
            _THREAT,
            "pidanakan tuntut gugat polisikan penjarakan somasi",
            r"(?i:(?:dapat|bisa|kami) (?:kami )?(?:pidanakan|tuntut|gugat|polisikan|penjarakan"
            r"|somasi)\b)",
            needs=_CRITIC,
            excused=_CRIME_OR_CITIZEN,
        ),
        wording.form(
            _STATUTE_AS_THREAT,
            "dijerat terjerat jerat dipidana terancam diancam dituntut dilaporkan kena terkena & ite transaksi"
            " karet nama penghinaan",
            rf"(?i:(?:dijerat|terjerat|jerat|jeratan|dipidana|terancam|diancam|dituntut|dilaporkan|(?:ter)?kena)"
            rf"[^.!?\n]{{1,60}}(?:{_STATUTE})\b)",
            needs=_HERE,
            excused=_CRIME_OR_CITIZEN,
        ),
        wording.form(
            _STATUTE_AS_THREAT,
            "ite transaksi pencemaran",
            rf"(?i:(?:ingat|awas|hati-hati|bijaklah|bijak|jangan lupa)\b[^.!?\n]{{0,60}}(?:{_STATUTE})\b)",
        ),
    ),
    "en": (
        wording.form(
            _THREAT,
            "sue prosecute report prosecuted sued reported",
            r"(?i:(?:we|the office|the city) (?:will|shall|may) (?:not hesitate to )?(?:sue|prosecute|report)\b"
            r"|will be (?:sued|prosecuted|reported|arrested)\b)",
            needs=_CRITIC,
            excused=_CRIME_OR_CITIZEN,
        ),
    ),
}


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield the threats that the office utters itself, one a sentence."""
    del context
    if document.kind.id == HANDBOOK:
        return
    said = speech.of(document)
    for form, match in wording.find(FORMS[document.language], said.words, voice.said_in(said.words)):
        yield form.fault.finding(ID, said.place(match.start()), match[0])
