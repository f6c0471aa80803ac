"""Real files for the rules about attachments, made with the libraries that make them.

``python tests/checks/attachment_files.py`` writes the files of the samples anew. All numbers and names are made up.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PageObject, PdfWriter
from pypdf.annotations import Text as Note
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject, PdfObject

SAMPLES = Path(__file__).parent / "samples"

NIK = "3201081211900001"
PHONE = "0812 3456 7890"

GPS = {1: "S", 2: (6.0, 54.0, 30.0), 3: "E", 4: (107.0, 36.0, 0.0)}
"""A place at which nobody lives: the tags of latitude and longitude."""

XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" {attributes}>
{elements}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def picture(
    kind: str = "JPEG",
    *,
    exif: Mapping[int, Any] | None = None,
    details: Mapping[int, Any] | None = None,
    gps: Mapping[int, Any] | None = None,
    xmp: str | None = None,
    words: Mapping[str, str] | None = None,
) -> bytes:
    """A small grey picture with the given metadata."""
    tags = Image.Exif()
    tags.update(exif or {})
    tags.get_ifd(0x8769).update(details or {})
    tags.get_ifd(0x8825).update(gps or {})
    texts = PngInfo()
    for key, value in (words or {}).items():
        texts.add_itxt(key, value)
    out = BytesIO()
    more: dict[str, Any] = {"pnginfo": texts} if kind == "PNG" else {}
    if xmp:
        more["xmp"] = xmp.encode()
    Image.new("RGB", (8, 8), "grey").save(
        out, kind, exif=tags.tobytes() if exif or details or gps else b"", **more
    )
    return out.getvalue()


def iptc(jpeg: bytes, fields: Mapping[int, str]) -> bytes:
    """A JPEG with these fields of IPTC's second record, in the segment of Photoshop."""
    record = b"".join(
        b"\x1c\x02" + bytes([key]) + struct.pack(">H", len(words)) + words.encode()
        for key, words in fields.items()
    )
    record += b"\0" * (len(record) % 2)
    segment = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record
    return jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment + jpeg[2:]


def pdf(
    *pages: str,
    about: Mapping[str, str] | None = None,
    note: str = "",
    inside: bytes = b"",
    password: str = "",
    owner: str = "",
    scanned: Sequence[int] = (),
) -> bytes:
    """A PDF with these pages; those with the numbers `scanned` show a picture and no text."""
    writer = PdfWriter()
    for number, words in enumerate(pages, start=1):
        page = writer.add_blank_page(595, 842)
        if number in scanned:
            _show_picture(writer, page)
        else:
            _write(writer, page, words)
    if about:
        writer.add_metadata(dict(about))
    if note:
        writer.add_annotation(0, Note(text=note, rect=(50, 50, 80, 80)))
    if inside:
        writer.add_attachment("daftar.csv", inside)
    if password or owner:
        writer.encrypt(password, owner or None, algorithm="AES-256")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _write(writer: PdfWriter, page: PageObject, words: str) -> None:
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    lines = " T* ".join(f"({line}) Tj" for line in words.replace("(", "\\(").replace(")", "\\)").split("\n"))
    _draw(writer, page, f"BT /F1 12 Tf 14 TL 50 780 Td {lines} ET", "/Font", "/F1", writer._add_object(font))


def _show_picture(writer: PdfWriter, page: PageObject) -> None:
    image = DecodedStreamObject()
    image.set_data(b"\x80")
    for key, value in (("/Type", "/XObject"), ("/Subtype", "/Image"), ("/ColorSpace", "/DeviceGray")):
        image[NameObject(key)] = NameObject(value)
    for key, number in (("/Width", 1), ("/Height", 1), ("/BitsPerComponent", 8)):
        image[NameObject(key)] = NumberObject(number)
    _draw(writer, page, "q 595 0 0 842 0 0 cm /I1 Do Q", "/XObject", "/I1", writer._add_object(image))


def _draw(writer: PdfWriter, page: PageObject, commands: str, kind: str, name: str, thing: PdfObject) -> None:
    stream = DecodedStreamObject()
    stream.set_data(commands.encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject(kind): DictionaryObject({NameObject(name): thing})}
    )


def workbook(
    rows: Sequence[Sequence[Any]],
    *,
    author: str = "openpyxl",
    hidden_sheet: Sequence[Sequence[Any]] = (),
    hidden_columns: Sequence[str] = (),
    hidden_rows: Sequence[int] = (),
    comment: str = "",
) -> bytes:
    """A workbook with the sheet “Data”, and perhaps a hidden one, “Lama”."""
    book = Workbook()
    book.properties.creator = author
    book.properties.created = book.properties.modified = datetime(2026, 11, 20)  # noqa: DTZ001  as the format wants it
    sheet = book.worksheets[0]
    sheet.title = "Data"
    for row in rows:
        sheet.append(list(row))
    for column in hidden_columns:
        sheet.column_dimensions[column].hidden = True
    for number in hidden_rows:
        sheet.row_dimensions[number].hidden = True
    if comment:
        sheet["A1"].comment = Comment(comment, "")
    if hidden_sheet:
        other = book.create_sheet("Lama")
        other.sheet_state = "veryHidden"
        for row in hidden_sheet:
            other.append(list(row))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def archive(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive, always with the same time."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in files.items():
            zipped.writestr(zipfile.ZipInfo(name, (2026, 11, 20, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


_WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{author}</dc:creator>'
    "<cp:lastModifiedBy>{author}</cp:lastModifiedBy></cp:coreProperties>"
)


def paragraph(words: str) -> str:
    """A paragraph of Word."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def document(body: str, author: str = "", **more: str) -> bytes:
    """A text of Word with this body."""
    return archive(
        {"word/document.xml": _WORD.format(body=body), "docProps/core.xml": _CORE.format(author=author), **more}
    )


def slides(*slide: str, hidden: bool = False) -> bytes:
    """Slides of PowerPoint, each with one paragraph."""
    space = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    show = ' show="0"' if hidden else ""
    return archive(
        {
            "ppt/presentation.xml": f"<p:presentation {space}/>",
            **{
                f"ppt/slides/slide{number}.xml": f"<p:sld {space}{show}><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:sld>"
                for number, words in enumerate(slide, start=1)
            },
        }
    )


_OPEN = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
    '<office:automatic-styles><style:style style:name="ta2" style:family="table">'
    '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    "<office:body>{body}</office:body></office:document-content>"
)
_OPEN_META = (
    '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<office:meta><dc:creator>{author}</dc:creator></office:meta></office:document-meta>"
)


def open_document(body: str, author: str = "") -> bytes:
    """A file of LibreOffice with this body."""
    return archive({"content.xml": _OPEN.format(body=body), "meta.xml": _OPEN_META.format(author=author)})


def samples() -> dict[str, bytes]:
    """The binary files of the samples, under their paths."""
    tagged = XMP.format(
        attributes='exif:GPSLatitude="6,54.5S" exif:GPSLongitude="107,36E"',
        elements="<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Warga Contoh</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>",
    )
    images = "image-metadata/content/gambar"
    papers = "pdf-content/content/berkas"
    tables = "spreadsheet-content/content/berkas"
    texts = "file-content/content/berkas"
    table = [["Nama", "NIK"], ["Warga Contoh", NIK], ["Warga Uji", "3201085211900002"]]
    plain: list[list[Any]] = [["Kelurahan", "Penduduk"], ["Contoh Utara", 12500], ["Contoh Selatan", 13250]]
    return {
        f"{images}/lokasi.jpg": picture(gps=GPS),
        f"{images}/lokasi.webp": picture("WEBP", gps=GPS),
        f"{images}/kamera.jpg": picture(details={0xA431: "SN-000123"}),
        f"{images}/pemotret.jpg": picture(exif={0x013B: "Pemotret Contoh"}),
        f"{images}/catatan.png": picture("PNG", words={"Comment": f"NIK {NIK}"}),
        f"{images}/orang.jpg": picture(xmp=tagged),
        f"{images}/scan-ktp.png": picture("PNG"),
        f"{images}/rusak.jpg": b"bukan gambar",
        f"{images}/ponsel.heic": b"\0\0\0\x18ftypheic",
        f"{images}/bersih.jpg": picture(),
        f"{images}/loket.png": picture("PNG"),
        f"{images}/bersih.png": picture("PNG", words={"Software": "LibreOffice"}),
        f"{images}/kantor.jpg": picture(exif={0x013B: "Dinas Komunikasi"}),
        f"{papers}/penerima.pdf": pdf("Daftar penerima", f"NIK {NIK}\nNIK 3201085211900002"),
        f"{papers}/kontak.pdf": pdf(f"Hubungi ketua di {PHONE}."),
        f"{papers}/pembuat.pdf": pdf("Pengumuman", about={"/Author": "Pegawai Contoh"}),
        f"{papers}/catatan.pdf": pdf("Pengumuman", note="Tolong hapus nama ini."),
        f"{papers}/isi.pdf": pdf("Pengumuman", inside=b"Nama;NIK\n"),
        f"{papers}/pindaian.pdf": pdf("", "", scanned=(1, 2)),
        f"{papers}/terkunci.pdf": pdf("Pengumuman", password="rahasia"),
        f"{papers}/rusak.pdf": b"%PDF-1.7\nbukan PDF",
        f"{papers}/daftar-hadir.pdf": pdf("Rapat"),
        f"{papers}/bersih.pdf": pdf(
            "Layanan buka pukul 08.00.\nTelepon (021) 555-0100.", about={"/Author": "Dinas Komunikasi"}
        ),
        f"{papers}/keputusan.pdf": pdf("Kepala Dinas\nNIP 199001012015031001"),
        f"{papers}/pemilik.pdf": pdf("Layanan buka pukul 08.00.", owner="pemilik"),
        f"{papers}/sampul.pdf": pdf("", "Layanan buka pukul 08.00.", scanned=(1,)),
        f"{tables}/penerima.xlsx": workbook(table),
        f"{tables}/lembar.xlsx": workbook(plain, hidden_sheet=plain),
        f"{tables}/kolom.xlsx": workbook(plain, hidden_columns=["B"]),
        f"{tables}/baris.xlsx": workbook(plain, hidden_rows=[3]),
        f"{tables}/komentar.xlsx": workbook(plain, comment="Angka ini belum benar."),
        f"{tables}/pembuat.xlsx": workbook(plain, author="Pegawai Contoh"),
        f"{tables}/rusak.xlsx": b"PK bukan berkas",
        f"{tables}/lama.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        f"{tables}/penerima.csv": f"Nama;NIK\nWarga Contoh;{NIK}\n".encode(),
        f"{tables}/tersembunyi.ods": open_document(
            '<office:spreadsheet><table:table table:name="Lama" table:style-name="ta2"><table:table-row><table:table-cell>'
            "<text:p>Kelurahan</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>"
        ),
        f"{tables}/bersih.xlsx": workbook(plain),
        f"{tables}/kosong.xlsx": workbook(plain, hidden_columns=["F"], hidden_rows=[9]),
        f"{tables}/bersih.csv": b"Kelurahan;Penduduk\nContoh Utara;12500\n",
        f"{texts}/penerima.docx": document(paragraph(f"NIK {NIK}")),
        f"{texts}/pembuat.docx": document(paragraph("Pengumuman"), author="Pegawai Contoh"),
        f"{texts}/riwayat.docx": document(
            "<w:p><w:del><w:r><w:delText>Nama lama</w:delText></w:r></w:del><w:r><w:t>Pengumuman</w:t></w:r></w:p>"
        ),
        f"{texts}/tersembunyi.docx": document(
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Nama</w:t></w:r><w:r><w:t>Pengumuman</w:t></w:r></w:p>"
        ),
        f"{texts}/salindia.pptx": slides("Pengumuman", "Rencana", hidden=True),
        f"{texts}/kontak.odt": open_document(f"<office:text><text:p>Hubungi {PHONE}.</text:p></office:text>"),
        f"{texts}/lama.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        f"{texts}/rusak.docx": b"PK bukan berkas",
        f"{texts}/penerima.json": f'{{"nik": "{NIK}"}}\n'.encode(),
        f"{texts}/bersih.docx": document(paragraph("Layanan buka pukul 08.00."), author="Dinas Komunikasi"),
        f"{texts}/bersih.odt": open_document(
            "<office:text><text:p>Layanan buka pukul 08.00.</text:p></office:text>"
        ),
        f"{texts}/bersih.pptx": slides("Layanan buka pukul 08.00."),
        f"{texts}/bersih.json": b'{"penduduk": 12500, "koordinat": [107.6, -6.9]}\n',
    }


if __name__ == "__main__":
    for name, content in samples().items():
        file = SAMPLES / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
