"""Nobody is called guilty before a court has said so with final force."""

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

ID = "presumption-of-innocence"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Nobody is called guilty before a court has said so.")
SOURCE = "UU 20/2025 (KUHAP); UU 40/1999 Pasal 5 ayat (1)"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

_ARREST = (
    r"(?:berhasil |telah |sudah |akhirnya |langsung |sedang |masih |segera )?(?:ditangkap|tertangkap|diamankan"
    r"|diringkus|dibekuk|diciduk|digerebek|diperiksa|ditahan|diburu|dicari|buron|diserahkan (?:ke"
    r"|kepada) (?:polisi|jaksa|kejaksaan)|dibawa ke (?:polsek|polres|kantor polisi)|menyerahkan diri"
    r"|melarikan diri|mengaku|dijerat|disangka|digelandang)"
)
_NO_TRADE = (
    r"(?! (?:bisnis|budaya|ekonomi|ekspor|IKM|industri|jasa|kebijakan|koperasi|kreatif|logistik|media|olahraga"
    r"|pariwisata|pasar|pembangunan|pendidikan|perdagangan|perikanan|perjalanan|pertanian|sejarah|seni"
    r"|transportasi|UKM|UMKM|usaha|utama ekonomi|wisata))"
)
"""A pelaku of these does a trade, not a crime."""

_CATCH = r"(?:menangkap|mengamankan|meringkus|membekuk|menciduk|menahan|memeriksa|memburu|mengejar|menggelandang)"
_CRIME_DONE_BY = (
    r"(?:bandar narkoba|begal|copet|koruptor|maling|mucikari|pedofil|pembakar|pembegal|pembunuh|pemerkosa"
    r"|pencabul|pencopet|pencuri|penculik|penadah|pengedar(?: narkoba| sabu)?|penganiaya|perampok|teroris)"
)
_CRIMES_DONE_BY = (
    "bandar begal copet koruptor maling mucikari pedofil pembakar pembegal pembunuh pemerkosa pencabul pencopet"
    " pencuri penculik penadah pengedar penganiaya perampok teroris"
)
_DEEDS = (
    r"(?:bersalah|korupsi|mencuri|menggelapkan|menganiaya|mencabuli|memperkosa|membunuh|menipu|memalsukan"
    r"|menerima suap|menyuap|menyalahgunakan|mengedarkan|melakukan (?:korupsi|tindak pidana|pencurian"
    r"|penggelapan|penipuan|pungli|pencabulan|penganiayaan|pemalsuan|kejahatan|kekerasan))"
)

_JUDGED = re.compile(
    r"\b(?:putusan|diputus|memutus(?:kan)?|divonis|vonis|terpidana|narapidana|pengadilan|hakim|majelis|inkrah"
    r"|berkekuatan hukum tetap|verdict|convicted|court|judge)\b",
    re.I,
)
"""A court is named in the sentence."""

_IN_GENERAL = re.compile(
    r"\b(?:Pasal|UU|Undang-Undang|dipidana|diancam|ancaman|jika|apabila|bila|setiap orang|siapa ?pun|laporkan"
    r"|waspada|(?:terduga|diduga|dugaan|pengertian|istilah|sebutan))\b",
    re.I,
)
"""The sentence speaks of the law, of what may happen, or of a suspicion."""

_EXCUSED = re.compile(f"{_JUDGED.pattern}|{_IN_GENERAL.pattern}", re.I)
_CASE = re.compile(
    r"\b(?:tersangka|terdakwa|terlapor|penyidik|penyidikan|polisi|polres|polsek|polda|kejaksaan|jaksa|ditahan"
    r"|ditangkap|diperiksa|diamankan|inspektorat|suspect(?:s|ed)?|police|arrested|prosecutors?)\b",
    re.I,
)

_CULPRIT = Fault(
    text("“{words}” calls a person guilty before the verdict.", words=""),
    text("Write terduga, tersangka or terdakwa, as the case stands, and terpidana only after a final verdict."),
    SEVERITY,
    SOURCE,
)
_PROVED = Fault(
    text("“{words}” says that guilt is proved, but names no verdict.", words=""),
    text("Write “diduga”, or name the court, the number and the date of the verdict."),
    SEVERITY,
    SOURCE,
)
_NAMED = Fault(
    text("“{words}” gives the full name of a person who has not been convicted.", words=""),
    text("Write initials, or leave the name out, until the verdict is final."),
    SEVERITY,
    SOURCE,
)

_STATUS = r"(?i:tersangka|terdakwa|terduga(?: pelaku)?|terlapor)"
_OF_CASE = r"(?: (?i:kasus|perkara|dugaan|utama|berinisial|dalam perkara)(?: [a-z-]{2,20}){1,3})?"


def _form(fault: Fault, triggers: str, pattern: str) -> Form:
    return wording.form(fault, triggers, pattern, excused=_EXCUSED)


FORMS = {
    "id": (
        _form(
            _CULPRIT,
            "pelaku",
            rf"(?i:(?:para |salah satu |seorang |dua |tiga )?pelaku{_NO_TRADE}(?: [a-z]{{3,20}}){{0,4}}"
            rf" {_ARREST}\b)|(?i:{_CATCH}(?: [a-z]{{2,12}}){{0,2}} pelaku\b{_NO_TRADE})",
        ),
        _form(
            _CULPRIT,
            "pelaku",
            rf"(?i:{_CATCH}) [^.!?\n]{{1,60}}, (?i:pelaku{_NO_TRADE} [a-z]{{3,20}})",
        ),
        _form(
            _CULPRIT,
            "pelaku",
            rf"(?i:pelaku(?: [a-z]{{3,20}}){{0,2}}),? (?i:bernama|berinisial|yakni|yaitu|ialah|adalah|atas nama)"
            rf" (?:{persons.ADDRESSED}|{persons.ANY}|{persons.INITIALS})",
        ),
        _form(
            _CULPRIT,
            _CRIMES_DONE_BY,
            rf"(?i:{_CRIME_DONE_BY}),? (?i:bernama |berinisial |atas nama |itu, )?(?P<person>{persons.ADDRESSED}"
            rf"|{persons.FULL})|(?P<other>{persons.ADDRESSED}|{persons.FULL}),? (?i:adalah |merupakan |memang "
            rf"|sang |si |seorang ){{0,2}}(?i:{_CRIME_DONE_BY})\b",
        ),
        _form(
            _CULPRIT,
            _CRIMES_DONE_BY,
            rf"(?i:(?:para |seorang |dua |tiga )?{_CRIME_DONE_BY}(?: [a-z]{{3,20}}){{0,3}} {_ARREST}\b)",
        ),
        wording.form(
            _PROVED,
            "terbukti",
            r"(?i:(?:telah |sudah |jelas )?terbukti (?:telah |secara sah |dan meyakinkan |sah "
            rf"|ikut ){{0,3}}{_DEEDS}\b)",
            needs=_CASE,
            excused=_EXCUSED,
        ),
        wording.form(
            _NAMED,
            "tersangka terdakwa terduga terlapor",
            rf"{_STATUS}{_OF_CASE},? (?i:bernama |atas nama |yakni |yaitu |ialah |adalah "
            rf"|inisial )?(?P<person>{persons.ADDRESSED}|{persons.FULL})|(?P<other>{persons.ADDRESSED}"
            rf"|{persons.FULL})(?: \(\d\d\))?,? (?i:ditetapkan (?:sebagai|menjadi) |sebagai |menjadi ){_STATUS}\b",
            excused=_JUDGED,
        ),
    ),
    "en": (
        _form(
            _CULPRIT,
            "culprit culprits perpetrator perpetrators offender",
            r"(?i:(?:culprits?|perpetrators?|offenders?) (?:was|were|has been|have been) (?:caught|arrested"
            r"|detained))\b",
        ),
        wording.form(
            _NAMED,
            "suspect accused",
            rf"(?i:the suspect|the accused),? (?P<person>{persons.ADDRESSED}|{persons.FULL})",
            excused=_JUDGED,
        ),
    ),
}


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield the words that judge before a court has."""
    del context
    said = speech.of(document)
    for form, match in wording.find(FORMS[document.language], said.words, partial(_judges, said.words)):
        yield form.fault.finding(ID, said.place(match.start()), match[0])


def _judges(words: str, match: re.Match[str]) -> bool:
    names = (name for name in match.groupdict().values() if name)
    return all(map(persons.is_person, names)) and voice.said(words, *match.span())
