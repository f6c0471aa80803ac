"""The JSON Schema of the portal's data files: made from the same models that check the front matter."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from pydantic.json_schema import models_json_schema

from terbuka.words.kinds.registry import KINDS

SCHEMA = PurePosixPath("data/schema.json")

_TEXT = {"type": "string"}
_ADDRESS = {"type": "string", "format": "uri"}
_MOMENT = {"type": "string", "format": "date-time"}
_LANGUAGE = {"type": "string", "pattern": "^[a-z]{2}$"}


def schema(base: str) -> Mapping[str, Any]:
    """Return the schema of a page's data and of the list, for the portal at `base`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": base + str(SCHEMA),
        "title": "Terbuka",
        "oneOf": [{"$ref": "#/$defs/page"}, {"$ref": "#/$defs/list"}],
        "$defs": {"page": _page(), "list": _list(), "summary": _object(_SUMMARY), **_fields()},
    }


_SUMMARY: Mapping[str, Any] = {
    "id": _TEXT,
    "kind": {"enum": sorted(KINDS)},
    "language": _LANGUAGE,
    "url": _ADDRESS,
    "data": _ADDRESS,
    "hash": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
    "title": _TEXT,
    "summary": _TEXT,
    "published": _MOMENT,
    "updated": _MOMENT,
}


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _page() -> dict[str, Any]:
    translation = _object({"language": _LANGUAGE, "url": _ADDRESS, "data": _ADDRESS})
    page = _object(
        {
            "$schema": _ADDRESS,
            **_SUMMARY,
            "source": _TEXT,
            "translations": {"type": "array", "items": translation},
            "image": {"anyOf": [_ADDRESS, {"type": "null"}]},
            "fields": {"type": "object"},
            "text": _TEXT,
        }
    )
    page["allOf"] = [
        {
            "if": {"properties": {"kind": {"const": kind.id}}},
            "then": {"properties": {"fields": {"$ref": f"#/$defs/{kind.model.__name__}"}}},
        }
        for kind in KINDS.values()
    ]
    return page


def _list() -> dict[str, Any]:
    return _object(
        {
            "$schema": _ADDRESS,
            "office": {"type": "object", "additionalProperties": _TEXT},
            "url": _ADDRESS,
            "documents": {"type": "array", "items": {"$ref": "#/$defs/summary"}},
        }
    )


def _fields() -> Mapping[str, Any]:
    """Return the schema of each kind's fields, without those that are not public."""
    models = {kind.model for kind in KINDS.values()}
    ordered = sorted(models, key=lambda model: model.__name__)
    _, whole = models_json_schema([(model, "serialization") for model in ordered], by_alias=True)
    defs: dict[str, Any] = whole["$defs"]
    for model in models:
        definition = defs[model.__name__]
        del definition["properties"]["social"]
        definition["required"] = [name for name in definition["required"] if name != "social"]
    return defs
