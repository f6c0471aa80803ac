"""Checks a record against the lexicon, and says what is wrong in the words of the reference server.

The sentences are those that @atproto/pds 0.4.217 answered on 23 November 2026. One rule is stricter than
there: facets must lie within the text, because an app view shows no link that does not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import regex

from terbuka.sandbox.bluesky.cid import RAW, is_cid
from terbuka.sandbox.bluesky.formats import FORMATS
from terbuka.sandbox.bluesky.lexicon import LEXICON, POST

_CLUSTER = regex.compile(r"\X")
_BLOB_KEYS = {"$type", "ref", "mimeType", "size"}


class Invalid(ValueError):
    """A record that does not fit the lexicon."""


def graphemes(words: str) -> int:
    """Return how many characters a person sees."""
    return sum(1 for _ in _CLUSTER.finditer(words))


def validate(record: Mapping[str, Any]) -> None:
    """Check a post.

    Raises:
        Invalid: it does not fit; the message says what and where.
    """
    _check(LEXICON[POST], record, POST, "$.record")
    length = len(record["text"].encode())
    for index, facet in enumerate(record.get("facets") or []):
        start, end = facet["index"]["byteStart"], facet["index"]["byteEnd"]
        if not start < end <= length:
            raise Invalid(
                f"facet out of range (text has {length} bytes, got {start}-{end}) at $.record.facets[{index}]"
            )


def blobs(value: object) -> Iterator[Mapping[str, Any]]:
    """Walk the files that a record refers to."""
    if isinstance(value, dict):
        if _is_blob(value):
            yield value
        else:
            for one in value.values():
                yield from blobs(one)
    elif isinstance(value, list):
        for one in value:
            yield from blobs(one)


def _check(rule: Mapping[str, Any], value: object, home: str, path: str) -> None:
    """Check a value against a definition of the file `home`."""
    match rule["type"]:
        case "object":
            _check_object(rule, value, home, path)
        case "array":
            _check_array(rule, value, home, path)
        case "string":
            _check_string(rule, value, path)
        case "integer":
            _check_integer(rule, value, path)
        case "blob":
            _check_blob(rule, value, path)
        case "ref":
            name, definition = _definition(rule["ref"], home)
            _check(definition, value, name.partition("#")[0], path)
        case _:
            _check_union(rule, value, home, path)


def _definition(ref: str, home: str) -> tuple[str, Mapping[str, Any]]:
    name = home + ref if ref.startswith("#") else ref
    return name, LEXICON[name]


def _check_object(rule: Mapping[str, Any], value: object, home: str, path: str) -> None:
    if not isinstance(value, dict):
        raise Invalid(f"Expected object value type (got {show(value)}) at {path}")
    for key in rule["required"]:
        if key not in value:
            raise Invalid(f'Missing required key "{key}" at {path}')
    for key, inner in rule["properties"].items():
        if key in value:
            _check(inner, value[key], home, f"{path}.{key}")


def _check_array(rule: Mapping[str, Any], value: object, home: str, path: str) -> None:
    if not isinstance(value, list):
        raise Invalid(f"Expected array value type (got {show(value)}) at {path}")
    if len(value) > rule.get("maxLength", len(value)):
        raise Invalid(f"array too big (maximum {rule['maxLength']}, got {len(value)}) at {path}")
    for index, one in enumerate(value):
        _check(rule["items"], one, home, f"{path}[{index}]")


def _check_string(rule: Mapping[str, Any], value: object, path: str) -> None:
    if not isinstance(value, str):
        raise Invalid(f"Expected string value type (got {show(value)}) at {path}")
    size = len(value.encode())
    if size > rule.get("maxLength", size):
        raise Invalid(f"string too big (maximum {rule['maxLength']}, got {size}) at {path}")
    seen = graphemes(value)
    if seen > rule.get("maxGraphemes", seen):
        raise Invalid(f"grapheme too big (maximum {rule['maxGraphemes']}, got {seen}) at {path}")
    if "format" in rule and not FORMATS[rule["format"]](value):
        raise Invalid(f"Invalid {rule['format']} (got {show(value)}) at {path}")


def _check_integer(rule: Mapping[str, Any], value: object, path: str) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Invalid(f"Expected integer value type (got {show(value)}) at {path}")
    if value < rule.get("minimum", value):
        raise Invalid(f"integer too small (minimum {rule['minimum']}, got {value}) at {path}")


def _check_blob(rule: Mapping[str, Any], value: object, path: str) -> None:
    if not isinstance(value, dict) or not _is_blob(value):
        raise Invalid(f"Expected blob value type (got {show(value)}) at {path}")
    accepted = rule["accept"][0]
    if not value["mimeType"].startswith(accepted.removesuffix("*")):
        raise Invalid(f'Expected "{accepted}" (got {show(value["mimeType"])}) at {path}.mimeType')
    if value["size"] > rule["maxSize"]:
        raise Invalid(f"blob too big (maximum {rule['maxSize']}, got {value['size']}) at {path}")


def _is_blob(value: Mapping[str, Any]) -> bool:
    """Tell whether this names a file, with everything that belongs to it."""
    return (
        set(value) == _BLOB_KEYS
        and value["$type"] == "blob"
        and _is_file(value["ref"])
        and isinstance(value["mimeType"], str)
        and isinstance(value["size"], int)
    )


def _is_file(ref: object) -> bool:
    """Tell whether a reference leads to a file, and not to a record."""
    link = ref.get("$link") if isinstance(ref, dict) else None
    return is_cid(link) and str(link).startswith(RAW)


def _check_union(rule: Mapping[str, Any], value: object, home: str, path: str) -> None:
    """Check a value that names its own type; types that the lexicon does not list are let through."""
    if not isinstance(value, dict) or not isinstance(value.get("$type"), str):
        raise Invalid(
            f'Expected an object which includes the "$type" property value type (got {show(value)}) at {path}'
        )
    kind = value["$type"]
    known = {home + ref if ref.startswith("#") else ref for ref in rule["refs"]}
    if kind in known and kind in LEXICON:
        _check(LEXICON[kind], value, kind.partition("#")[0], path)


def show(value: object) -> str:
    """Return a value as the server quotes it: strings and numbers whole, objects by their first keys."""
    if isinstance(value, dict):
        keys = [f'"{key}": ...' for key in list(value)[:2]] + ["..."] * (len(value) > 2)  # noqa: PLR2004
        return "{" + ", ".join(keys) + "}"
    return json.dumps(value, ensure_ascii=False)
