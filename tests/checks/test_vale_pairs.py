"""The office's lists of words: in step with the Vale rules, read with their mistakes, turned into patterns and advice."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path, PurePosixPath

import pytest

from terbuka.checks import vale_dictionary, vale_pairs, vale_pattern, vale_tables
from terbuka.checks.vale_tables import TABLES, Part
from terbuka.errors import WordsError

ROOT = Path(__file__).parents[2]
PARTS = {part.check: part for table in TABLES for part in table.parts}


def test_the_rules_and_the_dictionary_are_in_step_with_the_lists() -> None:
    there = [*vale_pairs.generated(ROOT), vale_dictionary.WORDS]
    assert {path: (ROOT / path).read_text(encoding="utf-8") for path in there} == vale_pairs.files(ROOT)


def test_the_lists_hold_what_was_gathered() -> None:
    entries, _ = vale_tables.entries(ROOT)
    assert Counter(entry.table.file.name for entry in entries) >= Counter(
        {"frasa.yml": 200, "inklusif.yml": 80, "kata-baku.yml": 700, "padanan.yml": 290}
    )


def test_no_word_is_in_two_lists() -> None:
    entries, _ = vale_tables.entries(ROOT)
    count = Counter(entry.wrong.lower() for entry in entries)
    assert [word for word, times in count.items() if times > 1] == []


def test_what_is_right_is_nowhere_called_wrong_always() -> None:
    entries, _ = vale_tables.entries(ROOT)
    always = {entry.wrong for entry in entries if entry.part.level == "error"}
    assert [entry.right for entry in entries if entry.right in always] == []


def test_a_replacement_is_one_and_no_advice() -> None:
    entries, _ = vale_tables.entries(ROOT)
    replacing = [entry.right for entry in entries if entry.part.replaces and entry.part.level == "error"]
    assert [right for right in replacing if re.search(r"[|(…$]", right)] == []


def test_every_exception_is_one_of_a_listed_word() -> None:
    entries, innocent = vale_tables.entries(ROOT)
    words = [re.compile(rf"\b{re.escape(entry.wrong)}(?:nya)?\b", re.IGNORECASE) for entry in entries]
    assert [phrase for phrase in innocent if not any(word.search(phrase) for word in words)] == []


@pytest.mark.parametrize(
    ("right", "expected"),
    [
        ("untuk", "tulis 'untuk'"),
        ("agar | supaya", "tulis 'agar' atau 'supaya'"),
        ("a | b | c", "tulis 'a', 'b', atau 'c'"),
        ("segera (sebut tanggalnya)", "tulis 'segera' (sebut tanggalnya)"),
        ("Tionghoa (orang) | Tiongkok (negara)", "tulis 'Tionghoa' (orang) atau 'Tiongkok' (negara)"),
        ("(hapus frasa itu)", "hapus frasa itu"),
    ],
)
def test_advice(right: str, expected: str) -> None:
    assert vale_pattern.advice(right) == expected


@pytest.mark.parametrize(
    ("check", "wrong", "right", "innocent", "expected"),
    [
        ("KataBaku", "ijin", "izin", [], "ijin(nya)?"),
        ("KataBaku", "infra merah", "inframerah", [], "infra merah(nya)?"),
        ("KataBaku", "jum'at", "Jumat", [], "jum'at(nya)?"),
        ("KataBaku", "nampaknya", "tampaknya", [], "nampaknya"),
        ("KataKecil", "yg", "yang", [], "yg"),
        ("KataRagu", "dll", "dll.", [], r"dll(?!\.)"),
        (
            "KataRagu",
            "otorita",
            "otoritas",
            ["Otorita Nusantara", "lain"],
            r"(?!Otorita Nusantara\b)otorita(nya)?",
        ),
        ("Inklusif", "cacat", "disabilitas", ["barang cacat"], r"(?!(?<=\bbarang )cacat\b)cacat(?:-?nya)?"),
        ("Inklusif", "cacat", "disabilitas", ["cacatan", "cacat"], "cacat(?:-?nya)?"),
        ("Padanan", "link", "tautan", [], "(?:l|(?<=^|[.!?] )L)ink(?:-?nya)?"),
        ("Padanan", "FAQ", "tanya jawab", [], "FAQ"),
        (
            "Padanan",
            "user",
            "pengguna",
            ["Super user"],
            r"(?!(?i:(?<=\bSuper )user\b))(?:u|(?<=^|[.!?] )U)ser(?:-?nya)?",
        ),
        ("FrasaDinas", "dalam rangka", "untuk", [], "dalam rangka"),
        (
            "FrasaPola",
            "baik … ataupun",
            "baik … maupun",
            [],
            r"baik (?:(?:[^\s.,;:!?]|[.,:](?=\w))+ ){1,8}?ataupun",
        ),
        (
            "FrasaPola",
            "bukan …, tetapi",
            "bukan …, melainkan",
            [],
            r"bukan (?:(?:[^\s.,;:!?]|[.,:](?=\w))+,? ){1,8}?tetapi",
        ),
    ],
)
def test_patterns(check: str, wrong: str, right: str, innocent: list[str], expected: str) -> None:
    part: Part = PARTS[check]
    assert vale_pattern.pattern(part, wrong, right, innocent) == expected


SMALL = """\
# Dibuat dari styles/kata-baku.yml oleh python -m terbuka.checks.vale_pairs; jangan diubah dengan tangan.
extends: substitution
message: "Tulis %s, bukan '%s'."
description: "Ganti kata itu; nama dan kutipan boleh didiamkan dengan alasan. Dasar: KBBI VI, EYD V"
level: error
ignorecase: true
capitalize: true
action:
  name: replace
swap:
  'ijin(nya)?': 'izin$1'
  'infra merah(nya)?': 'inframerah$1'
"""

LISTS = {
    "styles/frasa.yml": "saran:\n  dalam rangka: untuk\n",
    "styles/inklusif.yml": "{}\n",
    "styles/kata-baku.yml": "kesalahan:\n  infra merah: inframerah\n  ijin: izin\n  jum'at: Jumat\n  yg: yang\n",
    "styles/padanan.yml": "saran:\n  link: tautan\n",
    "styles/kamus.txt": "# catatan\nluring\n\nposel  # surat\n",
    "styles/config/dictionaries/id_ID.dic": "3\nabdi/D0Dk\naci\nrumah/B0\n",
}


def office(root: Path, **changed: str) -> Path:
    """An office with small lists."""
    for name, words in {**LISTS, **changed}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words, encoding="utf-8")
    (root / vale_pairs.STYLE).mkdir(parents=True)
    return root


def test_small_lists_become_one_rule_a_letter_and_old_letters_go(tmp_path: Path) -> None:
    folder = office(tmp_path) / vale_pairs.STYLE
    (folder / "KataBakuZ.yml").write_text("usang", encoding="utf-8")
    (folder / "Rupiah.yml").write_text("tetap", encoding="utf-8")
    vale_pairs.write(tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == [
        "FrasaPanjang.yml",
        "KataBakuI.yml",
        "KataBakuJ.yml",
        "KataBakuY.yml",
        "PadananL.yml",
        "Rupiah.yml",
    ]
    assert (folder / "KataBakuI.yml").read_text(encoding="utf-8") == SMALL
    assert (folder / "KataBakuY.yml").read_text(encoding="utf-8").endswith("swap:\n  'yg': 'yang'\n")


def test_the_dictionary_has_the_stems_the_office_s_words_and_what_others_find(tmp_path: Path) -> None:
    vale_pairs.write(office(tmp_path))
    assert (tmp_path / vale_dictionary.WORDS).read_text(encoding="utf-8") == (
        "11\nabdi/AB\ndalam/C\nijin/C\ninfra/C\nlink/C\nluring/AB\nmerah/C\nposel/AB\nrangka/C\nrumah/AB\nyg/C\n"
    )


def test_a_broken_list_names_its_line(tmp_path: Path) -> None:
    with pytest.raises(WordsError) as raised:
        vale_pairs.files(office(tmp_path, **{"styles/kata-baku.yml": "kesalahan:\n  ijin: [izin]\n"}))
    assert raised.value.say("id") == (
        "styles/kata-baku.yml:2:3: “kesalahan.ijin” harus berupa teks; apit dengan tanda petik. "
        "Betulkan; “terbuka schema” menerangkan isinya."
    )
    assert raised.value.place is not None
    assert raised.value.place.path == PurePosixPath("styles/kata-baku.yml")
