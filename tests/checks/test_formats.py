"""The formats, whole, with everything in them that must be escaped."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from jsonschema import Draft4Validator, FormatChecker

from conftest import OFFICE
from terbuka import __version__
from terbuka.checks.finding import Edit, Finding, Severity
from terbuka.checks.formats.escape import clipped, code, fenced, one_line, plain, printable
from terbuka.checks.formats.manner import PLAIN, Manner
from terbuka.checks.formats.registry import FORMATS
from terbuka.checks.registry import RULES
from terbuka.errors import Place, RuleBroken
from terbuka.text import quoted, text

FILE = "content/a,b:c.md"
LONG = "kata " * 30 + "salah" + " kata" * 30

FINDINGS = (
    Finding(
        "nik",
        Severity.ERROR,
        Place(PurePosixPath(FILE), 2, 5),
        text("This picture has no description."),
        text("Begin with what is seen."),
        "UU 27/2022 Pasal 65 ayat (2)",
    ),
    Finding(
        "alt-text",
        Severity.WARNING,
        Place(PurePosixPath(FILE), 3, 151),
        quoted("100%, {0} [ya](1)::\nsatu\r"),
        quoted("Ganti."),
        edit=Edit("salah", "betul"),
    ),
    Finding("alt-text", Severity.SUGGESTION, Place(PurePosixPath(FILE), 4, 2), quoted("A\x1b[2J"), quoted("B")),
    Finding("allow", Severity.ERROR, Place(PurePosixPath("content/tidak-ada.md"), 9, 9), quoted("C"), quoted("")),
)
"""Not what these rules say, but what a format must be able to take."""

TEXT = f"""\
{FILE}:2:5: kesalahan nik: Gambar ini tidak mempunyai keterangan. Mulailah dengan apa yang terlihat.
    2 | 本a salah
      |      ^

{FILE}:3:151: peringatan alt-text: 100%, {{0}} [ya](1)::\ufffdsatu\ufffd Ganti.
    3 | …{"kata " * 8}salah{" kata" * 11}…
      | {" " * 41}^

{FILE}:4:2: saran alt-text: A\ufffd[2J B
    4 | \ufffd[31m merah\ufffd
      |  ^

content/tidak-ada.md:9:9: kesalahan allow: C

"""

GITHUB = """\
::error file=content/a%2Cb%3Ac.md,line=2,col=5,title=nik::Gambar ini tidak mempunyai keterangan. \
Mulailah dengan apa yang terlihat.
::warning file=content/a%2Cb%3Ac.md,line=3,col=151,title=alt-text::100%25, {0} [ya](1)::%0Asatu%0A Ganti.
::notice file=content/a%2Cb%3Ac.md,line=4,col=2,title=alt-text::A\ufffd[2J B
::error file=content/tidak-ada.md,line=9,col=9,title=allow::C
"""

JSON = (
    "[\n"
    '{"rule": "nik", "severity": "error", "path": "content/a,b:c.md", "line": 2, "column": 5, '
    '"message": "Gambar ini tidak mempunyai keterangan.", '
    '"fix": "Mulailah dengan apa yang terlihat.", '
    '"source": "UU 27/2022 Pasal 65 ayat (2)"},\n'
    '{"rule": "alt-text", "severity": "warning", "path": "content/a,b:c.md", "line": 3, "column": 151, '
    '"message": "100%, {0} [ya](1)::\\nsatu\\r", '
    '"fix": "Ganti.", '
    '"source": ""},\n'
    '{"rule": "alt-text", "severity": "suggestion", "path": "content/a,b:c.md", "line": 4, "column": 2, '
    '"message": "A\\u001b[2J", '
    '"fix": "B", '
    '"source": ""},\n'
    '{"rule": "allow", "severity": "error", "path": "content/tidak-ada.md", "line": 9, "column": 9, '
    '"message": "C", '
    '"fix": "", '
    '"source": ""}\n'
    "]\n"
)

GITLAB = """\
[
  {
    "description": "Gambar ini tidak mempunyai keterangan. Mulailah dengan apa yang terlihat.",
    "check_name": "nik",
    "fingerprint": "MARK0",
    "severity": "blocker",
    "location": {
      "path": "content/a,b:c.md",
      "lines": {
        "begin": 2
      }
    }
  },
  {
    "description": "100%, {0} [ya](1):: satu Ganti.",
    "check_name": "alt-text",
    "fingerprint": "MARK1",
    "severity": "major",
    "location": {
      "path": "content/a,b:c.md",
      "lines": {
        "begin": 3
      }
    }
  },
  {
    "description": "A\ufffd[2J B",
    "check_name": "alt-text",
    "fingerprint": "MARK2",
    "severity": "info",
    "location": {
      "path": "content/a,b:c.md",
      "lines": {
        "begin": 4
      }
    }
  },
  {
    "description": "C",
    "check_name": "allow",
    "fingerprint": "MARK3",
    "severity": "critical",
    "location": {
      "path": "content/tidak-ada.md",
      "lines": {
        "begin": 9
      }
    }
  }
]
"""

MARKDOWN = """\
### ✋ Belum dapat terbit: 2 temuan harus diperbaiki

Perbaiki yang menghalangi, lalu kirim lagi; komentar ini akan diperbarui dengan sendirinya.

<details open><summary>Menghalangi penerbitan (2)</summary>

**Data pribadi** (1)

| Di mana | Apa | Yang perlu dilakukan | Aturan |
| --- | --- | --- | --- |
| `content/a,b:c.md:2` | Gambar ini tidak mempunyai keterangan. | Mulailah dengan apa yang terlihat. | \
[`nik`](https://uji.example/panduan/aturan/nik/)<br>UU 27/2022 Pasal 65 ayat \\(2\\) |

**Mendiamkan aturan** (1)

| Di mana | Apa | Yang perlu dilakukan | Aturan |
| --- | --- | --- | --- |
| `content/tidak-ada.md:9` | C |  | [`allow`](https://uji.example/panduan/aturan/allow/) |

</details>

<details><summary>Mohon dilihat (1)</summary>

**Aksesibilitas** (1)

| Di mana | Apa | Yang perlu dilakukan | Aturan |
| --- | --- | --- | --- |
| `content/a,b:c.md:3` | 100%, \\{0\\} \\[ya\\]\\(1\\):: satu | Ganti. | \
[`alt-text`](https://uji.example/panduan/aturan/alt-text/) |

</details>

<details><summary>Bisa lebih baik (1)</summary>

**Aksesibilitas** (1)

| Di mana | Apa | Yang perlu dilakukan | Aturan |
| --- | --- | --- | --- |
| `content/a,b:c.md:4` | A\ufffd\\[2J | B | [`alt-text`](https://uji.example/panduan/aturan/alt-text/) |

</details>
"""

DRAFT = (
    MARKDOWN.replace(
        """\
### ✋ Belum dapat terbit: 2 temuan harus diperbaiki

Perbaiki yang menghalangi, lalu kirim lagi; komentar ini akan diperbarui dengan sendirinya.

<details open><summary>Menghalangi penerbitan (2)</summary>
""",
        """\
### ✋ Ada data pribadi, padahal draf pun terbaca: 1 harus dihapus sekarang

Yang sudah dikirim dapat dibaca orang lain dan tersimpan dalam riwayat. Temuan lain boleh menunggu.

<details open><summary>Data pribadi: hapus sekarang (1)</summary>
""",
    )
    .replace(
        "\n\n**Mendiamkan",
        "\n\n</details>\n\n<details><summary>Belum perlu sekarang: perbaiki sebelum ditinjau (1)</summary>\n\n**Mendiamkan",
    )
    .replace("Mohon dilihat (1)", "Belum perlu sekarang: lihat nanti (1)")
    .replace("Bisa lebih baik (1)", "Belum perlu sekarang: bisa lebih baik (1)")
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with the file that the findings are about."""
    (tmp_path / "content").mkdir()
    (tmp_path / FILE).write_text(f"satu\n本a salah\n{LONG}\n\x1b[31m\tmerah\u202e\n", encoding="utf-8")
    (tmp_path / "office.yml").write_text(OFFICE, encoding="utf-8")
    return tmp_path


def rendered(name: str, root: Path, manner: Manner = PLAIN) -> str:
    return FORMATS[name].render(FINDINGS, root, "id", manner)


@pytest.mark.parametrize(
    ("name", "expected"), [("github", GITHUB), ("json", JSON), ("markdown", MARKDOWN), ("text", TEXT)]
)
def test_a_format(root: Path, name: str, expected: str) -> None:
    assert rendered(name, root) == expected


def test_a_draft_is_spared_all_but_personal_data(root: Path) -> None:
    assert rendered("markdown", root, Manner(draft=True)) == DRAFT
    gentle = FORMATS["markdown"].render(FINDINGS[1:2], root, "id", Manner(draft=True))
    assert gentle.split("\n\n")[:3] == [
        "### ✍️ Masih draf: belum ada yang perlu dikerjakan sekarang (1 catatan untuk nanti)",
        "Lanjutkan menulis. Tandai permintaan perubahan ini siap jika Anda ingin naskahnya ditinjau.",
        "<details><summary>Belum perlu sekarang: lihat nanti (1)</summary>",
    ]
    firm = FORMATS["markdown"].render(FINDINGS[1:2], root, "id")
    assert firm.split("\n\n")[:2] == [
        "### 👍 Tidak ada yang menghalangi; catatan untuk penyunting: 1",
        "<details><summary>Mohon dilihat (1)</summary>",
    ]


def test_gitlab(root: Path) -> None:
    shown = rendered("gitlab", root)
    marks = [item["fingerprint"] for item in json.loads(shown)]
    assert len(set(marks)) == len(marks)
    for number, mark in enumerate(marks):
        shown = shown.replace(mark, f"MARK{number}")
    assert shown == GITLAB


def sarif(root: Path, manner: Manner = PLAIN) -> dict[str, Any]:
    """The log, proved against the official schema."""
    log: dict[str, Any] = json.loads(rendered("sarif", root, manner))
    schema = json.loads((Path(__file__).parent / "schemas/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    assert log["$schema"] == schema["id"]
    assert [
        error.message for error in Draft4Validator(schema, format_checker=FormatChecker()).iter_errors(log)
    ] == []
    run: dict[str, Any] = log["runs"][0]
    return run


def location(uri: str, line: int, column: int) -> list[dict[str, Any]]:
    artifact = {"uri": uri, "uriBaseId": "%SRCROOT%"}
    region = {"startLine": line, "startColumn": column}
    return [{"physicalLocation": {"artifactLocation": artifact, "region": region}}]


def test_sarif(root: Path) -> None:
    run = sarif(root)
    driver = run["tool"].pop("driver")
    results = run.pop("results")
    assert run == {
        "tool": {},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": []}],
        "language": "id",
        "columnKind": "unicodeCodePoints",
    }
    assert [driver["rules"][result["ruleIndex"]]["id"] for result in results] == [f.rule for f in FINDINGS]
    marks = [result.pop("partialFingerprints")["primaryLocationLineHash"] for result in results]
    assert [mark[-2:] for mark in marks] == [":1"] * 4
    for result in results:
        del result["ruleIndex"]
    assert results == [
        {
            "ruleId": "nik",
            "level": "error",
            "message": {"text": "Gambar ini tidak mempunyai keterangan. Mulailah dengan apa yang terlihat."},
            "locations": location("content/a%2Cb%3Ac.md", 2, 5),
            "properties": {"source": "UU 27/2022 Pasal 65 ayat (2)"},
        },
        {
            "ruleId": "alt-text",
            "level": "warning",
            "message": {"text": "100%, {{0}} [ya]\N{ZERO WIDTH NON-JOINER}(1):: satu Ganti."},
            "locations": location("content/a%2Cb%3Ac.md", 3, 151),
            "fixes": [
                {
                    "description": {"text": "Ganti."},
                    "artifactChanges": [
                        {
                            "artifactLocation": {"uri": "content/a%2Cb%3Ac.md", "uriBaseId": "%SRCROOT%"},
                            "replacements": [
                                {
                                    "deletedRegion": {
                                        "startLine": 3,
                                        "startColumn": 151,
                                        "endLine": 3,
                                        "endColumn": 156,
                                    },
                                    "insertedContent": {"text": "betul"},
                                }
                            ],
                        }
                    ],
                }
            ],
        },
        {
            "ruleId": "alt-text",
            "level": "note",
            "message": {"text": "A\ufffd[2J B"},
            "locations": location("content/a%2Cb%3Ac.md", 4, 2),
        },
        {
            "ruleId": "allow",
            "level": "error",
            "message": {"text": "C"},
            "locations": location("content/tidak-ada.md", 9, 9),
        },
    ]


def test_sarif_describes_every_rule(root: Path) -> None:
    driver = sarif(root)["tool"]["driver"]
    rules = driver.pop("rules")
    assert driver == {"name": "Terbuka", "version": __version__, "language": "id"}
    assert [rule["id"] for rule in rules] == sorted([*RULES, "allow"])
    nik = next(rule for rule in rules if rule["id"] == "nik")
    page = nik.pop("help")
    assert page["markdown"] == page["text"]
    assert page["text"].startswith("# `nik`\n\n## Apa yang diperiksa\n\n")
    about = nik.pop("fullDescription")["text"]
    assert about[:60] == page["text"].split("\n\n")[2].replace("\n", " ").replace("`", "").replace("**", "")[:60]
    assert nik == {
        "id": "nik",
        "shortDescription": {"text": RULES["nik"].SUMMARY.say("id")},
        "helpUri": "https://uji.example/panduan/aturan/nik/",
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["privacy"], "problem.severity": "error", "source": RULES["nik"].SOURCE},
    }


def test_sarif_says_when_the_check_is_not_complete(root: Path) -> None:
    broken = RuleBroken(quoted("Aturan rusak."), quoted("Laporkan."), Place(PurePosixPath("content/x.md"), 7))
    manner = Manner(broken=(broken, RuleBroken(quoted("Vale {0}."), quoted("Pasang."))))
    assert sarif(root, manner)["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [
                {
                    "level": "error",
                    "message": {"text": "Aturan rusak. Laporkan."},
                    "locations": location("content/x.md", 7, 1),
                },
                {"level": "error", "message": {"text": "Vale {{0}}. Pasang."}},
            ],
        }
    ]
    assert rendered("markdown", root, manner).split("\n\n")[2:4] == [
        "> ⚠️ content/x.md:7:1: Aturan rusak. Laporkan.",
        "> ⚠️ Vale \\{0\\}. Pasang.",
    ]


@pytest.mark.parametrize("name", ["gitlab", "sarif"])
def test_a_finding_is_known_again_when_lines_have_moved(root: Path, name: str) -> None:
    def marks(line: int, copies: int) -> list[Any]:
        (root / "content/x.md").write_text("atas\n" * (line - 1) + "salah\n" * copies, encoding="utf-8")
        places = [Place(PurePosixPath("content/x.md"), line + copy, 1) for copy in range(copies)]
        found = [Finding("nik", Severity.ERROR, place, quoted("A"), quoted("B")) for place in places]
        value = json.loads(FORMATS[name].render(found, root, "id"))
        items = value["runs"][0]["results"] if name == "sarif" else value
        return [item.get("fingerprint") or item["partialFingerprints"] for item in items]

    (first,) = marks(1, 1)
    assert marks(40, 1) == [first]
    two = marks(5, 2)
    assert two[0] == first
    assert two[1] != first


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("github", ""),
        ("gitlab", "[]\n"),
        ("json", "[]\n"),
        ("markdown", "### ✅ Tidak ada catatan\n"),
        ("text", ""),
    ],
)
def test_nothing_was_found(root: Path, name: str, expected: str) -> None:
    assert FORMATS[name].render((), root, "id") == expected


def test_every_format_is_listed_once_in_order() -> None:
    render: list[Callable[..., str]] = [module.render for module in FORMATS.values()]
    assert (list(FORMATS), len(set(render))) == (["github", "gitlab", "json", "markdown", "sarif", "text"], 6)


def test_colours(root: Path) -> None:
    assert FORMATS["text"].render(FINDINGS[:1], root, "id", Manner(colour=True)) == (
        f"\x1b[1m{FILE}:2:5\x1b[0m: \x1b[1;31mkesalahan\x1b[0m \x1b[2mnik\x1b[0m: "
        "Gambar ini tidak mempunyai keterangan. Mulailah dengan apa yang terlihat.\n"
        "\x1b[2m    2 |\x1b[0m 本a salah\n"
        "\x1b[2m      |\x1b[0m      \x1b[1;31m^\x1b[0m\n\n"
    )


@pytest.mark.parametrize(
    ("terminal", "extra", "colour"),
    [
        (True, {}, "True"),
        (True, {"NO_COLOR": "1"}, "False"),
        (True, {"TERM": "dumb"}, "False"),
        (False, {}, "False"),
    ],
    ids=["terminal", "no-color", "dumb", "pipe"],
)
def test_who_gets_colours(tmp_path: Path, *, terminal: bool, extra: dict[str, str], colour: str) -> None:
    words = "import sys; from terbuka.console import Console; sys.stderr.write(str(Console('id').colour))"
    master, slave = pty.openpty()
    with (tmp_path / "out").open("w") as file:
        done = subprocess.run(
            [sys.executable, "-c", words],
            env={"TERM": "xterm", "PATH": os.environ["PATH"]} | extra,
            stdout=slave if terminal else file,
            stderr=subprocess.PIPE,
            text=True,
            check=True,
        )
    os.close(slave)
    os.close(master)
    assert done.stderr == colour


def test_a_table_has_an_end(root: Path) -> None:
    place = Place(PurePosixPath(FILE), 1)
    many = [Finding("style", Severity.ERROR, place, quoted("x" * 10**6), quoted("y"))] * 31
    shown = FORMATS["markdown"].render(many, root, "id")
    assert shown.count(f"| {'x' * 399}… | y |") == 30
    assert shown.endswith("|\n\n1 lagi ada di log.\n\n</details>\n")
    hostile = [Finding("style", Severity.ERROR, place, quoted("&" * 999), quoted("&" * 999))] * 30
    shown = FORMATS["markdown"].render(hostile, root, "id")
    assert shown.endswith("|\n\n27 lagi ada di log.\n\n</details>\n")


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_whose_name_is_no_text(root: Path, name: str) -> None:
    place = Place(PurePosixPath("content/\udcff\n.md"), 1)
    shown = FORMATS[name].render([Finding("nik", Severity.ERROR, place, quoted("A"), quoted("B"))], root, "id")
    assert shown.encode("utf-8").decode("utf-8") == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script\\>alert\\(1\\)&lt;/script\\>"),
        ("[x](javascript:alert)", "\\[x\\]\\(javascript:alert\\)"),
        ("a | b\n| c", "a \\| b \\| c"),
        ("@kota-contoh/hukum", "@\N{ZERO WIDTH NON-JOINER}kota\\-contoh/hukum"),
        ("https://jahat.example", "https:\N{ZERO WIDTH NON-JOINER}//jahat.example"),
        ("WWW.jahat.example", "WWW\N{ZERO WIDTH NON-JOINER}.jahat.example"),
        ("**tebal** `kode`", "\\*\\*tebal\\*\\* \\`kode\\`"),
        ("#12 &lt;", "\\#\N{ZERO WIDTH NON-JOINER}12 &amp;lt;"),
        ("a\x1b[2J\u202eb\x00", "a\ufffd\\[2J\ufffdb\ufffd"),
        ("x" * 10**6, "x" * 399 + "…"),
    ],
    ids=["html", "link", "table", "mention", "address", "www", "markup", "issue", "control", "long"],
)
def test_words_stay_words(words: str, shown: str) -> None:
    assert plain(words) == shown


def test_code_and_fences_cannot_be_left() -> None:
    assert code("a`b|c\nd") == "aʼb¦c d"
    assert fenced("```\n</details>\x1b") == "````text\n```\n</details>\ufffd\n````"


def test_lines() -> None:
    assert one_line("  a\tb \n c ", 9) == "a b c"
    assert clipped("abc def", 5) == "abc…"
    assert printable("a\tb\u2028c\udc80") == "a b\ufffdc\ufffd"
