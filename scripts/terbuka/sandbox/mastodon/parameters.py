"""Parameters of a request to Mastodon: JSON, forms and queries mean the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from terbuka.sandbox.mastodon.refusal import Refusal


async def read(request: Request) -> dict[str, Any]:
    """Return the parameters of the body; lists are written ``name[]`` in forms.

    Raises:
        Refusal: the body is not what its type says.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind == "application/json":
        try:
            value = json.loads(await request.body() or b"{}")
        except ValueError:
            raise Refusal(400, "Error occurred while parsing request parameters") from None
        if not isinstance(value, dict):
            raise Refusal(400, "Error occurred while parsing request parameters")
        return value
    try:
        async with request.form() as form:
            return await _from_form(form)
    except MultiPartException:
        raise Refusal(400, "Error occurred while parsing request parameters") from None


async def _from_form(form: FormData) -> dict[str, Any]:
    """Return a form with the bytes of its files: they are closed after this."""
    lists = {key.removesuffix("[]"): form.getlist(key) for key in form if key.endswith("[]")}
    single = {key: value for key, value in form.items() if not key.endswith("[]")}
    read = {key: await one.read() if isinstance(one, UploadFile) else one for key, one in single.items()}
    return read | lists


def words(parameters: Mapping[str, Any], name: str) -> str:
    """Return a parameter as text; "" where it is missing."""
    value = parameters.get(name)
    return value if isinstance(value, str) else "" if value is None or isinstance(value, bytes) else str(value)


def truth(parameters: Mapping[str, Any], name: str) -> bool:
    """Return a parameter that is yes or no."""
    return words(parameters, name).lower() in ("true", "1", "on", "t")


def names(parameters: Mapping[str, Any], name: str) -> list[str]:
    """Return a parameter that is a list of ids.

    Raises:
        Refusal: it is no list.
    """
    value = parameters.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise Refusal(422, f"Invalid parameter: {name}")
    return [str(one) for one in value]
