"""The office promises only what it can keep, and praises itself only with a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbuka.checks import rule, speech, voice, wording
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.wording import Fault, Form
from terbuka.text import text
from terbuka.words.document import Document

ID = "promises"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("The office promises only what it can keep, and praises itself only with a source.")
SOURCE = "UU 14/2008 Pasal 7 ayat (2)"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

HANDBOOK = "panduan"
"""The handbook tells staff which words to avoid; it promises citizens nothing."""

_WE = r"(?:kami|pemerintah(?: (?:kota|kabupaten|provinsi|desa|daerah))?|pemkot|pemkab|pemprov|pemda|dinas|petugas)"
_OUTCOME = (
    r"(?:aman|berhasil|bebas|beres|cair|dapat bantuan|dibayar|dibangun|dibangunkan|dikabulkan|dilayani|diproses"
    r"|diselesaikan|disetujui|diterima|ditindaklanjuti|gratis|halal|kebagian|lancar|lolos|lulus|menang"
    r"|(?:mendapat(?:kan)?|menerima) (?:bantuan|dana|ganti rugi|hadiah|jawaban|kartu|kuota|layanan|pekerjaan"
    r"|santunan|subsidi|tempat|uang)|murah|mujarab|rampung|sehat|selamat|selesai|sembuh|sukses|tepat waktu"
    r"|terbayar|terjamin|tersalurkan|tersedia|tertangani|terwujud|tiba|tuntas|turun|untung)"
)
_SURELY = r"(?:100 ?%|100 persen|1000 ?%|seratus persen|sepenuhnya|mutlak)"
_GOOD = (
    r"(?:akurat|aman|ampuh|asli|bebas|benar|berhasil|bersih|efektif|gratis|halal|jujur|lancar|manjur|sehat"
    r"|selesai|siap|steril|sukses|tepat|terjamin|terlindungi|tuntas)"
)
_BAD_WORDS = """
    antre antrean banjir berubah bocor diretas gagal habis hilang jebol korupsi longsor macet mogok naik padam
    pemadaman pungli pungutan rugi rusak salah terendam terhapus terjadi terlambat terulang tertunda
"""
_BAD = (
    r"(?:antrean?|banjir|berubah|bocor|diretas|gagal|habis|hilang|jebol|korupsi|longsor|macet|mogok|naik|padam"
    r"|pemadaman|pungli|pungutan liar|rugi|rusak|salah|terendam|terhapus|terjadi|terlambat|terulang|tertunda)"
)
_WHERE = (
    r"(?:di |se-?)(?:seluruh |antero )?(?:Indonesia|dunia|Asia|ASEAN|Nusantara|Tanah Air|provinsi|Jawa"
    r"|Kalimantan|Sulawesi|Sumatera|Sumatra)"
)
_PLACES = "indonesia dunia asia asean nusantara tanah provinsi jawa kalimantan sulawesi sumatera sumatra"
_OURS = r"(?:aplikasi|dinas|inovasi|kabupaten|kantor|kota|layanan|pelayanan|pemerintah|portal|program|provinsi)"

_BY_LAW = re.compile(
    r"\b(?:Pasal|UU|UUD|Undang-Undang|PP|Perda|Perpres|konstitusi|undang-undang|peraturan|hukum|negara|BPJS|JKN"
    r"|KIS|LPS|asuransi|article|law|constitution|insurance)\b",
    re.I,
)
"""Who promises is the law or an insurance, not the office."""

_WITH_SOURCE = re.compile(
    r"\b(?:menurut|berdasarkan|versi|survei|penilaian|penghargaan|anugerah|peringkat|predikat|juara|kategori|lomba"
    r"|dinobatkan|dinilai|meraih|kompetisi|indeks|award(?:s|ed)?|ranked|according|survey|index|category"
    r"|resmi|official|berwenang)\b",
    re.I,
)

_GUARANTEE = Fault(
    text("“{words}” promises what the office may not be able to keep.", words=""),
    text("Say what the office does, by when and under which conditions, without a guarantee."),
    SEVERITY,
    SOURCE,
)
_FOR_EVER = Fault(
    text("“{words}” promises something for all time.", words=""),
    text("Say until when it holds, and on what decision it rests."),
    SEVERITY,
    SOURCE,
)
_PRAISE = Fault(
    text("“{words}” is praise without a source.", words=""),
    text("Give the figure or the award and its source, or leave the praise out."),
    Severity.SUGGESTION,
    SOURCE,
)


def _form(fault: Fault, triggers: str, pattern: str, excused: re.Pattern[str] = wording.NEVER) -> Form:
    return wording.form(fault, triggers, f"(?i:{pattern})", excused=excused)


FORMS = {
    "id": (
        _form(
            _GUARANTEE,
            "dijamin jamin menjamin jaminan garansi bergaransi",
            rf"dijamin\b|{_WE} (?:berani |bisa |siap )?(?:(?:men)?jamin|memberi(?:kan)? (?:jaminan|garansi))\b"
            r"|(?:berani|siap) (?:men)?jamin\b|(?:ber)?garansi (?:uang|penuh|seumur|kepuasan)\b",
            _BY_LAW,
        ),
        _form(
            _GUARANTEE,
            "pasti",
            rf"pasti (?:akan |bisa |dapat |segera |selalu )?{_OUTCOME}\b|{_WE} pasti \w+",
        ),
        _form(
            _GUARANTEE,
            "100 1000 seratus sepenuhnya mutlak & akurat aman ampuh asli bebas benar berhasil bersih efektif"
            " gratis halal jujur lancar manjur sehat selesai siap steril sukses tepat terjamin terlindungi tuntas",
            rf"{_SURELY} {_GOOD}\b|{_GOOD} {_SURELY}(?!\w)",
        ),
        _form(
            _GUARANTEE,
            f"mungkin mustahil anti antigagal antibocor kebal & {_BAD_WORDS} antigagal antibocor",
            rf"(?:tidak mungkin|tak mungkin|mustahil|anti[ -]?|kebal dari) ?{_BAD}\b",
        ),
        _form(
            _GUARANTEE,
            "risiko resiko efek",
            r"(?:tanpa|bebas(?: dari)?) (?:risiko|resiko|efek samping)(?: apa ?pun| sama sekali| sedikit ?pun)?\b",
        ),
        _form(
            _FOR_EVER,
            "selamanya hidup masa & gratis biaya cuma pajak retribusi selamanya",
            r"(?:gratis|bebas biaya|cuma-cuma|tanpa biaya|bebas pajak|bebas retribusi)"
            r" (?:untuk )?(?:selamanya|seumur hidup|sepanjang masa)\b|selamanya (?:gratis|bebas|aman"
            r"|tetap gratis)\b",
        ),
        _form(
            _FOR_EVER,
            f"pernah lagi selamanya & akan & {_BAD_WORDS} biaya",
            r"(?:tidak|tak) akan pernah (?:lagi )?(?:ada |dikenai |dikenakan |dipungut |mengalami "
            rf"|kena )?(?:{_BAD}|biaya)\b|(?:tidak|tak) akan (?:ada )?(?:lagi )?{_BAD} (?:lagi|selamanya)\b",
        ),
        _form(
            _FOR_EVER,
            "selamanya total sepenuhnya & bebas terbebas",
            rf"(?:ter)?bebas(?: dari)? {_BAD} (?:selamanya|total|sepenuhnya)\b",
        ),
        _form(_PRAISE, f"satunya & {_PLACES}", rf"satu-satunya (?:\w+ ){{0,4}}{_WHERE}\b", _WITH_SOURCE),
        _form(
            _PRAISE,
            "terbaik tercepat termurah terlengkap terdepan tercanggih termodern terhebat terbersih terunggul"
            " wahid",
            rf"(?:nomor wahid|ter(?:baik|cepat|murah|lengkap|depan|canggih|modern|hebat|bersih|unggul)) {_WHERE}\b"
            rf"|{_OURS}(?: kami)?(?: adalah| merupakan| ini)?(?: yang)? ter(?:baik|cepat|hebat|unggul|canggih"
            r"|lengkap)\b",
            _WITH_SOURCE,
        ),
        _form(
            _PRAISE,
            f"paling satu pertama duanya nomor & {_PLACES} duanya",
            r"(?:nomor (?:satu|1)|paling (?:baik|bersih|canggih|cepat|hebat|lengkap|maju|modern|unggul)"
            rf"|pertama) {_WHERE}\b"
            r"|(?:tidak|tak) ada duanya\b",
            _WITH_SOURCE,
        ),
    ),
    "en": (
        _form(
            _GUARANTEE,
            "guaranteed guarantee definitely",
            r"(?:is|are|be) guaranteed\b|we guarantee\b|guaranteed (?:to|safe|free|approval)\b|(?:we"
            r"|you) will definitely\b",
            _BY_LAW,
        ),
        _form(
            _GUARANTEE,
            "100 completely absolutely totally risk & safe secure free reliable accurate",
            r"(?:100 ?%|100 per ?cent|completely|absolutely|totally) (?:safe|secure|free|reliable|accurate)\b"
            r"|risk-free\b",
        ),
        _form(
            _FOR_EVER,
            "forever never & free safe hacked flooded lost fail flood leak rise happen",
            r"(?:free|safe) forever\b|will never (?:again )?(?:be (?:hacked|flooded|lost)|fail|flood|leak|rise"
            r"|happen)\b",
        ),
        _form(
            _PRAISE,
            "best fastest cheapest leading finest only class & indonesia world asia",
            r"(?:the|our) (?:best|fastest|cheapest|leading|only|finest) (?:\w+ ){1,3}(?:in|of) (?:Indonesia"
            r"|the world|Asia)\b|world-class (?:service|city|portal)\b",
            _WITH_SOURCE,
        ),
    ),
}


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield the promises and the praise that the office utters itself."""
    del context
    if document.kind.id == HANDBOOK:
        return
    said = speech.of(document)
    for form, match in wording.find(FORMS[document.language], said.words, voice.stated_in(said.words)):
        yield form.fault.finding(ID, said.place(match.start()), match[0])
