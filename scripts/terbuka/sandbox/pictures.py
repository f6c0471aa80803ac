"""What kind of picture some bytes are, and how large: read from the first bytes of the file.

Sources: PNG (W3C, 11.2.2), GIF89a (section 18), JPEG (ITU-T T.81, B.2.2), WebP (RFC 9649).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's media type, and its width and height in pixels."""

    mime: str
    width: int
    height: int


def look(content: bytes) -> Picture | None:
    """Return what picture `content` is, or None if it is none that platforms take."""
    try:
        if content.startswith(_PNG):
            return Picture("image/png", *struct.unpack(">II", content[16:24]))
        if content[:6] in (b"GIF87a", b"GIF89a"):
            return Picture("image/gif", *struct.unpack("<HH", content[6:10]))
        if content.startswith(b"\xff\xd8"):
            return _jpeg(content)
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return _webp(content)
    except (struct.error, IndexError):
        return None
    return None


def _jpeg(content: bytes) -> Picture | None:
    """Walk the segments to the start of a frame."""
    at = 2
    while content[at] == 0xFF:  # noqa: PLR2004  the mark of a segment
        marker = content[at + 1]
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return Picture("image/jpeg", width, height)
        at += 2 if marker in _JPEG_ALONE else 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
    return None


def _webp(content: bytes) -> Picture | None:
    """Read the size from the first chunk: extended, lossy or lossless."""
    chunk = content[12:16]
    if chunk == b"VP8X":
        width = int.from_bytes(content[24:27], "little") + 1
        height = int.from_bytes(content[27:30], "little") + 1
        return Picture("image/webp", width, height)
    if chunk == b"VP8 ":
        wide, high = struct.unpack("<HH", content[26:30])
        return Picture("image/webp", wide & 0x3FFF, high & 0x3FFF)
    if chunk == b"VP8L":
        (bits,) = struct.unpack("<I", content[21:25])
        return Picture("image/webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    return None
