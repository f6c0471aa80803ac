"""Content identifiers of records and blobs, as real servers make them.

Sources: DRISL/DAG-CBOR (atproto.com/specs/data-model), CIDv1 (github.com/multiformats/cid).
"""

from __future__ import annotations

import binascii
import hashlib
import re
from base64 import b32decode, b32encode, b64decode
from typing import Any

_DAG_CBOR = 0x71
_RAW_CODEC = 0x55
_SHA256 = bytes((0x12, 32))
RAW = "bafkrei"
"""How identifiers of files begin."""

_CID = re.compile(r"b[a-z2-7]{58}")
_SHORT = 24
"""Numbers below this one fit into the first byte (RFC 8949, 3)."""

_LARGEST = 2**53 - 1
"""The largest whole number that JavaScript keeps exact (atproto.com/specs/data-model)."""

_LINK_TAG = b"\xd8\x2a"
"""CBOR's tag 42: a link."""


class NotData(ValueError):
    """A value that the AT Protocol's data model does not have, such as 1.5."""

    def __init__(self, value: object, path: str) -> None:
        self.value = value
        self.path = path
        super().__init__(f"{value!r} at {path}")


def record_cid(record: dict[str, Any]) -> str:
    """Return the identifier of a record (``bafyrei…``).

    Raises:
        NotData: the record holds what the data model does not have.
    """
    return _cid(_DAG_CBOR, encode(record))


def blob_cid(content: bytes) -> str:
    """Return the identifier of a file (``bafkrei…``)."""
    return _cid(_RAW_CODEC, content)


def is_cid(words: object) -> bool:
    """Tell whether this is a version 1 identifier with a SHA-256 hash."""
    return isinstance(words, str) and _CID.fullmatch(words) is not None


def encode(value: Any, path: str = "$.record") -> bytes:  # noqa: ANN401  whatever JSON can hold
    """Return a JSON value as canonical DAG-CBOR: shortest heads, keys by length and then by bytes."""
    match value:
        case None:
            return b"\xf6"
        case bool():
            return b"\xf5" if value else b"\xf4"
        case int() if abs(value) <= _LARGEST:
            return _head(0, value) if value >= 0 else _head(1, -1 - value)
        case str():
            words = value.encode()
            return _head(3, len(words)) + words
        case list():
            items = (encode(one, f"{path}[{index}]") for index, one in enumerate(value))
            return _head(4, len(value)) + b"".join(items)
        case {"$link": str(link)} if len(value) == 1 and is_cid(link):
            content = b"\x00" + b32decode(link[1:].upper() + "======")
            return _LINK_TAG + _head(2, len(content)) + content
        case {"$bytes": str(words)} if len(value) == 1:
            content = _bytes(value, words, path)
            return _head(2, len(content)) + content
        case dict():
            pairs = sorted(
                ((str(key).encode(), one) for key, one in value.items()), key=lambda p: (len(p[0]), p[0])
            )
            body = (_head(3, len(key)) + key + encode(one, f"{path}.{key.decode()}") for key, one in pairs)
            return _head(5, len(pairs)) + b"".join(body)
        case _:
            raise NotData(value, path)


def _bytes(value: object, words: str, path: str) -> bytes:
    try:
        return b64decode(words + "==")
    except binascii.Error:
        raise NotData(value, path) from None


def _head(kind: int, number: int) -> bytes:
    """Return the first bytes of a CBOR item: its kind and its length or value."""
    if number < _SHORT:
        return bytes((kind << 5 | number,))
    for code, size in ((24, 1), (25, 2), (26, 4)):
        if number < 1 << size * 8:
            return bytes((kind << 5 | code,)) + number.to_bytes(size, "big")
    return bytes((kind << 5 | 27,)) + number.to_bytes(8, "big")


def _cid(codec: int, content: bytes) -> str:
    """Return CIDv1 in base 32: version, codec, hash function, length, hash."""
    whole = bytes((1, codec)) + _SHA256 + hashlib.sha256(content).digest()
    return "b" + b32encode(whole).decode().lower().rstrip("=")
