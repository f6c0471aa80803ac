"""What the rules about attachments find in real files, where they say it, and that no file breaks them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

import attachment_files as files
import pytest
from checking import NOW, check
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import OFFICE, commit_all, news
from terbuka import office
from terbuka.checks import changes
from terbuka.checks.attachments import package, reading, registry
from terbuka.checks.attachments.reading import LARGEST, Part, Reading, UnreadableError
from terbuka.checks.attachments.registry import READERS
from terbuka.checks.registry import RULES
from terbuka.checks.rule import Context
from terbuka.checks.rules.privacy import file_content, image_metadata, pdf_content, spreadsheet_content
from terbuka.checks.run import run
from terbuka.words import library, register

MakeRepo = Callable[[dict[str, str]], Path]
RULE_MODULES = (file_content, image_metadata, pdf_content, spreadsheet_content)
NEWS = "content/berita/2026/a.md"


def findings(root: Path, *only: str) -> list[tuple[str, str, str]]:
    """Where, how much, and what the rules find, in English."""
    result = check(root, only or [rule.ID for rule in RULE_MODULES])
    assert result.broken == ()
    return [(str(found.place), found.severity.value, found.message.say("en")) for found in result.findings]


def put(root: Path, contents: Mapping[str, bytes]) -> None:
    """Write binary files below `root`."""
    for name, content in contents.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An office with nothing in it."""
    (tmp_path / "office.yml").write_text(OFFICE, encoding="utf-8")
    return tmp_path


def found_in(root: Path, name: str, content: bytes) -> list[tuple[str, str]]:
    """What is found in one file that a document links to."""
    link = quote(name)
    put(root, {NEWS: news(body=f"[Berkas](../../{link})").encode(), f"content/{name}": content})
    return sorted((severity, message) for place, severity, message in findings(root) if place == f"{NEWS}:12:10")


BROKEN = "“{0}” is broken, or not what its name says, and could not be checked."
LOCKED = "“{0}” is locked with a password and could not be checked."


def test_every_kind_of_file_belongs_to_one_rule() -> None:
    endings = [ending for rule in RULE_MODULES for ending in rule.SUFFIXES]
    assert sorted(endings) == sorted(READERS)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.jpg", files.picture(gps=files.GPS), [("error", "“a.jpg” says by GPS where the picture was taken.")]),
        (
            "a.webp",
            files.picture("WEBP", gps=files.GPS),
            [("error", "“a.webp” says by GPS where the picture was taken.")],
        ),
        ("a.jpg", files.picture(gps={0: b"\2\3\0\0", 2: (0.0, 0.0, 0.0), 4: (0.0, 0.0, 0.0)}), []),
        (
            "a.jpg",
            files.picture(exif={0x9C9D: "Pegawai Contoh".encode("utf-16-le")}),
            [("warning", "“a.jpg” names a person who worked on it: “Pegawai Contoh”.")],
        ),
        ("a.jpg", files.picture(exif={0x013B: "Dinas Komunikasi"}), []),
        ("a.jpg", files.picture(exif={0x013B: "PEMERINTAH KOTA UJI"}), []),
        ("a.jpg", files.picture(exif={0x013B: "Microsoft Office User"}), []),
        (
            "a.jpg",
            files.picture(exif={0x010E: f"Pemohon, NIK {files.NIK}"}),
            [("error", "Residents' numbers (NIK) stand in “a.jpg”: 1, the first at a.jpg.")],
        ),
        (
            "a.jpg",
            files.picture(details={0x9286: b"ASCII\0\0\0hubungi 081234567890"}),
            [("error", "Mobile numbers that are not the office's stand in “a.jpg”: 1, the first at a.jpg.")],
        ),
        (
            "a.jpg",
            files.iptc(files.picture(), {80: "Pemotret Contoh"}),
            [("warning", "“a.jpg” names a person who worked on it: “Pemotret Contoh”.")],
        ),
        (
            "a.jpg",
            files.picture(xmp=files.XMP.format(attributes='aux:SerialNumber="000123"', elements="")),
            [
                (
                    "warning",
                    "“a.jpg” holds the serial number of the camera, by which other pictures of its owner are found.",
                )
            ],
        ),
        (
            "a.png",
            files.picture("PNG", words={"Author": "Pegawai Contoh"}),
            [("warning", "“a.png” names a person who worked on it: “Pegawai Contoh”.")],
        ),
        ("a.png", files.picture("PNG")[:30], [("error", BROKEN.format("a.png"))]),
        ("a.gif", files.picture("GIF"), []),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><text>Balai kota</text></svg>", []),
        (
            "a.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg' xmlns:i='urn:i' i:path='C:\\Users\\Pegawai Contoh\\a.png'/>",
            [("warning", "“a.svg” names a person who worked on it: “Pegawai Contoh”.")],
        ),
        (
            "a.svg",
            b"<!DOCTYPE svg [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><svg>&b;</svg>",
            [
                (
                    "error",
                    "“a.svg” defines entities of its own, as files do that are made to harm; it could not be checked.",
                )
            ],
        ),
        ("a.svg", b"<svg", [("error", BROKEN.format("a.svg"))]),
        (
            "foto ktp.jpg",
            files.picture(),
            [
                (
                    "warning",
                    "The name “foto ktp.jpg” says that it shows somebody's papers, or a list that people have signed.",
                )
            ],
        ),
        ("layanan-ktp.jpg", files.picture(), []),
    ],
)
def test_pictures(root: Path, name: str, content: bytes, expected: list[tuple[str, str]]) -> None:
    assert found_in(root, name, content) == sorted(expected)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (files.pdf("Layanan buka."), []),
        (
            files.pdf("Satu", f"NIK {files.NIK}", f"NIK {files.NIK} dan 3201085211900002"),
            [("error", "Residents' numbers (NIK) stand in “a.pdf”: 2, the first at a.pdf#page=2.")],
        ),
        (
            files.pdf("Daftar NIK warga", files.NIK),
            [("error", "Residents' numbers (NIK) stand in “a.pdf”: 1, the first at a.pdf#page=2.")],
        ),
        (
            files.pdf(files.NIK),
            [("warning", "“a.pdf” seems to hold residents' numbers (NIK): 1, the first at a.pdf#page=1.")],
        ),
        (
            files.pdf("Layanan", about={"/Subject": f"Hubungi {files.PHONE}"}),
            [("error", "Mobile numbers that are not the office's stand in “a.pdf”: 1, the first at a.pdf.")],
        ),
        (
            files.pdf("Layanan", note=f"NIK {files.NIK}"),
            [
                ("error", "Residents' numbers (NIK) stand in “a.pdf”: 1, the first at a.pdf#page=1."),
                ("warning", "Comments that people left while they worked are still in “a.pdf”: 1."),
            ],
        ),
        (files.pdf("NIP 199001012015031001\nNIP 199101012015031001"), []),
        (
            files.pdf("NIP 199001012015031001\n199101012015031001\n199201012015031001"),
            [("warning", "“a.pdf” lists numbers of civil servants (NIP): 3, the first at a.pdf#page=1.")],
        ),
        (files.pdf("Layanan", password="rahasia"), [("error", LOCKED.format("a.pdf"))]),
        (files.pdf("Layanan", owner="pemilik"), []),
        (
            files.pdf("Layanan", "", "", scanned=(2, 3)),
            [
                (
                    "warning",
                    "Pages of “a.pdf” are pictures without text, first page 2: numbers on them are not found, and nobody "
                    "can search them.",
                )
            ],
        ),
        (files.pdf("Layanan")[:200], [("error", BROKEN.format("a.pdf"))]),
        (b"", [("error", BROKEN.format("a.pdf"))]),
    ],
)
def test_pdf(root: Path, content: bytes, expected: list[tuple[str, str]]) -> None:
    assert found_in(root, "a.pdf", content) == sorted(expected)


PEOPLE = [["Nama", "NIK"], ["Warga Contoh", files.NIK]]
FIGURES: list[list[Any]] = [["Kelurahan", "Penduduk"], ["Contoh", 12500]]
OPEN_ROW = "<table:table-row><table:table-cell><text:p>{0}</text:p></table:table-cell></table:table-row>"


def open_sheet(inside: str) -> bytes:
    """A spreadsheet of LibreOffice with one sheet."""
    return files.open_document(
        f'<office:spreadsheet><table:table table:name="Data">{inside}</table:table></office:spreadsheet>'
    )


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.xlsx", files.workbook(FIGURES), []),
        ("a.xlsx", files.workbook(PEOPLE), [("error", "Residents' numbers (NIK) stand in “a.xlsx”: 1, the first at a.xlsx#Data!B2.")]),
        (
            "a.xlsx",
            files.workbook([["Nama", "NIK"], ["Warga Contoh", int(files.NIK)]]),
            [("error", "Residents' numbers (NIK) stand in “a.xlsx”: 1, the first at a.xlsx#Data!B2.")],
        ),
        (
            "a.xlsx",
            files.workbook([["Rekap"], [], ["Nama", "", "No. KK"], ["Warga Contoh", None, "3201081211200001"]]),
            [("error", "Numbers of family cards (KK) stand in “a.xlsx”: 1, the first at a.xlsx#Data!C4.")],
        ),
        (
            "a.xlsx",
            files.workbook(FIGURES, hidden_sheet=PEOPLE),
            [
                ("error", "Residents' numbers (NIK) stand in “a.xlsx”: 1, the first at a.xlsx#Lama!B2."),
                ("warning", "The sheet “Lama” of “a.xlsx” is hidden and has content."),
            ],
        ),
        (
            "a.xlsx",
            files.workbook(FIGURES, comment=f"Tanya {files.PHONE}"),
            [
                ("error", "Mobile numbers that are not the office's stand in “a.xlsx”: 1, the first at a.xlsx#Data."),
                ("warning", "Comments at cells of the sheet “Data” are still in “a.xlsx”: 1."),
            ],
        ),
        (
            "a.xlsx",
            files.workbook([list(range(30))], hidden_columns=[chr(65 + number) for number in range(12)]),
            [("warning", "Hidden columns of the sheet “Data” in “a.xlsx” have content: A–L.")],
        ),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", [("error", "“a.xlsx” is locked with a password or in an old format, and could not be checked.")]),
        ("a.xlsx", files.archive({"a.xml": "<a/>"}), [("error", BROKEN.format("a.xlsx"))]),
        ("a.xlsx", files.workbook(FIGURES)[:300], [("error", BROKEN.format("a.xlsx"))]),
        ("a.csv", b"Nama,Surel\nWarga,warga.contoh@gmail.com\n", [("warning", "“a.csv” holds private e-mail addresses: 1, the first at a.csv#B2.")]),
        ("a.csv", "\ufeffNama;NIK\r\nWarga;".encode() + files.NIK.encode(), [("error", "Residents' numbers (NIK) stand in “a.csv”: 1, the first at a.csv#B2.")]),
        ("a.tsv", f"Nama\tNIK\nWarga\t{files.NIK}\n".encode("utf-16"), [("error", "Residents' numbers (NIK) stand in “a.tsv”: 1, the first at a.tsv#B2.")]),
        ("a.csv", b"", []),
        ("a.ods", open_sheet(OPEN_ROW.format("Kelurahan")), []),
        (
            "a.ods",
            open_sheet(OPEN_ROW.format("NIK") + '<table:table-row table:number-rows-repeated="9"/>' + OPEN_ROW.format(files.NIK)),
            [("error", "Residents' numbers (NIK) stand in “a.ods”: 1, the first at a.ods#Data!A11.")],
        ),
        (
            "a.ods",
            open_sheet('<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
                       '<table:table-row table:visibility="filter"><table:table-cell table:number-columns-repeated="3"><text:p>1</text:p>'
                       "</table:table-cell></table:table-row>"),
            [
                ("warning", "Hidden columns of the sheet “Data” in “a.ods” have content: C."),
                ("warning", "Hidden rows of the sheet “Data” in “a.ods” have content: 1."),
            ],
        ),
        (
            "a.ods",
            open_sheet("<table:table-row><table:table-cell><office:annotation><text:p>Catatan</text:p></office:annotation><text:p>1</text:p>"
                       "</table:table-cell></table:table-row>"),
            [("warning", "Comments at cells of the sheet “Data” are still in “a.ods”: 1.")],
        ),
        ("a.xls", b"", [("error", "“a.xls” is in an old format that could not be checked.")]),
    ],
)  # fmt: skip
def test_spreadsheets(root: Path, name: str, content: bytes, expected: list[tuple[str, str]]) -> None:
    assert found_in(root, name, content) == sorted(expected)


COMMENTS = '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment><w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:comment></w:comments>'


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.docx", files.document(files.paragraph("Layanan buka.")), []),
        (
            "a.docx",
            files.document("<w:tbl><w:tr><w:tc>" + files.paragraph("NIK") + "</w:tc></w:tr><w:tr><w:tc>" + files.paragraph(files.NIK)
                           + "</w:tc></w:tr></w:tbl>"),
            [("error", "Residents' numbers (NIK) stand in “a.docx”: 1, the first at a.docx.")],
        ),
        (
            "a.docx",
            files.document(files.paragraph("Layanan"), **{"word/comments.xml": COMMENTS.format(f"Tanya {files.PHONE}")}),
            [
                ("error", "Mobile numbers that are not the office's stand in “a.docx”: 1, the first at a.docx."),
                ("warning", "Comments that people left while they worked are still in “a.docx”: 1."),
            ],
        ),
        ("a.docx", files.document("<w:p>" * 3000 + "</w:p>" * 3000), []),
        ("a.docx", files.archive({"lain.xml": "<a/>"}), [("error", BROKEN.format("a.docx"))]),
        ("a.docx", files.archive({"word/document.xml": "<a"}), [("error", BROKEN.format("a.docx"))]),
        ("a.odt", files.open_document("<office:text>" + "<text:list>" * 3000 + "</text:list>" * 3000 + "</office:text>"), []),
        (
            "a.odt",
            files.open_document("<office:text><text:tracked-changes><text:changed-region/></text:tracked-changes><text:p>A"
                                "<office:annotation><text:p>B</text:p></office:annotation></text:p></office:text>", author="Pegawai Contoh"),
            [
                ("warning", "Comments that people left while they worked are still in “a.odt”: 1."),
                ("warning", "“a.odt” names a person who worked on it: “Pegawai Contoh”."),
                ("warning", "“a.odt” remembers its changes: deleted words can be read, with the names of those who deleted them."),
            ],
        ),
        ("a.pptx", files.slides("Layanan", f"NIK {files.NIK}"), [("error", "Residents' numbers (NIK) stand in “a.pptx”: 1, the first at a.pptx.")]),
        ("a.txt", f"Hubungi {files.PHONE}".encode("cp1252"), [("error", "Mobile numbers that are not the office's stand in “a.txt”: 1, the first at a.txt.")]),
        ("a.vcf", b"TEL:+6281234567890\nEMAIL:warga@gmail.com\n", [
            ("error", "Mobile numbers that are not the office's stand in “a.vcf”: 1, the first at a.vcf."),
            ("warning", "“a.vcf” holds private e-mail addresses: 1, the first at a.vcf."),
        ]),
        ("a.geojson", b'{"coordinates": [107.619123456789, -6.917512345678]}', []),
        ("a.ppt", b"", [("error", "“a.ppt” is in an old format that could not be checked.")]),
    ],
)  # fmt: skip
def test_texts(root: Path, name: str, content: bytes, expected: list[tuple[str, str]]) -> None:
    assert found_in(root, name, content) == sorted(expected)


def test_a_locked_archive_cannot_be_looked_into() -> None:
    data = bytearray(files.document(files.paragraph("Layanan")))
    for sign, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(sign)
        data[at + offset] |= 1
    with pytest.raises(UnreadableError) as failure:
        registry.read(".docx", bytes(data))
    assert failure.value.what.key == LOCKED.replace("{0}", "{file}")


def test_a_small_archive_that_would_fill_the_memory_is_not_unpacked() -> None:
    bomb = files.archive({"word/document.xml": b" " * (package.LARGEST_PART + 1)})
    assert len(bomb) < 50_000
    for ending in (".docx", ".ods", ".pptx", ".xlsx"):
        with pytest.raises(UnreadableError) as failure:
            registry.read(ending, bomb)
        assert failure.value.what.key == "“{file}” is too large to be checked."


def test_a_file_that_is_too_large_is_not_read(root: Path) -> None:
    put(root, {NEWS: news(body="[Berkas](../../a.pdf)").encode()})
    with (root / "content/a.pdf").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert findings(root) == [(f"{NEWS}:12:10", "error", "“a.pdf” is too large to be checked.")]


GUILTY = files.picture(gps=files.GPS)
SAYS = "“a.jpg” says by GPS where the picture was taken."


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("![Foto](../../a.jpg)", ["12:9"]),
        ('<img src="../../a.jpg" alt="Foto">', ["12:1"]),
        ("[Foto][f]\n\n[f]: ../../a.jpg", ["14:6"]),
        ("[Foto](../../a.jpg#x) dan [foto](../../a.jpg)", ["12:8"]),
        ("[Foto](../../a%2Ejpg)", ["12:8"]),
        ("Tidak ada.\n\n`../../a.jpg`", []),
        ("[Foto](https://uji.example/a.jpg)", []),
        ("[Foto](/content/a.jpg)", []),
        ("[Foto](../../../../../../etc/passwd)", []),
    ],
)
def test_it_is_said_at_the_first_link_of_a_document_or_at_the_file(
    root: Path, body: str, places: list[str]
) -> None:
    put(root, {NEWS: news(body=body).encode(), "content/a.jpg": GUILTY})
    where = [f"{NEWS}:{place}" for place in places] or ["content/a.jpg:1:1"]
    assert findings(root) == [(place, "error", SAYS) for place in where]


def test_every_document_that_links_to_a_file_hears_of_it(root: Path) -> None:
    other = "content/berita/2026/b.md"
    text = news(body="![Foto](../../a.jpg)").encode()
    put(root, {NEWS: text, other: text, "content/a.jpg": GUILTY})
    assert findings(root) == [(f"{NEWS}:12:9", "error", SAYS), (f"{other}:12:9", "error", SAYS)]


def test_a_shared_block_is_told_of_where_it_is_put_in(root: Path) -> None:
    put(
        root,
        {
            NEWS: news(body='Teks.\n\n--8<-- "content/_bagian/foto.md"').encode(),
            "content/_bagian/foto.md": b"![Foto](../../a.jpg)\n",
            "content/a.jpg": GUILTY,
        },
    )
    assert findings(root) == [(f"{NEWS}:14:1", "error", SAYS)]


def test_a_file_without_a_link_is_told_of_by_itself(root: Path) -> None:
    put(
        root,
        {
            NEWS: news().encode(),
            "site/assets/a.jpg": GUILTY,
            "policies/b.JPG": GUILTY,
            "site/overrides/c.jpg": GUILTY,
        },
    )
    assert findings(root) == [
        ("policies/b.JPG:1:1", "error", "“b.JPG” says by GPS where the picture was taken."),
        ("site/assets/a.jpg:1:1", "error", SAYS),
    ]


def test_who_checks_one_document_hears_nothing_of_other_files(root: Path) -> None:
    other = "content/berita/2026/b.md"
    put(
        root,
        {
            NEWS: news().encode(),
            other: news(body="![Foto](../../a.jpg)").encode(),
            "content/a.jpg": GUILTY,
            "content/c.jpg": GUILTY,
        },
    )
    names = [rule.ID for rule in RULE_MODULES]
    assert check(root, names, [NEWS]).findings == ()
    assert [str(found.place) for found in check(root, names, [other]).findings] == [f"{other}:12:9"]


def test_a_change_is_told_of_the_files_that_it_touches(make_repo: MakeRepo) -> None:
    root = make_repo({NEWS: news(), "content/alt.txt": "Teks."})
    put(root, {"content/lama.jpg": GUILTY})
    commit_all(root)
    put(root, {"content/a.jpg": GUILTY})
    commit_all(root)
    settings_of = office.load(root)
    nothing = library.load(root, settings_of, [])
    touched = changes.since(root, "HEAD~1").paths
    context = Context(
        root, settings_of, library.load(root, settings_of), partial(register.load, root), NOW, touched=touched
    )
    found = run(nothing.documents, context, {"image-metadata": RULES["image-metadata"]}).findings
    assert [str(finding.place) for finding in found] == ["content/a.jpg:1:1"]


def test_a_name_that_the_document_gives_is_no_secret(root: Path) -> None:
    picture = files.picture(exif={0x013B: "Pemotret Contoh"})
    put(
        root, {NEWS: news(body="![Foto](../../a.jpg)\n\nFoto: Pemotret Contoh").encode(), "content/a.jpg": picture}
    )
    assert findings(root) == []


def test_it_is_silenced_at_the_link(root: Path) -> None:
    allow = "<!-- allow: image-metadata karena tempat umum -->"
    put(root, {NEWS: news(body=f"![Foto](../../a.jpg) {allow}").encode(), "content/a.jpg": GUILTY})
    assert findings(root) == []


def test_the_offices_own_contacts_may_stand_in_a_file(root: Path) -> None:
    settings_file = root / "office.yml"
    own = 'contacts: {phones: ["(021) 555-0100"], whatsapp: ["0812-3456-7890"], bank_accounts: ["123-456-7890"]}'
    settings_file.write_text(
        OFFICE.replace('contacts: {phones: ["(021) 555-0100"], emails: [halo@uji.example]}', own), encoding="utf-8"
    )
    assert found_in(root, "a.txt", f"WhatsApp {files.PHONE}, rekening 1234567890".encode()) == []


def test_cells_are_named_as_spreadsheets_do() -> None:
    part = Part("| a | b |\n| c | d |", "Data", (2, 7))
    assert [part.where(offset) for offset in (2, 6, 12, 16)] == ["Data!A2", "Data!B2", "Data!A7", "Data!B7"]
    assert [reading.letters(number) for number in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


HONEST = {
    ".docx": files.document(files.paragraph("NIK " + files.NIK), author="Pegawai Contoh"),
    ".jpg": files.picture(
        gps=files.GPS, exif={0x013B: "Pegawai Contoh"}, xmp=files.XMP.format(attributes="", elements="")
    ),
    ".ods": open_sheet(OPEN_ROW.format("Kelurahan")),
    ".odt": files.open_document("<office:text><text:p>A</text:p></office:text>"),
    ".pdf": files.pdf("Layanan", note="Catatan", about={"/Author": "Pegawai Contoh"}),
    ".png": files.picture("PNG", words={"Comment": "Catatan"}),
    ".pptx": files.slides("Layanan"),
    ".svg": b"<svg xmlns='http://www.w3.org/2000/svg'><text>Balai kota</text></svg>",
    ".tiff": files.picture("TIFF", exif={0x013B: "Pegawai Contoh"}),
    ".webp": files.picture("WEBP", gps=files.GPS),
    ".xlsx": files.workbook(PEOPLE),
}


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(HONEST)), st.data())
def test_no_damage_breaks_a_reader(ending: str, data: st.DataObject) -> None:
    """Bytes are replaced, taken out or doubled; a reader reads, or says that it cannot."""
    content = bytearray(HONEST[ending])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        length = data.draw(st.integers(0, 40))
        content[at : at + length] = data.draw(
            st.binary(max_size=8) | st.just(bytes(content[at : at + length] * 2))
        )
    try:
        assert isinstance(registry.read(ending, bytes(content)), Reading)
    except UnreadableError as failure:
        assert "{file}" in failure.what.key
