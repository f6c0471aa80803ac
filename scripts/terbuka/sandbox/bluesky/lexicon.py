"""The lexicons of a post and of what can stand in it: the parts that a server checks.

Source: github.com/bluesky-social/atproto, lexicons/app/bsky (2026). A test compares this table with the
published files; definitions that only app views answer with are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

POST = "app.bsky.feed.post"

_STRONG_REF = {"type": "ref", "ref": "com.atproto.repo.strongRef"}
_LABELS = {"type": "union", "refs": ["com.atproto.label.defs#selfLabels"]}
_RATIO = {"type": "ref", "ref": "app.bsky.embed.defs#aspectRatio"}


def _object(required: list[str], **properties: Any) -> dict[str, Any]:  # noqa: ANN401  definitions are JSON
    return {"type": "object", "required": required, "properties": properties}


def _array(items: dict[str, Any], **limits: int) -> dict[str, Any]:
    return {"type": "array", "items": items, **limits}


def _string(**rules: str | int) -> dict[str, Any]:
    return {"type": "string", **rules}


def _ref(name: str) -> dict[str, Any]:
    return {"type": "ref", "ref": name}


def _blob(accept: str, largest: int) -> dict[str, Any]:
    return {"type": "blob", "accept": [accept], "maxSize": largest}


LEXICON: Mapping[str, dict[str, Any]] = {
    "app.bsky.embed.defs#aspectRatio": _object(
        ["width", "height"],
        width={"type": "integer", "minimum": 1},
        height={"type": "integer", "minimum": 1},
    ),
    "app.bsky.embed.external": _object(["external"], external=_ref("#external")),
    "app.bsky.embed.external#external": _object(
        ["uri", "title", "description"],
        uri=_string(format="uri"),
        title=_string(),
        description=_string(),
        thumb=_blob("image/*", 1000000),
        associatedRefs=_array(_STRONG_REF),
    ),
    "app.bsky.embed.images": _object(["images"], images=_array(_ref("#image"), maxLength=4)),
    "app.bsky.embed.images#image": _object(
        ["image", "alt"], image=_blob("image/*", 2000000), alt=_string(), aspectRatio=_RATIO
    ),
    "app.bsky.feed.post": _object(
        ["text", "createdAt"],
        text=_string(maxLength=3000, maxGraphemes=300),
        entities=_array(_ref("#entity")),
        facets=_array(_ref("app.bsky.richtext.facet")),
        reply=_ref("#replyRef"),
        embed={
            "type": "union",
            "refs": [
                "app.bsky.embed.images",
                "app.bsky.embed.video",
                "app.bsky.embed.gallery",
                "app.bsky.embed.external",
                "app.bsky.embed.record",
                "app.bsky.embed.recordWithMedia",
            ],
        },
        langs=_array(_string(format="language"), maxLength=3),
        labels=_LABELS,
        tags=_array(_string(maxLength=640, maxGraphemes=64), maxLength=8),
        createdAt=_string(format="datetime"),
    ),
    "app.bsky.feed.post#entity": _object(
        ["index", "type", "value"], index=_ref("#textSlice"), type=_string(), value=_string()
    ),
    "app.bsky.feed.post#replyRef": _object(["root", "parent"], root=_STRONG_REF, parent=_STRONG_REF),
    "app.bsky.feed.post#textSlice": _object(
        ["start", "end"],
        start={"type": "integer", "minimum": 0},
        end={"type": "integer", "minimum": 0},
    ),
    "app.bsky.richtext.facet": _object(
        ["index", "features"],
        index=_ref("#byteSlice"),
        features=_array({"type": "union", "refs": ["#mention", "#link", "#tag"]}),
    ),
    "app.bsky.richtext.facet#byteSlice": _object(
        ["byteStart", "byteEnd"],
        byteStart={"type": "integer", "minimum": 0},
        byteEnd={"type": "integer", "minimum": 0},
    ),
    "app.bsky.richtext.facet#link": _object(["uri"], uri=_string(format="uri")),
    "app.bsky.richtext.facet#mention": _object(["did"], did=_string(format="did")),
    "app.bsky.richtext.facet#tag": _object(["tag"], tag=_string(maxLength=640, maxGraphemes=64)),
    "com.atproto.repo.strongRef": _object(["uri", "cid"], uri=_string(format="at-uri"), cid=_string(format="cid")),
}
"""Definitions by name; the main one of a file has the file's name alone."""
