"""What the law on public information excludes is not told: a person's health, memoranda, plans of the police."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from terbuka.checks import persons, rule, speech, voice, wording
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.wording import Fault
from terbuka.text import text
from terbuka.words.document import Document

ID = "excluded-information"
FAMILY = Family.LAW
DEPENDS = Depends.DOCUMENT
SUMMARY = text("Nothing is told that the law on public information excludes (Pasal 17).")
SOURCE = "UU 14/2008 Pasal 17"
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

_TO_DO = text("Remove it, or ask the PPID for a decision that it may be opened.")
_TO_DO_PERSON = text("Remove the name or the detail; keep only figures in which nobody can be recognised.")


def _fault(what: str, letter: str, *, person: bool = False) -> Fault:
    """Return the fault of Pasal 17 huruf `letter`; `what` is a sentence of the catalogue."""
    source = f"UU 14/2008 Pasal 17 huruf {letter}"
    return Fault(text(what, words=""), _TO_DO_PERSON if person else _TO_DO, SEVERITY, source)


def say(sentence: str) -> str:
    """Mark `sentence` for translation."""
    return sentence


_INVESTIGATION = _fault(say("“{words}” may give away how the police or an inquiry works."), "a")
_BUSINESS = _fault(say("“{words}” may harm fair competition or somebody's trade secret."), "b")
_SECURITY = _fault(say("“{words}” may help somebody to break in or to attack."), "c")
_WEALTH = _fault(say("“{words}” tells where natural wealth is that the state keeps secret."), "d")
_ECONOMY = _fault(say("“{words}” is an early plan of the economy; who knows it first profits."), "e")
_ABROAD = _fault(say("“{words}” may harm relations with other countries."), "f")
_DEED = _fault(say("“{words}” is a private deed or will of a person."), "g", person=True)
_HEALTH = _fault(say("“{words}” tells of the health of a person."), "h angka 2", person=True)
_MONEY = _fault(say("“{words}” tells of the money or the property of a person."), "h angka 3", person=True)
_MARKS = _fault(say("“{words}” tells how a person was assessed."), "h angka 4", person=True)
_SCHOOL = _fault(say("“{words}” tells of a person's schooling."), "h angka 5", person=True)
_MEMO = _fault(say("“{words}” quotes a memorandum or letter that is kept inside the office."), "i")
_KEY = _fault(say("“{words}” gives away an examination."), "j")

_OF = rf"(?i:atas nama|a\.n\.|milik) (?P<person>{persons.ADDRESSED}|{persons.FULL})"
_WHO = rf"(?P<person>{persons.ADDRESSED}|{persons.FULL})"
_ILLNESS = (
    r"(?i:HIV|AIDS|TBC|tuberkulosis|kanker|diabetes|hepatitis|stroke|skizofrenia|depresi|gangguan jiwa"
    r"|penyakit jantung|gagal ginjal|epilepsi|sifilis|kusta|covid(?:-19)?|demam berdarah|bipolar|autisme)"
)

_GENERAL = re.compile(
    r"\b(?:dikecualikan|pengecualian|dirahasiakan|rahasia|tidak boleh|dilarang|Pasal 17|excluded|exempt(?:ed)?"
    r"|sebagai contoh|misalnya)\b",
    re.I,
)
"""The sentence explains what is excluded."""
_OPEN = re.compile(
    f"{_GENERAL.pattern}|\\b(?:hoaks|keliru|palsu|tidak benar|pahlawan|almarhum|almarhumah|wafat)\\b", re.I
)

_LIST = re.compile(r"\b(?:dikecualikan|pengecualian|Pasal 17|excluded|exempt)\b", re.I)
_LEAD = 600
"""Characters before a passage in which a text may say that a list of what is excluded follows."""

FORMS = (
    wording.form(
        _HEALTH,
        "menderita mengidap didiagnosis terdiagnosis terinfeksi positif penderita pasien",
        rf"{_WHO}(?: \(\d{{1,2}}(?: tahun)?\))?,? (?i:(?:yang )?(?:sedang |telah |dinyatakan |terbukti "
        r"|memang )?(?:menderita|mengidap|didiagnosis|terdiagnosis|terinfeksi|positif|sakit"
        rf"|dirawat karena)) (?:[a-z]{{2,15}} ){{0,2}}{_ILLNESS}|(?i:pasien"
        rf"|penderita) (?:{_ILLNESS} )?(?i:bernama|atas nama|yakni|yaitu) (?P<patient>{persons.ANY})",
        excused=_OPEN,
    ),
    wording.form(
        _HEALTH,
        "medis riwayat hasil & nama milik n & medis kesehatan penyakit pengobatan hiv kejiwaan urine"
        " laboratorium visum psikologis",
        r"(?i:rekam medis|riwayat (?:kesehatan|penyakit|pengobatan)|hasil (?:tes (?:HIV|kesehatan|kejiwaan"
        r"|urine)|laboratorium|visum"
        rf"|pemeriksaan (?:kesehatan|kejiwaan|psikologis)))(?: [a-z]{{2,15}}){{0,3}} {_OF}",
        excused=_OPEN,
    ),
    wording.form(
        _MARKS,
        "asesmen kinerja kompetensi psikotes psikologi kepribadian skp & nama milik n",
        r"(?i:(?:hasil|nilai|skor|catatan)(?: [a-z]{2,15}){0,2} (?:asesmen|evaluasi kinerja|penilaian kinerja"
        r"|uji kompetensi|psikotes"
        rf"|tes (?:psikologi|kepribadian)|SKP|kinerja))(?: [a-z]{{2,15}}){{0,3}} {_OF}",
        excused=_OPEN,
    ),
    wording.form(
        _MONEY,
        "rekening gaji penghasilan saldo utang tabungan tagihan tunggakan pendapatan & nama milik n",
        r"(?i:(?:nomor |isi )?(?:rekening|saldo|tabungan)|gaji|penghasilan|pendapatan|utang|tagihan"
        r"|tunggakan)(?: [a-z]{2,15}){0,3} " + _OF,
        excused=_OPEN,
    ),
    wording.form(
        _SCHOOL,
        "rapor nilai ijazah & nama milik n",
        rf"(?i:nilai (?:rapor|ujian)|rapor|nilai ijazah)(?: [a-z]{{2,15}}){{0,3}} {_OF}",
        excused=_OPEN,
    ),
    wording.form(
        _DEED,
        "akta wasiat & nama milik n",
        rf"(?i:(?:kutipan |salinan )?akta [a-z]{{3,15}}|surat wasiat|wasiat)(?: [a-z]{{2,15}}){{0,3}} {_OF}",
        excused=_OPEN,
    ),
    wording.form(
        _MEMO,
        "nota memo memorandum disposisi internal tertutup & berdasarkan sesuai menurut mengutip kutipan salinan"
        " isi bunyi lampiran",
        r"(?i:(?:berdasarkan|sesuai|menurut|mengutip|kutipan|salinan|isi|bunyi|lampiran)(?: dengan"
        r"| isi)? (?:nota dinas|memo(?:randum)?(?: internal| dinas)?|lembar disposisi|disposisi|surat internal"
        r"|(?:notula|risalah) rapat tertutup))",
        excused=_OPEN,
    ),
    wording.form(
        _INVESTIGATION,
        "intelijen penggerebekan penangkapan penggeledahan razia inspeksi bap penyamaran informan",
        r"(?i:(?:hasil|laporan|data|informasi|rencana) (?:operasi )?intelijen|rencana (?:penangkapan"
        r"|penggerebekan|penggeledahan|penyadapan|operasi tangkap tangan)|(?:razia|inspeksi|sidak) (?:mendadak"
        r"|rahasia) (?:akan|direncanakan|dijadwalkan)[^.!?\n]{0,60}(?:tanggal|pada|hari|pukul)|(?:isi|salinan"
        r"|kutipan) (?:BAP|berita acara pemeriksaan (?:saksi|tersangka))|identitas (?:informan|intel))",
        excused=_GENERAL,
    ),
    wording.form(
        _BUSINESS,
        "hps perkiraan resep formula penawaran & rincian dokumen pt cv",
        r"(?i:rincian (?:HPS|harga perkiraan sendiri)|dokumen penawaran (?:milik )?(?:PT|CV|peserta)"
        r"|(?:resep|formula) (?:rahasia )?(?:milik )?(?:PT|CV) )",
        excused=_GENERAL,
    ),
    wording.form(
        _SECURITY,
        "denah patroli pengawalan jaga sandi password kerentanan ip",
        r"(?i:denah (?:ruang (?:server|peladen|kendali)|pusat data|gudang (?:senjata|amunisi)|pos jaga"
        r"|sel tahanan|rumah tahanan)|jadwal (?:dan rute )?(?:patroli|pengawalan|jaga) (?:polisi|petugas"
        r"|keamanan|pejabat)|(?:kata sandi|password)(?:nya)?(?: ialah| adalah|:) ?(?=[^\s*<\[])"
        r"|(?:daftar|hasil uji) kerentanan (?:sistem|peladen|aplikasi|situs)"
        r"|alamat IP (?:peladen|server) )",
        excused=_GENERAL,
    ),
    wording.form(
        _WEALTH,
        "koordinat",
        r"(?i:(?:titik )?koordinat (?:cadangan|deposit|temuan|sumber) (?:mineral|emas|nikel|uranium|minyak|gas"
        r"|batu bara|tambang))",
        excused=_GENERAL,
    ),
    wording.form(
        _ECONOMY,
        "rencana & awal & aset tanah properti pajak tarif suku nilai saham asing",
        r"(?i:rencana awal (?:penjualan|pembelian|pelepasan|kenaikan|perubahan|investasi)"
        r" (?:aset|tanah|properti|pajak|tarif|suku bunga|nilai tukar|saham|asing))",
        excused=_GENERAL,
    ),
    wording.form(
        _ABROAD,
        "diplomatik perundingan",
        r"(?i:korespondensi diplomatik|kawat diplomatik|posisi (?:runding"
        r"|tawar)[^.!?\n]{0,40}perundingan (?:dengan|luar negeri))",
        excused=_GENERAL,
    ),
    wording.form(
        _KEY,
        "kunci soal bocoran & ujian seleksi tes skd skb cpns casn pppk",
        r"(?i:kunci jawaban (?:ujian|seleksi|tes|SKD|SKB|CPNS|CASN|PPPK)|(?:bocoran|naskah|kisi-kisi lengkap) soal"
        r" (?:ujian|seleksi|tes)[^.!?\n]{0,40}(?:belum|berikut|unduh|lampiran|dapat))",
        excused=_OPEN,
    ),
)

_ROW = re.compile(r"^\|(?P<cells>[^\n]{3,400})\|[ \t]*\n\|[ \t:|-]{3,400}$", re.M)
_NAME_CELL = re.compile(
    r"(?:^|\|)[ \t*]*nama(?: (?:lengkap|pegawai|pasien|penerima|warga|peserta|siswa|anak))?[ \t*]*(?:\||$)", re.I
)
_SECRET_CELLS = (
    (
        _HEALTH,
        re.compile(
            r"diagnosis|penyakit|hasil (?:tes|lab)|riwayat kesehatan|status HIV|golongan darah|disabilitas", re.I
        ),
    ),
    (_MONEY, re.compile(r"penghasilan|gaji|saldo|nomor rekening|no\.? rekening|utang|tunggakan", re.I)),
    (_MARKS, re.compile(r"psikotes|asesmen|nilai SKP|penilaian kinerja|catatan atasan|hukuman disiplin", re.I)),
)
"""What stands in a table beside names, and is then excluded."""


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield passages and heads of tables that hold excluded information."""
    del context
    said = speech.of(document)
    for form, match in wording.find(FORMS, said.words, partial(_tells, said.words)):
        yield form.fault.finding(ID, said.place(match.start()), match[0])
    if "|" in said.words:
        for row in _ROW.finditer(said.words):
            for fault, cell in _SECRET_CELLS if _NAME_CELL.search(row["cells"]) else ():
                if found := cell.search(row["cells"]):
                    yield fault.finding(ID, said.place(row.start("cells") + found.start()), found[0])


def _tells(words: str, match: re.Match[str]) -> bool:
    """Tell whether a person is named, or the office tells something and does not just list what is excluded.

    A name harms in a quotation and in a list as well.
    """
    named = [name for name in match.groupdict().values() if name]
    if named:
        return all(map(persons.is_person, named))
    listed = _LIST.search(words[max(0, match.start() - _LEAD) : match.start()])
    return not listed and voice.said(words, *match.span())
