"""Models → problems a person understands, and JSON Schema for editors.

Pydantic says what is wrong in its own words and without a line; this says it in ours, with one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from terbuka.marked_yaml import KeyPath, MarkedYaml, Problem
from terbuka.text import Text, text


def wrong(key: str, sentence: Text) -> PydanticCustomError:
    """Return what a model's validator raises about fields that do not go together; `key` is one of them."""
    return PydanticCustomError("sentence", "{said}", {"said": str(sentence), "sentence": sentence, "key": key})


def problems(error: ValidationError, model: type[BaseModel], source: MarkedYaml) -> Iterator[Problem]:
    """Yield one problem for each key that is wrong, in file order and without repeats.

    A value that may have two shapes fails once for each; only the one that comes nearest is told.
    """
    details: dict[KeyPath, ErrorDetails] = {}
    for detail in sorted(error.errors(include_url=False), key=_is_only_off):
        details.setdefault(_real_keys(detail, source), detail)
    found: list[Problem] = []
    for keys, detail in details.items():
        if any(other[: len(keys)] == keys for other in details if len(other) > len(keys) and keys):
            continue
        parent = keys[:-1] if detail["type"] == "missing" else keys
        found.append(Problem(source.place(parent), _what(detail, keys), _to_do(detail, keys, model)))
    yield from sorted(found, key=lambda problem: problem.place)


def _is_only_off(detail: ErrorDetails) -> bool:
    """Tell whether it only says that a value is not off; its other shape says more."""
    return detail["type"] == "literal_error" and detail["ctx"]["expected"] == "False"


def _real_keys(detail: ErrorDetails, source: MarkedYaml) -> KeyPath:
    """Return where a failure is, without the names of union members that pydantic puts into it."""
    loc = detail["loc"] or ((detail["ctx"]["key"],) if detail["type"] == "sentence" else ())
    keys: KeyPath = ()
    for index, part in enumerate(loc):
        missing = detail["type"] == "missing" and index == len(loc) - 1
        if (*keys, part) in source.marks or missing:
            keys = (*keys, part)
    return keys


def _name(keys: KeyPath) -> str:
    return ".".join(str(key + 1) if isinstance(key, int) else key for key in keys)


_SENTENCES: dict[str, Callable[[str, dict[str, Any]], Text]] = {
    "missing": lambda name, _: text("“{key}” is missing.", key=name),
    "extra_forbidden": lambda name, _: text("“{key}” is not a known field here.", key=name),
    "string_too_long": lambda name, ctx: text(
        "“{key}” is too long; at most {limit} characters.", key=name, limit=ctx["max_length"]
    ),
    "string_too_short": lambda name, ctx: text(
        "“{key}” is too short; at least {limit} characters.", key=name, limit=ctx["min_length"]
    ),
    "too_short": lambda name, ctx: text(
        "“{key}” needs at least {limit} items.", key=name, limit=ctx["min_length"]
    ),
    "too_long": lambda name, ctx: text(
        "“{key}” may have at most {limit} items.", key=name, limit=ctx["max_length"]
    ),
    "literal_error": lambda name, ctx: text(
        "“{key}” must be one of: {choices}.", key=name, choices=_choices(ctx["expected"])
    ),
    "string_pattern_mismatch": lambda name, _: text("“{key}” is not written in the right form.", key=name),
    "greater_than_equal": lambda name, ctx: text(
        "“{key}” is too small; at least {limit}.", key=name, limit=ctx["ge"]
    ),
    "less_than_equal": lambda name, ctx: text("“{key}” is too large; at most {limit}.", key=name, limit=ctx["le"]),
    "sentence": lambda _, ctx: ctx["sentence"],
    "value_error": lambda name, ctx: text(
        "“{key}” is wrong: {reason}.", key=name, reason=str(ctx.get("error", ""))
    ),
}


def _choices(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", ", ")


_TYPES: tuple[tuple[str, Callable[[str], Text]], ...] = (
    ("datetime", lambda name: text("“{key}” is not a moment, such as 2026-11-20T09:00:00+07:00.", key=name)),
    ("timezone", lambda name: text("“{key}” needs a time zone, such as +07:00 at its end.", key=name)),
    ("date", lambda name: text("“{key}” is not a date, such as 2026-11-20.", key=name)),
    ("int", lambda name: text("“{key}” is not a whole number.", key=name)),
    ("bool", lambda name: text("“{key}” must be true or false.", key=name)),
    ("url", lambda name: text("“{key}” is not a full address that begins with https://.", key=name)),
    ("string", lambda name: text("“{key}” must be text; put it in quotes.", key=name)),
    ("list", lambda name: text("“{key}” must be a list; begin each item with a hyphen.", key=name)),
    ("tuple", lambda name: text("“{key}” must be a list; begin each item with a hyphen.", key=name)),
    ("dict", lambda name: text("“{key}” must have named parts below it.", key=name)),
    ("model", lambda name: text("“{key}” must have named parts below it.", key=name)),
)


def _what(detail: ErrorDetails, keys: KeyPath) -> Text:
    kind, name = detail["type"], _name(keys)
    if not keys:
        return text("The file is not a list of fields.")
    if kind in _SENTENCES:
        return _SENTENCES[kind](name, dict(detail.get("ctx", {})))
    for prefix, sentence in _TYPES:
        if kind.startswith(prefix):
            return sentence(name)
    return text("“{key}” is wrong: {reason}.", key=name, reason=detail["msg"])


def _to_do(detail: ErrorDetails, keys: KeyPath, model: type[BaseModel]) -> Text:
    """Return the field's own hint, which says what belongs there."""
    if detail["type"] == "extra_forbidden":
        return text("Remove it, or check its spelling; “terbuka schema” lists the fields.")
    name = str(keys[0]) if keys else ""
    field = next((field for key, field in model.model_fields.items() if name in (key, field.alias)), None)
    if field is not None and field.description:
        return Text(field.description)
    return text("Correct it; “terbuka schema” says what belongs there.")
