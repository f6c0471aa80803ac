"""The office neither insults people nor accuses them by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from terbuka.checks import persons, rule, speech, voice, wording
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.wording import Fault, Form
from terbuka.text import text
from terbuka.words.document import Document

ID = "defamation"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("The office neither insults people nor accuses them by name.")
SOURCE = "UU 1/2023 Pasal 433–434"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

HANDBOOK = "panduan"
"""The handbook tells staff which insults not to write."""

_INSULTS = """
    bajingan bandit begundal biadab biang dalang gerombolan lintah pecundang pembohong pembual pemeras
    pemfitnah pencoleng pendusta pengacau pengecut penghasut pengkhianat penjahat penjilat penipu perusuh
    preman provokator tukang
"""
_INSULT = (
    r"(?i:bajingan|bandit|begundal|biadab|biang (?:kerok|keladi|onar)|dalang (?:kerusuhan|di balik)|gerombolan"
    r"|lintah darat|pecundang|pembohong(?: besar)?|pembual|pemeras|pemfitnah|pencoleng|pendusta"
    r"|pengacau|pengecut|penghasut|pengkhianat|penjahat|penjilat|penipu(?: ulung)?|perusuh|preman|provokator"
    r"|tukang (?:bohong|fitnah|tipu|hasut|peras))"
)
_SOMEBODY = (
    rf"(?:(?P<person>{persons.ADDRESSED}|{persons.FULL})|(?i:akun|media|wartawan|aktivis|LSM|ormas|kelompok"
    rf"|portal berita) (?:@[\w.]{{2,30}}|{persons.ANY}))"
)
_BE = r"(?i:adalah|ialah|merupakan|memang|sungguh|benar-benar|hanyalah|cuma|itu|tak lain|dikenal sebagai|jelas)"
_CROWD = (
    r"(?i:akun itu|akun ini|akun tersebut|ia|dia|mereka|netizen|orang itu|para pengkritik|para pendemo|pendemo"
    r"|pengkritik|penulisnya|pengunggahnya|pihak itu|pihak tersebut|si pengunggah|warganet|wartawan itu"
    r"|wartawan tersebut)"
)
_RUDE = """
    bodoh tolol goblok goblog dungu bego bebal picik nyinyir kampungan norak udang ajar sesat malu sok punya
    bangsat keparat
"""
_RUDE_WORD = (
    r"(?i:bodoh|tolol|goblok|goblog|dungu|bego|bebal|picik|nyinyir|kampungan|norak|otak udang|kurang ajar|sesat"
    r"|sok tahu|tidak tahu malu|tak tahu malu|tidak punya otak|bangsat|keparat)"
)
_ACCUSE = (
    r"(?i:(?:telah |sudah |sengaja |terus |kembali |jelas )?(?:berbohong|membohongi|menipu|memfitnah|mencuri"
    r"|menggelapkan|memeras|memprovokasi|menghasut|memutarbalikkan fakta|memalsukan|(?:menyebar(?:kan)?|membuat"
    r"|mengarang) (?:berita bohong|fitnah|hoaks|kabar bohong|kebohongan)))"
)

_EXCUSED = re.compile(
    r"\b(?:putusan|diputus|divonis|vonis|terpidana|pengadilan|majelis hakim|inkrah|berkekuatan hukum tetap"
    r"|diduga|dugaan|terduga|menurut (?:polisi|penyidik|jaksa|dakwaan)|dakwaan|verdict|convicted|court"
    r"|alleged(?:ly)?|wayang|film|lakon|teater|novel|cerita|dongeng|drama)\b",
    re.I,
)
"""A court has said so, or it is only suspected; or it is a play."""

_NAMED = Fault(
    text("“{words}” insults or accuses a person by name.", words=""),
    text("Say what happened and what is true, without judging the person; accusations belong to a court."),
    SEVERITY,
    SOURCE,
)
_RUDE_FAULT = Fault(
    text("“{words}” insults people.", words=""),
    text("Leave the insult out; answer what was said."),
    SEVERITY,
    SOURCE,
)


def _form(fault: Fault, triggers: str, pattern: str) -> Form:
    return wording.form(fault, triggers, pattern, excused=_EXCUSED)


FORMS = {
    "id": (
        _form(_NAMED, _INSULTS, rf"{_SOMEBODY},? (?:{_BE} )?(?i:seorang |se|si |para |sang )?{_INSULT}\b"),
        _form(
            _NAMED,
            _INSULTS,
            rf"(?i:(?:si|sang|seorang) )?{_INSULT},? (?i:bernama |yang bernama |berinisial |seperti |yakni "
            r"|yaitu |itu |ini )"
            rf"(?:(?i:adalah|ialah) )?(?:{persons.ADDRESSED}|{persons.ANY})",
        ),
        _form(_NAMED, _INSULTS, rf"(?i:si|sang|para) {_INSULT} {persons.ANY}"),
        _form(
            _NAMED,
            "berbohong membohongi menipu memfitnah mencuri menggelapkan memeras memprovokasi menghasut"
            " memutarbalikkan"
            " memalsukan hoaks fitnah bohong kebohongan",
            rf"{_SOMEBODY} {_ACCUSE}\b",
        ),
        _form(_RUDE_FAULT, _INSULTS, rf"{_CROWD} (?:{_BE} )?(?i:seorang |para |hanya |cuma )?{_INSULT}\b"),
        _form(_RUDE_FAULT, _RUDE, rf"(?:{_CROWD}|{_SOMEBODY}) (?:{_BE} |(?i:yang|para) )?{_RUDE_WORD}\b"),
        _form(_RUDE_FAULT, _RUDE, r"(?i:dasar (?:bodoh|tolol|goblok|bego|kampungan|nyinyir)|bangsat|keparat)\b"),
    ),
    "en": (
        _form(
            _NAMED,
            "liar liars crook crooks thief thieves fraudster scammer traitor idiot coward criminal",
            rf"{_SOMEBODY} (?:is|are|was) (?:an? |the )?(?i:liar|crook|thief|fraudster|scammer|traitor|idiot"
            r"|coward|criminal)\b",
        ),
        _form(
            _RUDE_FAULT,
            "stupid idiots idiotic morons liars ignorant",
            r"(?i:critics|commenters|these people|those people|journalists|they) (?:are|were) (?:all )?"
            r"(?i:stupid|idiots|idiotic|morons|liars|ignorant)\b",
        ),
    ),
}


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield the insults and accusations that the office utters itself."""
    del context
    if document.kind.id == HANDBOOK:
        return
    said = speech.of(document)
    for form, match in wording.find(FORMS[document.language], said.words, partial(_accuses, said.words)):
        yield form.fault.finding(ID, said.place(match.start()), match[0])


def _accuses(words: str, match: re.Match[str]) -> bool:
    person = match.groupdict().get("person")
    return (not person or persons.is_person(person)) and voice.said(words, *match.span())
