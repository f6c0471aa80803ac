"""The office's lists of words and phrases, and what each part of them becomes in Vale.

Every list is a file below ``styles`` that a person edits: what should not be written on the left, what to write
instead on the right. `vale_pairs` writes the Vale rules from them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, ConfigDict

from terbuka import settings_file

Pairs = Mapping[str, str]


class _List(BaseModel):
    """What all lists have: phrases in which a listed word is right."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kecuali: Sequence[str] = ()


class Words(_List):
    """``styles/kata-baku.yml``: not standard → standard.

    Attributes:
        kesalahan: what is always wrong.
        huruf_kecil: what is always wrong in lower case, and may be a name otherwise.
        peringatan: what is sometimes right: names, old titles, other senses.
        saran: what is right, but not the form that is preferred.
    """

    kesalahan: Pairs = {}
    huruf_kecil: Pairs = {}
    peringatan: Pairs = {}
    saran: Pairs = {}


class Phrases(_List):
    """``styles/frasa.yml``: wordy → plain.

    Attributes:
        peringatan: two words that do one job.
        saran: officialese.
        dinas: formulas of decisions, which explainers of decisions may use.
        pola: words that do not belong together, with others between them where ``…`` stands.
    """

    peringatan: Pairs = {}
    saran: Pairs = {}
    dinas: Pairs = {}
    pola: Pairs = {}


class Foreign(_List):
    """``styles/padanan.yml``: foreign → Indonesian."""

    saran: Pairs = {}


class Terms(_List):
    """``styles/inklusif.yml``: demeaning → respectful."""

    peringatan: Pairs = {}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a list.

    Attributes:
        key: its name in the list.
        check: the name of its Vale rules, before the letter.
        level: Vale's, which are ours as well.
        message: with %[2]s for what was found and %[1]s for what the list says.
        description: what to do, and behind "Dasar:" the source.
        replaces: the right side is put in the place of the left one as it stands; otherwise it is advice.
        any_case: capitals make no difference. If not, what the list writes small may stand at the
            beginning of a sentence only with `names`.
        names: what begins with a capital within a sentence is taken for a name.
        inflected: the suffix -nya may follow.
        letters: one Vale rule a first letter; worth it for long tables of single words.
    """

    key: str
    check: str
    level: str
    message: str
    description: str
    replaces: bool = False
    any_case: bool = True
    names: bool = False
    inflected: bool = False
    letters: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One list.

    Attributes:
        file: from the root of the repository.
        model: what it holds.
        parts: what becomes of it.
    """

    file: PurePosixPath
    model: type[_List]
    parts: tuple[Part, ...]


_KBBI = "Dasar: KBBI VI, EYD V"
_PLAIN = "Dasar: UU 12/2011 Lampiran II butir 243"

TABLES: tuple[Table, ...] = (
    Table(
        PurePosixPath("styles/frasa.yml"),
        Phrases,
        (
            Part(
                "peringatan",
                "FrasaGanda",
                "warning",
                "Frasa '%[2]s' berlebihan: %[1]s.",
                f"Satu kata sudah cukup; kutipan boleh didiamkan dengan alasan. {_PLAIN}",
            ),
            Part(
                "saran",
                "FrasaPanjang",
                "suggestion",
                "Frasa '%[2]s' kurang lugas: %[1]s.",
                f"Pilih kata yang langsung menyebut maksudnya. {_PLAIN}",
            ),
            Part(
                "dinas",
                "FrasaDinas",
                "suggestion",
                "Frasa '%[2]s' kurang lugas: %[1]s.",
                f"Rumus surat keputusan tidak perlu dipakai dalam berita dan halaman layanan. {_PLAIN}",
            ),
            Part(
                "pola",
                "FrasaPola",
                "suggestion",
                "Pasangan kata '%[2]s' kurang tepat: %[1]s.",
                "Sesuaikan pasangan katanya. Dasar: EYD V, kebiasaan penyuntingan",
            ),
        ),
    ),
    Table(
        PurePosixPath("styles/inklusif.yml"),
        Terms,
        (
            Part(
                "peringatan",
                "Inklusif",
                "warning",
                "Sebutan '%[2]s' dapat merendahkan atau sudah ditinggalkan: %[1]s.",
                "Pakailah sebutan yang dipilih orangnya sendiri, atau yang dipakai undang-undang. "
                "Dasar: UU 8/2016, UU 11/2012, UU 12/2022, Pedoman Pemberitaan Dewan Pers",
                inflected=True,
            ),
        ),
    ),
    Table(
        PurePosixPath("styles/kata-baku.yml"),
        Words,
        (
            Part(
                "kesalahan",
                "KataBaku",
                "error",
                "Tulis %s, bukan '%s'.",
                f"Ganti kata itu; nama dan kutipan boleh didiamkan dengan alasan. {_KBBI}",
                replaces=True,
                inflected=True,
                letters=True,
            ),
            Part(
                "huruf_kecil",
                "KataKecil",
                "error",
                "Tulis %s, bukan '%s'.",
                f"Ganti kata itu; nama ditulis dengan huruf kapital. {_KBBI}",
                replaces=True,
                any_case=False,
                inflected=True,
            ),
            Part(
                "peringatan",
                "KataRagu",
                "warning",
                "Dalam tulisan resmi, pakailah %s, bukan '%s'.",
                f"Ganti kata itu, kecuali dalam nama, judul, atau kutipan. {_KBBI}",
                replaces=True,
                inflected=True,
                letters=True,
            ),
            Part(
                "saran",
                "KataPilih",
                "suggestion",
                "Bentuk %s lebih dianjurkan daripada '%s'.",
                f"Periksa maknanya dalam kalimat itu, lalu pilih. {_KBBI}",
                replaces=True,
                inflected=True,
            ),
        ),
    ),
    Table(
        PurePosixPath("styles/padanan.yml"),
        Foreign,
        (
            Part(
                "saran",
                "Padanan",
                "suggestion",
                "Kata asing '%[2]s' ada padanannya: %[1]s.",
                "Pakailah padanannya, atau tulis kata asing itu miring. "
                "Dasar: UU 24/2009 Pasal 30, Perpres 63/2019",
                any_case=False,
                names=True,
                inflected=True,
                letters=True,
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list, with the part and the file it stands in."""

    table: Table
    part: Part
    wrong: str
    right: str


def entries(root: Path) -> tuple[list[Entry], list[str]]:
    """Return all lines of all lists below `root`, and the phrases in which listed words are right.

    Raises:
        WordsError: a list is missing or broken; names line and key.
    """
    found: list[Entry] = []
    innocent: list[str] = []
    for table in TABLES:
        words = settings_file.load(root / table.file, table.file, table.model)
        innocent += words.kecuali
        for part in table.parts:
            found += (Entry(table, part, *pair) for pair in getattr(words, part.key).items())
    return found, innocent
