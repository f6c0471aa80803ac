"""The rules of EYD V: what they leave to the office's lists, what they replace, sentences, days, abbreviations."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import hostile
import pytest
import yaml
from checking import check, context_of
from test_samples import open_sample

from conftest import OFFICE, news
from terbuka.checks import fix
from terbuka.checks.registry import RULES
from terbuka.checks.rule import Context
from terbuka.checks.rules.style import (
    abbreviations_explained,
    english_usage,
    headings,
    sentence_length,
    time_form,
    weekday,
)
from terbuka.errors import WordsError
from terbuka.words import library
from terbuka.words.document import Document

MakeRepo = Callable[[dict[str, str]], Path]
ROOT = Path(__file__).parents[2]
PAGE = "content/berita/2026/judul.md"
IN_PYTHON = (abbreviations_explained, english_usage, headings, sentence_length, time_form, weekday)
GRAMMAR = (
    "abbreviation-form", "address-pronoun", "bound-forms", "comma", "currency", "date-form", "degrees", "feast-names",
    "foreign-affixes", "numbers", "official-titles", "particle-pun-per", "percent", "preposition-di-ke",
    "proper-capitals", "ranges", "repeated-word", "spacing", "time-form", "units",
)  # fmt: skip
"""Rules for Indonesian that Vale checks, without those for headings."""


def styled(make_repo: MakeRepo, body: str) -> Path:
    root = make_repo({PAGE: news(body=body)})
    shutil.copytree(ROOT / "styles", root / "styles")
    shutil.copy(ROOT / ".vale.ini", root)
    return root


def found(root: Path, *rules: str) -> list[str]:
    """What rules say of the page, with the lines of its body counted from 1."""
    result = check(root, rules)
    assert result.broken == ()
    return [f"{f.place.line - 11}:{f.place.column} {f.message.say('id')}" for f in result.findings]


def test_no_word_of_the_office_s_lists_is_found_by_a_rule_of_grammar_as_well(make_repo: MakeRepo) -> None:
    lists = yaml.safe_load((ROOT / "styles/kata-baku.yml").read_text(encoding="utf-8"))
    words = [word for part in ("kesalahan", "huruf_kecil", "peringatan", "saran") for word in lists[part]]
    assert len(words) > 500
    assert found(styled(make_repo, "\n\n".join(f"Kata {word} itu." for word in words)), *GRAMMAR) == []


@pytest.mark.parametrize("name", [*GRAMMAR, "headings", "repeated-word", "spacing"])
def test_a_safe_replacement_leaves_nothing_to_replace(name: str, tmp_path: Path) -> None:
    root = open_sample(name, tmp_path / "repo")
    context = context_of(root)
    bodies = {document.path: document.body_line for document in context.library.documents}
    for _ in range(2):  # two faults may overlap; the second is then replaced in the second turn
        for fixed in fix.plan(root, check(root, [name]).findings, bodies):
            fix.write(root, fixed)
    assert [
        (finding.place, finding.edit)
        for finding in check(root, [name]).findings
        if finding.edit and finding.place.line >= bodies[finding.place.path]
    ] == []


WORDS = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh"


@pytest.mark.parametrize(
    ("body", "lengths"),
    [
        (f"{WORDS} {WORDS} {WORDS}.", [30]),
        (f"{WORDS} {WORDS}. {WORDS.capitalize()} {WORDS}.", []),
        (f"{WORDS} {WORDS} seharga Rp1.000.000,00 pada pukul 08.00 WIB.", [25 + 1]),
        (f"{WORDS} {WORDS} di Jl. Merdeka No. 5 RT 02.", [27]),
        (f"{WORDS} {WORDS} oleh Dr. Siti Aminah, S.H., M.H. di balai.", [28]),
        (f"{WORDS} {WORDS}: satu, dua, tiga, empat, lima!", []),
        (f"- {WORDS} {WORDS}\n- {WORDS} {WORDS}\n", []),
        (f"| {WORDS} | {WORDS} | {WORDS} |\n|---|---|---|\n", []),
        (f"## {WORDS} {WORDS} {WORDS}\n", []),
        (f"# Judul\n{WORDS} {WORDS} {WORDS}\n", [30]),
        (f"> {WORDS} {WORDS} {WORDS}\n", []),
        (f"`{WORDS} {WORDS} {WORDS}`\n", []),
        (f"![{WORDS} {WORDS} {WORDS}](gambar/a.png)\n", []),
        (f"<!-- {WORDS} {WORDS} {WORDS} -->\n", []),
        (f"{WORDS} [{WORDS}](https://uji.example/{'x' * 90}) {WORDS}", [30]),
        (f"{WORDS} {WORDS} – {WORDS[:15]} – / – : – – – – –.", []),
        (f"{WORDS} {WORDS} {WORDS} {WORDS}.", [40]),
    ],
)
def test_sentences_are_cut_where_readers_breathe(make_repo: MakeRepo, body: str, lengths: list[int]) -> None:
    findings = check(make_repo({PAGE: news(body=body)}), ["sentence-length"]).findings
    assert [dict(f.message.values)["count"] for f in findings] == lengths
    assert [f.severity.value for f in findings] == ["error" if length > 35 else "warning" for length in lengths]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Senin, 23 November 2026.", []),
        ("Minggu, 23 November 2026.", ["1:1 Pada tahun 2026, 23 November jatuh pada hari Senin, bukan Minggu."]),
        ("Hari Minggu 23 November.", ["1:6 Pada tahun 2026, 23 November jatuh pada hari Senin, bukan Minggu."]),
        ("Jumat, 1 Januari.", []),  # 2027 is nearer than 2026
        ("Kamis, 1 Januari.", ["1:1 Pada tahun 2027, 1 Januari jatuh pada hari Jumat, bukan Kamis."]),
        ("Selasa, 1 Juni.", []),  # half a year away: nobody can say of which year
        ("Sabtu dan Minggu, 28 November 2026.", []),
        ("Sabtu–Minggu, 28 November 2026.", []),
        ("Kamis, 29 Februari 2024.", []),
        ("Kamis, 29 Februari 2027.", ["1:8 Tanggal “29 Februari 2027” tidak ada."]),
        ("Tanggal 29 Februari.", []),
        ("Tanggal 31 April.", ["1:9 Tanggal “31 April” tidak ada."]),
        ("Pasal 31.31 April dan 131 April.", []),
    ],
)
def test_days_and_dates_fit(make_repo: MakeRepo, body: str, expected: list[str]) -> None:
    assert found(make_repo({PAGE: news(body=body)}), "weekday") == expected


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Kepada BPBD.", ["BPBD"]),
        ("Kepada BPBD, lalu BPBD (badan penanggulangan bencana daerah).", ["BPBD"]),
        ("Badan Penanggulangan Bencana Daerah (BPBD) dan BPBD.", []),
        ("BPBD (Badan Penanggulangan Bencana Daerah) dan BPBD.", []),
        ("*Work in Progress* (WIP) dan “WIP” (*Work in Progress*).", []),
        ("Pos itu disebut BPBD. Kata orang, BPBD siaga.", []),
        ("BPBD adalah badan daerah.", []),
        ("**BPBD:** badan daerah.", []),
        ("Badan daerah atau BPBD.", []),
        ("KTP atau BPBD.", ["KTP", "BPBD"]),
        ("[halaman BPBD](a.md) dan [BPBD][a].", []),
        ("[halaman BPBD](a.md). Kepada BPBD.", ["BPBD"]),
        ("Bab XIV, II, dan CIV.", ["CIV"]),
        ("A4, H5N1, B-52, RT/RW, BPBD.md, BPBD@uji.example, @BPBD, #BPBD, x.BPBD.", []),
        ("BPBD-nya siaga.", ["BPBD"]),
        ("PERHATIAN SEMUA WARGA", []),
        ("## BPBD\n\n| BPBD |\n|---|\n\n`BPBD`", []),
    ],
)
def test_abbreviations_are_explained_once(make_repo: MakeRepo, body: str, names: list[str]) -> None:
    findings = check(make_repo({PAGE: news(body=body)}), ["abbreviations-explained"]).findings
    assert [dict(f.message.values)["name"] for f in findings] == names


def test_the_office_says_which_abbreviations_are_known(make_repo: MakeRepo) -> None:
    root = make_repo({PAGE: news(body="BPBD dan BPS."), "styles/singkatan.yml": "dikenal:\n  daerah: [BPBD]\n"})
    assert found(root, "abbreviations-explained") == ["1:10 “BPS” belum dijelaskan pada penyebutan pertamanya."]


def test_a_broken_list_of_abbreviations_breaks_the_check(make_repo: MakeRepo) -> None:
    root = make_repo({PAGE: news(body="BPBD."), "styles/singkatan.yml": "dikenal: [BPBD]\n"})
    result = check(root, ["abbreviations-explained"])
    assert [failure.place and str(failure.place.path) for failure in result.broken] == ["styles/singkatan.yml"]
    assert isinstance(result.broken[0], WordsError)


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    root = tmp_path_factory.mktemp("kantor")
    (root / "office.yml").write_text(OFFICE, encoding="utf-8")
    return context_of(root)


def written(context: Context, whole: str, suffix: str) -> Document:
    file = context.root / PurePosixPath(PAGE).with_suffix(suffix)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(whole, encoding="utf-8", errors="replace")
    (document,) = library.load(context.root, context.office, [PurePosixPath(PAGE).with_suffix(suffix)]).documents
    return document


PIECES = (
    *hostile.PIECES, "Senin, 22 November ", "KTP ", "KTP (", "(KTP", "**KTP", ":00", "pukul 08.00 ", "Ministry of Finance ",
    "Law Number 1 of 2020 on Aa ", "Undang-Undang Aa ", "a@", "*a ", "_a ",
)  # fmt: skip


@pytest.mark.parametrize("suffix", [".md", ".en.md"])
@pytest.mark.parametrize("piece", PIECES)
def test_a_long_hostile_text_comes_to_an_end(context: Context, piece: str, suffix: str) -> None:
    document = written(context, news(body=piece * (20_000 // len(piece)) + "!"), suffix)
    for rule in IN_PYTHON:
        assert RULES[rule.ID] is rule
        assert all(finding.place.line > 0 for finding in rule.check_document(document, context))
