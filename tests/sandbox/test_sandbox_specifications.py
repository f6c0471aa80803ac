"""The sandbox against the published descriptions: Mastodon's OpenAPI, the lexicons of the AT Protocol."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from stage import TOKEN, Stage, stage

from terbuka.sandbox.bluesky.lexicon import LEXICON
from terbuka.sandbox.bluesky.player import WRITES

SPECS = Path(__file__).parents[3] / "shared" / "specs"
OPENAPI = SPECS / "mastodon" / "openapi-4.7.0.json"
RECORD = {"text": "Halo", "createdAt": "2026-11-20T02:00:00.000Z"}

pytestmark = pytest.mark.skipif(
    not SPECS.is_dir(), reason="the published descriptions (shared/specs) are not beside this repository"
)


@pytest.fixture
def here() -> Iterator[Stage]:
    with stage() as running:
        yield running


def check(name: str, value: object) -> None:
    """Check an answer against a schema of Mastodon's OpenAPI description."""
    whole = json.loads(OPENAPI.read_text(encoding="utf-8"))
    jsonschema.validate(
        value,
        {"$ref": f"#/components/schemas/{name}", "components": whole["components"]},
        jsonschema.Draft202012Validator,
    )


def test_mastodons_answers(here: Stage) -> None:
    api = "/mastodon/api"
    check("Instance", here.client.get(f"{api}/v2/instance").json())
    check("V1Instance", here.client.get(f"{api}/v1/instance").json())
    check("CredentialAccount", here.client.get(f"{api}/v1/accounts/verify_credentials", headers=TOKEN).json())
    check("Account", here.client.get(f"{api}/v1/accounts/1").json())
    check("MediaAttachment", here.upload().json())
    first = here.toot("Halo https://uji.example/ #Uji", media_ids=[here.ready()], language="id").json()
    check("Status", first)
    second = here.toot("Dua", in_reply_to_id=first["id"]).json()
    check("Status", second)
    check("Context", here.client.get(f"{api}/v1/statuses/{first['id']}/context").json())
    check("Error", here.toot("").json())
    check("Error", here.client.get(f"{api}/v1/statuses/7").json())
    check("Status", here.client.delete(f"{api}/v1/statuses/{first['id']}", headers=TOKEN).json())
    for status in here.client.get(f"{api}/v1/accounts/1/statuses").json():
        check("Status", status)


def test_every_path_is_mastodons_own() -> None:
    paths = json.loads(OPENAPI.read_text(encoding="utf-8"))["paths"]
    played = {
        "/api/v1/instance": "get",
        "/api/v2/instance": "get",
        "/api/v1/accounts/verify_credentials": "get",
        "/api/v1/accounts/{id}": "get",
        "/api/v1/accounts/{id}/statuses": "get",
        "/api/v2/media": "post",
        "/api/v1/statuses": "post",
        "/api/v1/statuses/{id}/context": "get",
    }
    assert {path: method for path, method in played.items() if method not in paths.get(path, {})} == {}


def bare(definition: object) -> object:
    """A definition without its descriptions, which no server checks."""
    if isinstance(definition, dict):
        return {
            key: bare(value)
            for key, value in definition.items()
            if key != "description" or isinstance(value, dict)
        }
    return [bare(one) for one in definition] if isinstance(definition, list) else definition


@pytest.mark.parametrize("name", sorted(LEXICON))
def test_the_lexicon_is_the_published_one(name: str) -> None:
    file, _, part = name.partition("#")
    published = json.loads((SPECS / "atproto" / f"{file}.json").read_text(encoding="utf-8"))["defs"][
        part or "main"
    ]
    assert LEXICON[name] == bare(published.get("record", published))


def procedure(name: str) -> dict[str, Any]:
    path = SPECS / "atproto" / f"{name}.json"
    whole: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["defs"]["main"]
    return whole


@pytest.mark.parametrize("name", sorted(WRITES))
def test_writes_ask_for_what_the_lexicon_asks(name: str) -> None:
    assert list(WRITES[name][1]) == procedure(name)["input"]["schema"]["required"]


def fits(value: object, name: str) -> bool:
    """Whether an answer has what the lexicon requires, and nothing that it does not know."""
    schema = procedure(name)["output"]["schema"]
    return isinstance(value, dict) and set(schema.get("required", [])) <= set(value) <= set(schema["properties"])


def test_blueskys_answers(here: Stage) -> None:
    here.login()
    assert fits(here.session, "com.atproto.server.createSession")
    refresh = {"Authorization": f"Bearer {here.session['refreshJwt']}"}
    name = "com.atproto.server.refreshSession"
    assert fits(here.xrpc(name, headers=refresh).json(), name)
    assert fits(here.put("3m5vzabcdef22", RECORD).json(), "com.atproto.repo.putRecord")
    assert fits(here.put("3m5vzabcdef22", RECORD).json(), "com.atproto.repo.putRecord")
    body = {"repo": "uji.example", "collection": "app.bsky.feed.post", "rkey": "3m5vzabcdef23"}
    name = "com.atproto.repo.createRecord"
    assert fits(here.xrpc(name, body | {"record": RECORD}).json(), name)
    for name, query in (("getRecord", body), ("listRecords", body)):
        answer = here.client.get(f"/bluesky/xrpc/com.atproto.repo.{name}", params=query).json()
        assert fits(answer, f"com.atproto.repo.{name}")
    for _ in range(2):
        name = "com.atproto.repo.deleteRecord"
        assert fits(here.xrpc(name, body).json(), name)
