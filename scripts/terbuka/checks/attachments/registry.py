"""Every kind of file that is looked into, alphabetically. A new format is one file, and one line here.

The libraries are loaded when the first such file is read: most runs see none of most formats.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from threading import RLock
from types import MappingProxyType

from terbuka.checks.attachments.reading import Reading, UnreadableError
from terbuka.text import text

Reader = Callable[[bytes], Reading]

_LOCK = RLock()
"""Libraries warn through settings that all threads share, so one file is read at a time."""


def read(ending: str, data: bytes) -> Reading:
    """Return what a file with this ending (``.pdf``) holds.

    Raises:
        UnreadableError: it cannot be looked into.
    """
    with _LOCK, warnings.catch_warnings(action="ignore"):
        return READERS[ending](data)


def _delimited(data: bytes) -> Reading:
    from terbuka.checks.attachments import delimited  # noqa: PLC0415

    return delimited.read(data)


def _document(data: bytes) -> Reading:
    from terbuka.checks.attachments import ooxml  # noqa: PLC0415

    return ooxml.read_text(data)


def _image(data: bytes) -> Reading:
    from terbuka.checks.attachments import image  # noqa: PLC0415

    return image.read(data)


def _old(data: bytes) -> Reading:
    del data
    raise UnreadableError(
        text("“{file}” is in an old format that could not be checked."),
        text("Save it as .docx, .xlsx or .pptx; better still, offer a page, or figures as .csv."),
    )


def _open_sheets(data: bytes) -> Reading:
    from terbuka.checks.attachments import opendocument  # noqa: PLC0415

    return opendocument.read_sheets(data)


def _open_text(data: bytes) -> Reading:
    from terbuka.checks.attachments import opendocument  # noqa: PLC0415

    return opendocument.read_text(data)


def _pdf(data: bytes) -> Reading:
    from terbuka.checks.attachments import pdf  # noqa: PLC0415

    return pdf.read(data)


def _plain(data: bytes) -> Reading:
    from terbuka.checks.attachments import plain  # noqa: PLC0415

    return plain.read(data)


def _rare_image(data: bytes) -> Reading:
    del data
    raise UnreadableError(
        text("“{file}” is in a format that could not be checked, and that many browsers do not show."),
        text("Export the picture as .jpg, .png or .webp."),
    )


def _slides(data: bytes) -> Reading:
    from terbuka.checks.attachments import ooxml  # noqa: PLC0415

    return ooxml.read_slides(data)


def _svg(data: bytes) -> Reading:
    from terbuka.checks.attachments import svg  # noqa: PLC0415

    return svg.read(data)


def _workbook(data: bytes) -> Reading:
    from terbuka.checks.attachments import xlsx  # noqa: PLC0415

    return xlsx.read(data)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".avif": _image,
        ".bmp": _image,
        ".csv": _delimited,
        ".doc": _old,
        ".docm": _document,
        ".docx": _document,
        ".geojson": _plain,
        ".gif": _image,
        ".gpx": _plain,
        ".heic": _rare_image,
        ".ics": _plain,
        ".jpeg": _image,
        ".jpg": _image,
        ".json": _plain,
        ".kml": _plain,
        ".odp": _open_text,
        ".ods": _open_sheets,
        ".odt": _open_text,
        ".pdf": _pdf,
        ".png": _image,
        ".ppt": _old,
        ".pptx": _slides,
        ".rtf": _plain,
        ".svg": _svg,
        ".tif": _image,
        ".tiff": _image,
        ".tsv": _delimited,
        ".txt": _plain,
        ".vcf": _plain,
        ".webp": _image,
        ".xls": _old,
        ".xlsm": _workbook,
        ".xlsx": _workbook,
        ".xml": _plain,
    }
)
