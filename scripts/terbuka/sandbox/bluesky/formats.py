"""The string formats of the AT Protocol (atproto.com/specs/lexicon, record-key, tid, did, at-uri-scheme)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from terbuka.sandbox.bluesky.cid import is_cid

_DATETIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,20})?(Z|[+-]\d\d:\d\d)")
_DID = re.compile(r"did:[a-z]+:[a-zA-Z0-9._:%-]*[a-zA-Z0-9._-]")
_KEY = re.compile(r"[a-zA-Z0-9_~.:-]{1,512}")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*|[a-zA-Z]{4,8}|x(-[a-zA-Z0-9]{1,8})+")
_TID = re.compile(r"[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}")
_URI = re.compile(r"\w+:(//)?[^\s/]\S*")
_TID_DIGITS = "234567abcdefghijklmnopqrstuvwxyz"
_UNKNOWN_ZONE = "-00:00"


def is_datetime(words: str) -> bool:
    """Tell whether this is a moment: RFC 3339 with seconds and zone, and a day that exists."""
    if _DATETIME.fullmatch(words) is None or words.endswith(_UNKNOWN_ZONE):
        return False
    try:
        datetime.fromisoformat(words)
    except ValueError:
        return False
    return True


def is_did(words: str) -> bool:
    """Tell whether this is an account's lasting identifier."""
    return _DID.fullmatch(words) is not None


def is_key(words: str) -> bool:
    """Tell whether this can be the key of a record."""
    return _KEY.fullmatch(words) is not None and words not in (".", "..")


def is_tid(words: str) -> bool:
    """Tell whether this is a timestamp identifier, as the keys of posts must be."""
    return _TID.fullmatch(words) is not None


def make_tid(moment: datetime, number: int) -> str:
    """Return the timestamp identifier of a moment; `number` keeps two of one microsecond apart."""
    value = (int(moment.timestamp() * 1_000_000) << 10) + number % 1024
    return "".join(_TID_DIGITS[value >> shift & 31] for shift in range(60, -1, -5))


def _is_at_uri(words: str) -> bool:
    return words.startswith("at://") and len(words) > len("at://") and not re.search(r"\s", words)


FORMATS: Mapping[str, Callable[[str], bool]] = {
    "at-uri": _is_at_uri,
    "cid": is_cid,
    "datetime": is_datetime,
    "did": is_did,
    "language": lambda words: _LANGUAGE.fullmatch(words) is not None,
    "uri": lambda words: _URI.fullmatch(words) is not None,
}
