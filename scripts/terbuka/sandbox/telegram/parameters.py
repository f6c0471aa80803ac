"""Parameters of a call: query, form, multipart form and JSON mean the same."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from terbuka.sandbox.store import Record
from terbuka.sandbox.telegram.entities import with_found
from terbuka.sandbox.telegram.markup import BadMarkup, parse, units
from terbuka.sandbox.telegram.refusal import Refusal

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
"""UTF-16 units after the markup is parsed (core.telegram.org/bots/api#sendmessage, #sendphoto)."""

_NUMBER = re.compile(r"-?[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a method: its parameters, and the files that came with it."""

    parameters: Mapping[str, Any]
    files: Mapping[str, bytes]

    def words(self, name: str) -> str:
        """Return a parameter as text; "" where it is missing."""
        value = self.parameters.get(name)
        return "" if value is None else value if isinstance(value, str) else json.dumps(value)

    def number(self, name: str) -> int:
        """Return a parameter as a whole number; 0 where it is missing or none."""
        words = self.words(name)
        return int(words) if _NUMBER.fullmatch(words) else 0

    def record(self, name: str) -> Record:
        """Return a parameter that is a JSON object; empty where it is missing.

        Raises:
            Refusal: it is something else.
        """
        value = self.json(name)
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise Refusal(f"object expected as {_spoken(name)}")
        return value

    def json(self, name: str) -> Any:  # noqa: ANN401  whatever JSON can hold
        """Return a parameter that is written as JSON; None where it is missing.

        Raises:
            Refusal: it is no JSON.
        """
        value = self.parameters.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise Refusal(f"can't parse {_spoken(name)} JSON object") from None


def _spoken(name: str) -> str:
    """Return a parameter's name as the server's sentences say it."""
    return name.replace("_", " ")


async def read(request: Request) -> Call:
    """Return the parameters of a request."""
    given: dict[str, Any] = dict(request.query_params)
    files: dict[str, bytes] = {}
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind == "application/json":
        try:
            body = json.loads(await request.body() or b"{}")
        except ValueError:
            raise Refusal("can't parse JSON object") from None
        given |= body if isinstance(body, dict) else {}
    elif kind in ("multipart/form-data", "application/x-www-form-urlencoded"):
        try:
            async with request.form() as form:
                files = {name: await one.read() for name, one in form.items() if isinstance(one, UploadFile)}
                given |= {name: one for name, one in form.items() if not isinstance(one, UploadFile)}
        except MultiPartException:
            raise Refusal("can't parse request body") from None
    return Call(given, files)


def formatted(words: str, mode: str) -> tuple[str, list[Record]]:
    """Return the text and the entities that a message will have.

    Raises:
        Refusal: the markup is broken, or of a style that is not played.
    """
    if mode.lower() not in ("", "html"):
        raise Refusal("unsupported parse_mode")
    try:
        text, entities = parse(words) if mode else (words, [])
    except BadMarkup as no:
        raise Refusal(f"can't parse entities: {no}") from None
    text, cut = text.rstrip(), units(text) - units(text.lstrip())
    return text.lstrip(), with_found(text.lstrip(), _moved(entities, cut, units(text.lstrip())))


def _moved(entities: list[Record], cut: int, length: int) -> list[Record]:
    """Return entities after `cut` units were trimmed at the start, none reaching past `length`."""
    moved = []
    for one in entities:
        start, end = max(0, one["offset"] - cut), min(length, one["offset"] - cut + one["length"])
        if start < end:
            moved.append(one | {"offset": start, "length": end - start})
    return moved


def text_of(call: Call, too_long: str = "message is too long") -> Record:
    """Return ``text`` and ``entities`` of a message.

    Raises:
        Refusal: the text is empty, too long, or its markup is broken.
    """
    text, entities = formatted(call.words("text"), call.words("parse_mode"))
    if not text:
        raise Refusal("message text is empty")
    if units(text) > TEXT_LIMIT:
        raise Refusal(too_long)
    return {"text": text} | ({"entities": entities} if entities else {})


def caption_of(caption: str, mode: str) -> Record:
    """Return ``caption`` and ``caption_entities`` of a message.

    Raises:
        Refusal: it is too long, or its markup is broken.
    """
    text, entities = formatted(caption, mode)
    if units(text) > CAPTION_LIMIT:
        raise Refusal("message caption is too long")
    return ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})
