"""JSON Schema for editors: what each kind's front matter may hold, with the hints."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from terbuka.office import Office
from terbuka.text import Text
from terbuka.words.kinds.kind import Kind
from terbuka.words.kinds.registry import KINDS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def kind_schema(kind: Kind, office: Office) -> dict[str, Any]:
    """Return the schema of one kind; owners, topics and accounts are the office's own."""
    schema = kind.model.model_json_schema(by_alias=True)
    schema["$schema"] = DIALECT
    schema["title"] = kind.name.say(office.language)
    schema["description"] = kind.use_for.say(office.language)
    _translate(schema, office.language)
    properties = schema["properties"]
    properties["owner"]["enum"] = sorted(office.units)
    properties["topics"]["items"]["enum"] = sorted(office.topics)
    return schema


def all_schemas(office: Office) -> Mapping[str, dict[str, Any]]:
    """Return the schema of every kind under the kind's id, and that of office.yml under ``office``."""
    kinds = {kind.id: kind_schema(kind, office) for kind in KINDS.values()}
    return kinds | {"office": Office.model_json_schema(by_alias=True) | {"$schema": DIALECT}}


def dump(schema: Mapping[str, Any]) -> str:
    """Return `schema` as the text of a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _translate(schema: dict[str, Any], language: str) -> None:
    for field in schema["properties"].values():
        if "description" in field:
            field["description"] = Text(field["description"]).say(language)
