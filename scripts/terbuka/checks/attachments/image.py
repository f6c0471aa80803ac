"""Pictures: EXIF, IPTC, XMP, and the comments of PNG, GIF and JPEG."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from math import isnan
from typing import Any
from xml.etree.ElementTree import Element

from PIL import ExifTags, Image, IptcImagePlugin, PngImagePlugin
from PIL.ImageFile import ImageFile

from terbuka.checks.attachments import package
from terbuka.checks.attachments.reading import BROKEN, Part, Reading, Remark, UnreadableError
from terbuka.checks.finding import Severity
from terbuka.text import text

_FORMATS = ("AVIF", "BMP", "GIF", "JPEG", "PNG", "TIFF", "WEBP")
_IFD0_NAMES = (ExifTags.Base.Artist, ExifTags.Base.XPAuthor)
_IFD0_WORDS = (
    ExifTags.Base.ImageDescription,
    ExifTags.Base.XPTitle,
    ExifTags.Base.XPComment,
    ExifTags.Base.XPKeywords,
    ExifTags.Base.XPSubject,
)
_IPTC_NAMES = ((2, 80), (2, 122))
"""By-line, and writer of the caption."""

_IPTC_WORDS = ((2, 5), (2, 25), (2, 105), (2, 120))
"""Title, keywords, headline, caption."""

_XMP_NAMES = frozenset({"creator", "OwnerName", "CameraOwnerName", "CaptionWriter"})
_XMP_SHOWN = frozenset({"PersonInImage", "PersonDisplayName"})
_XMP_SERIAL = frozenset({"SerialNumber", "LensSerialNumber", "BodySerialNumber"})
_XMP_WORDS = frozenset({"description", "title", "subject", "Headline", "UserComment"})
_REGIONS = "http://www.metadataworkinggroup.com/schemas/regions/}"

_DAMAGE = re.compile("(?:Possibly )?[Cc]orrupt EXIF|Truncated File|Tag data larger|Metadata is missing")
"""How the library's warnings begin that say that a part could not be read."""

_STRIP = text("Save the picture anew without metadata, such as by exporting it for the web, and replace the file.")


@dataclass
class _Raw:
    """What the library reads out of a picture."""

    exif: Mapping[int, Any]
    details: Mapping[int, Any]
    place: Mapping[int, Any]
    iptc: Mapping[tuple[int, int], Any]
    info: Mapping[Any, Any]
    texts: Mapping[str, str]


class _Gathered:
    """What all kinds of metadata say together."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.shown: list[str] = []
        self.words: list[str] = []
        self.located = False
        self.serial = False
        self.damaged = False


def read(data: bytes) -> Reading:
    """Return what a picture holds besides what is seen.

    Raises:
        UnreadableError: it is broken or of a format that cannot be looked into.
    """
    try:
        with (
            warnings.catch_warnings(record=True) as complaints,
            Image.open(BytesIO(data), formats=_FORMATS) as image,
        ):
            raw = _raw(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise package.too_large() from None
    except BROKEN:
        raise UnreadableError(
            text("“{file}” is broken, or not what its name says, and could not be checked."),
            text("Export the picture anew as .jpg, .png or .webp."),
        ) from None
    found = _Gathered()
    found.damaged = any(_DAMAGE.match(str(complaint.message)) for complaint in complaints)
    _exif(raw, found)
    _iptc(raw, found)
    _comments(raw, found)
    xmp = raw.info.get("xmp") or raw.info.get("XML:com.adobe.xmp")
    if xmp:
        _xmp(package.parse(xmp.encode() if isinstance(xmp, str) else bytes(xmp).strip(b"\0 \n")), found)
    parts = (Part("\n\n".join(found.words)),) if found.words else ()
    return Reading(parts, tuple(dict.fromkeys(found.names)), tuple(_remarks(found)))


def _raw(image: ImageFile) -> _Raw:
    exif = image.getexif()
    return _Raw(
        dict(exif),
        dict(exif.get_ifd(ExifTags.IFD.Exif)),
        dict(exif.get_ifd(ExifTags.IFD.GPSInfo)),
        dict(IptcImagePlugin.getiptcinfo(image) or {}),
        dict(image.info),
        dict(image.text) if isinstance(image, PngImagePlugin.PngImageFile) else {},
    )


def _remarks(found: _Gathered) -> Iterator[Remark]:
    if found.located:
        what = text("“{file}” says by GPS where the picture was taken.")
        yield Remark(Severity.ERROR, what, _STRIP)
    if found.serial:
        what = text(
            "“{file}” holds the serial number of the camera, by which other pictures of its owner are found."
        )
        yield Remark(Severity.WARNING, what, _STRIP)
    if found.damaged:
        what = text("The metadata of “{file}” are damaged, and could not be checked.")
        yield Remark(Severity.WARNING, what, _STRIP)
    for name in dict.fromkeys(found.shown):
        what = text("The metadata of “{file}” say who is seen in it: “{name}”.", name=name)
        yield Remark(Severity.WARNING, what, _STRIP, person=name)


def _exif(raw: _Raw, found: _Gathered) -> None:
    where = (raw.place.get(ExifTags.GPS.GPSLatitude), raw.place.get(ExifTags.GPS.GPSLongitude))
    found.located |= any(any(_numbers(value)) for value in where)
    serials = (raw.details.get(ExifTags.Base.BodySerialNumber), raw.details.get(ExifTags.Base.LensSerialNumber))
    found.serial |= bool(_said([*serials, raw.exif.get(ExifTags.Base.CameraSerialNumber)]))
    names = [*(raw.exif.get(tag) for tag in _IFD0_NAMES), raw.details.get(ExifTags.Base.CameraOwnerName)]
    found.names += _said(names)
    found.words += _said([*(raw.exif.get(tag) for tag in _IFD0_WORDS), raw.details.get(ExifTags.Base.UserComment)])


def _iptc(raw: _Raw, found: _Gathered) -> None:
    found.names += _said(value for key in _IPTC_NAMES for value in _listed(raw.iptc.get(key)))
    found.words += _said(value for key in _IPTC_WORDS for value in _listed(raw.iptc.get(key)))


def _listed(value: Any) -> list[Any]:  # noqa: ANN401  whatever a broken file holds
    return value if isinstance(value, list) else [value]


def _comments(raw: _Raw, found: _Gathered) -> None:
    found.words += _said([raw.info.get("comment")])
    for key, value in raw.texts.items():
        if key == "Author":
            found.names += _said([str(value)])
        elif not key.startswith(("XML:", "Raw profile")):
            found.words += _said([str(value)])


def _xmp(root: Element, found: _Gathered) -> None:
    for element in root.iter():
        for name, value in ((element.tag, "".join(element.itertext())), *element.attrib.items()):
            space, _, local = name.rpartition("}")
            said = _said([value])
            if local in _XMP_NAMES:
                found.names += (
                    _said(item.text for item in element.iter() if item.text) if name == element.tag else said
                )
            elif local in _XMP_SHOWN or (local == "Name" and space + "}" == "{" + _REGIONS):
                found.shown += said
            elif local in _XMP_WORDS:
                found.words += said
            elif said and local in _XMP_SERIAL:
                found.serial = True
            elif said and local in ("GPSLatitude", "GPSLongitude"):
                found.located = True


def _numbers(value: Any) -> tuple[float, ...]:  # noqa: ANN401  whatever a broken file holds
    """Return the degrees, minutes and seconds; a broken file may hold anything, and a division by zero."""
    items = value if isinstance(value, tuple) else ()
    return tuple(1.0 if item else 0.0 for item in items if not isnan(item))


def _said(values: Iterable[Any]) -> list[str]:
    return [words for value in values if (words := _clean(value))]


def _clean(value: Any) -> str:  # noqa: ANN401  whatever a broken file holds
    """Return a value as words: Windows writes its own fields in UTF-16, and comments begin with their code."""
    if isinstance(value, bytes):
        if value[:8] in (b"ASCII\0\0\0", b"UNICODE\0", b"JIS\0\0\0\0\0"):
            code, value = value[:8], value[8:]
            value = value.decode("utf-16-le" if code[:1] == b"U" else "utf-8", "replace")
        elif value[1:2] == b"\0":
            value = value.decode("utf-16-le", "replace")
        else:
            value = value.decode("utf-8", "replace")
    return " ".join(str(value).replace("\0", " ").split()) if value is not None else ""
