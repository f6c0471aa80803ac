"""Bluesky, played: every answer is one that a real server gave.

The conversation was held with @atproto/pds 0.4.217 (npm, in memory) on 23 November 2026; where that server is
installed, it is held with both again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from stage import POST, png, stage

from servers import bluesky_pds
from terbuka.sandbox.bluesky.cid import blob_cid, record_cid

AT = "2026-11-20T02:00:00.000Z"
RECORD = {"$type": POST, "text": "Halo", "createdAt": AT, "langs": ["id"]}
CID = "bafyreibeusdy5oe6cktchblawpk7x6lbevp6hl4uk6dleecb5o6wa5bsf4"
OTHER_CID = "bafyreihur6b5ol3xddwkfgked2247tqakv74mkwbx6ygdfggjr2k7desze"
NO_BLOB = "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy"
INVALID = "Invalid app.bsky.feed.post record: "
NOT_BLOB = 'Expected blob value type (got {"$type": ..., "ref": ..., ...}) at $.record.embed.images[0].image'
LINK = "app.bsky.richtext.facet#link"


def blob(cid: str = NO_BLOB, mime: str = "image/png", size: int = 3) -> dict[str, Any]:
    return {"$type": "blob", "ref": {"$link": cid}, "mimeType": mime, "size": size}


def images(*found: dict[str, Any]) -> dict[str, Any]:
    return {"embed": {"$type": "app.bsky.embed.images", "images": list(found)}}


def facet(start: int, end: int, uri: str) -> dict[str, Any]:
    return {"facets": [{"index": {"byteStart": start, "byteEnd": end}, "features": [{"$type": LINK, "uri": uri}]}]}


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("no text", {"$type": POST, "createdAt": AT}, 'Missing required key "text" at $.record'),
    ("no moment", {"$type": POST, "text": "Halo"}, 'Missing required key "createdAt" at $.record'),
    ("no zone", RECORD | {"createdAt": "2026-11-20"}, 'Invalid datetime (got "2026-11-20") at $.record.createdAt'),
    ("301 graphemes", RECORD | {"text": "x" * 301}, "grapheme too big (maximum 300, got 301) at $.record.text"),
    (
        "3750 bytes",
        RECORD | {"text": "👨‍👩‍👧‍👦" * 150},
        "string too big (maximum 3000, got 3750) at $.record.text",
    ),
    ("record as blob", RECORD | images({"alt": "x", "image": blob(CID)}), NOT_BLOB),
    (
        "facet without index",
        RECORD | {"facets": [{"features": []}]},
        'Missing required key "index" at $.record.facets[0]',
    ),
    (
        "facet below 0",
        RECORD | facet(-1, 3, "https://uji.example/"),
        "integer too small (minimum 0, got -1) at $.record.facets[0].index.byteStart",
    ),
    (
        "facet without address",
        RECORD | facet(0, 3, "x"),
        'Invalid uri (got "x") at $.record.facets[0].features[0].uri',
    ),
    (
        "four languages",
        RECORD | {"langs": ["id", "en", "ms", "jv"]},
        "array too big (maximum 3, got 4) at $.record.langs",
    ),
    (
        "card without description",
        RECORD
        | {"embed": {"$type": "app.bsky.embed.external", "external": {"uri": "https://x.example/", "title": "t"}}},
        'Missing required key "description" at $.record.embed.external',
    ),
    (
        "embed without type",
        RECORD | {"embed": {}},
        'Expected an object which includes the "$type" property value type (got {}) at $.record.embed',
    ),
    (
        "reply without parent",
        RECORD | {"reply": {"root": {"uri": "at://did:plc:x/app.bsky.feed.post/3m5vzabcdef22", "cid": CID}}},
        'Missing required key "parent" at $.record.reply',
    ),
]


class Server:
    """A personal data server, real or played, and what it says once the changing parts are named."""

    def __init__(self, base: str, handle: str, password: str) -> None:
        self.client = httpx.Client(base_url=f"{base}/xrpc", trust_env=False, timeout=30)
        body = {"identifier": handle, "password": password}
        self.session = self.client.post("/com.atproto.server.createSession", json=body).json()
        self.did = self.session["did"]
        self.auth = {"Authorization": f"Bearer {self.session['accessJwt']}"}

    def said(self, response: httpx.Response) -> tuple[int, Any]:
        body = response.json()
        if "commit" in body:
            assert re.fullmatch(r"bafyrei[a-z2-7]{52}", body["commit"]["cid"])
            assert re.fullmatch(r"[2-7a-j][2-7a-z]{12}", body["commit"]["rev"])
            body["commit"] = "COMMIT"
        words = httpx.Response(200, json=body).text.replace(self.did, "DID")
        return response.status_code, httpx.Response(200, text=words).json()

    def put(self, key: str, record: object, **more: object) -> tuple[int, Any]:
        return self.write("putRecord", collection=POST, rkey=key, record=record, **more)

    def write(self, name: str, **body: object) -> tuple[int, Any]:
        fields = {"repo": self.did, **body}
        return self.said(self.client.post(f"/com.atproto.repo.{name}", json=fields, headers=self.auth))

    def get(self, key: str, repo: str = "") -> tuple[int, Any]:
        query = {"repo": repo or self.did, "collection": POST, "rkey": key}
        return self.said(self.client.get("/com.atproto.repo.getRecord", params=query))

    def upload(self, content: bytes, mime: str = "image/png") -> dict[str, Any]:
        headers = self.auth | {"Content-Type": mime}
        answer = self.client.post("/com.atproto.repo.uploadBlob", content=content, headers=headers)
        stored: dict[str, Any] = answer.json()["blob"]
        return stored


def connected(base: str, handle: str, password: str) -> Iterator[Server]:
    server = Server(base, handle, password)
    yield server
    server.client.close()


@pytest.fixture(scope="module", params=["sandbox", pytest.param("real", marks=pytest.mark.node)])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    if request.param == "sandbox":
        with stage() as played:
            yield from connected(f"{played.url}/bluesky", "kotauji.test", "sandbox-password")
    else:
        with bluesky_pds() as real:
            yield from connected(real.url, real.handle, real.secret)


def written(key: str, cid: str = CID) -> dict[str, Any]:
    return {"uri": f"at://DID/{POST}/{key}", "cid": cid, "commit": "COMMIT", "validationStatus": "valid"}


def no(message: str, error: str = "InvalidRequest", status: int = 400) -> tuple[int, Any]:
    return status, {"error": error, "message": message}


def test_the_same_record_again_is_the_same_post(server: Server) -> None:
    key = "3m5vzabcdef22"
    answer = written(key)
    assert server.put(key, RECORD) == (200, answer)
    del answer["commit"]
    assert server.put(key, RECORD) == (200, answer)
    assert server.put(key, RECORD, swapRecord=None) == (200, answer)
    swap = no(f"Record was at {CID}", "InvalidSwap")
    assert server.put(key, RECORD | {"text": "Lain"}, swapRecord=None) == swap
    assert server.put(key, RECORD | {"text": "Lain"}, swapRecord=OTHER_CID) == swap
    assert server.put(key, RECORD | {"text": "Lain"}) == (200, written(key, OTHER_CID))
    found = {"uri": f"at://DID/{POST}/{key}", "cid": OTHER_CID, "value": RECORD | {"text": "Lain"}}
    assert server.get(key) == (200, found)
    assert server.get(key, "kotauji.test") == (200, found)


def test_a_key_can_be_taken_once(server: Server) -> None:
    key = "3m5vzabcdeg22"
    body = {"collection": POST, "rkey": key, "record": RECORD}
    assert server.write("createRecord", **body) == (200, written(key))
    assert server.write("createRecord", **body) == no("Internal Server Error", "InternalServerError", 500)
    code, answer = server.write("createRecord", collection=POST, record=RECORD)
    chosen = answer["uri"].rpartition("/")[2]
    assert (code, answer) == (200, written(chosen))


def test_several_writes_are_one(server: Server) -> None:
    kind = "com.atproto.repo.applyWrites#"
    key = "3m5vzabcdeh22"
    create = {"$type": f"{kind}create", "collection": POST, "rkey": key, "value": RECORD}
    result = {
        "$type": f"{kind}createResult",
        "uri": f"at://DID/{POST}/{key}",
        "cid": CID,
        "validationStatus": "valid",
    }
    assert server.write("applyWrites", writes=[create]) == (200, {"commit": "COMMIT", "results": [result]})
    bad = no("Internal Server Error", "InternalServerError", 500)
    other = create | {"rkey": "3m5vzabcdeh23"}
    assert server.write("applyWrites", writes=[other, create]) == bad
    assert server.get("3m5vzabcdeh23") == missing("3m5vzabcdeh23")
    lost = {"$type": f"{kind}update", "collection": POST, "rkey": "3m5vzabcdeh24", "value": RECORD}
    assert server.write("applyWrites", writes=[lost]) == bad
    delete = {"$type": f"{kind}delete", "collection": POST, "rkey": key}
    gone = {"commit": "COMMIT", "results": [{"$type": f"{kind}deleteResult"}]}
    assert server.write("applyWrites", writes=[delete]) == (200, gone)


def missing(key: str) -> tuple[int, Any]:
    return no(f"Could not locate record: at://DID/{POST}/{key}", "RecordNotFound")


def test_deleting_twice_is_deleting_once(server: Server) -> None:
    key = "3m5vzabcdei22"
    server.put(key, RECORD)
    assert server.write("deleteRecord", collection=POST, rkey=key) == (200, {"commit": "COMMIT"})
    assert server.write("deleteRecord", collection=POST, rkey=key) == (200, {})
    assert server.get(key) == missing(key)


@pytest.mark.parametrize(("record", "message"), [one[1:] for one in REFUSED], ids=[one[0] for one in REFUSED])
def test_what_the_lexicon_refuses(server: Server, record: dict[str, Any], message: str) -> None:
    assert server.put("3m5vzabcdej22", record) == no(INVALID + message)
    assert server.get("3m5vzabcdej22") == missing("3m5vzabcdej22")


def test_pictures_need_a_description_and_must_be_uploaded(server: Server) -> None:
    key = "3m5vzabcdek22"
    stored = server.upload(png())
    assert stored == blob(blob_cid(png()), "image/png", len(png()))
    without = server.put(key, RECORD | images({"image": stored}))
    assert without == no(f'{INVALID}Missing required key "alt" at $.record.embed.images[0]')
    lost = server.put(key, RECORD | images({"image": blob(), "alt": "Loket"}))
    assert lost == no(f"Could not find blob: {NO_BLOB}", "BlobNotFound")
    mime = server.put(key, RECORD | images({"image": stored | {"mimeType": "text/plain"}, "alt": "Loket"}))
    where = "$.record.embed.images[0].image.mimeType"
    assert mime == no(f'{INVALID}Expected "image/*" (got "text/plain") at {where}')
    good = RECORD | images({"image": stored, "alt": "Loket"})
    assert server.put(key, good) == (200, written(key, record_cid(good)))
    query = {"did": server.did, "cid": stored["ref"]["$link"]}
    assert server.client.get("/com.atproto.sync.getBlob", params=query).content == png()


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("self", 'Invalid record key for app.bsky.feed.post: Invalid TID string (got "self") at $'),
        ("a/b", 'Invalid record key (got "a/b") at $.rkey'),
    ],
)
def test_keys_of_posts_are_timestamps(server: Server, key: str, message: str) -> None:
    assert server.put(key, RECORD) == no(message)


def test_other_refusals_of_writes(server: Server) -> None:
    key = "3m5vzabcdel22"
    kind = server.put(key, RECORD | {"$type": "app.bsky.feed.like"})
    assert kind == no("Invalid $type: expected app.bsky.feed.post, got app.bsky.feed.like")
    nobody = server.put(key, RECORD, repo="did:plc:abc")
    assert nobody == no("Account not found", "AccountNotFound", 403)
    assert server.write("putRecord", collection=POST, rkey=key) == no('Missing required key "record" at $')
    fraction = server.put(key, RECORD | {"extra": 1.5})
    kinds = "null, boolean, integer, string, cid, bytes, array or object"
    assert fraction == no(f"Expected one of {kinds} value type (got 1.5) at $.record.extra")


@pytest.mark.parametrize(
    ("name", "value", "seen"),
    [
        ("collection", 5, "5"),
        ("collection", [], "[]"),
        ("repo", None, "null"),
        ("rkey", 5, "5"),
        ("rkey", None, "null"),
        ("swapRecord", 5, "5"),
    ],
)
def test_names_are_strings(server: Server, name: str, value: object, seen: str) -> None:
    body = {"collection": POST, "rkey": "3m5vzabcdem22", "record": RECORD, name: value}
    assert server.write("putRecord", **body) == no(f"Expected string value type (got {seen}) at $.{name}")


@pytest.mark.parametrize("change", [{"size": "1"}, {"mimeType": 5}])
def test_a_blob_is_whole(server: Server, change: dict[str, object]) -> None:
    answer = server.put("3m5vzabcdem22", RECORD | images({"image": blob() | change, "alt": "Loket"}))
    where = "$.record.embed.images[0].image"
    assert answer == no(f'{INVALID}Expected blob value type (got {{"$type": ..., "ref": ..., ...}}) at {where}')


def test_a_part_that_no_lexicon_knows_may_call_itself_a_blob(server: Server) -> None:
    record = RECORD | {"extra": {"$type": "blob"}}
    assert server.put("3m5vzabcden22", record) == (200, written("3m5vzabcden22", record_cid(record)))


def test_a_number_that_is_too_large(server: Server) -> None:
    answer = server.put("3m5vzabcdem22", RECORD | {"extra": 2**53})
    assert answer == no("Internal Server Error", "InternalServerError", 500)


def test_a_moment_needs_a_time_zone_that_exists(server: Server) -> None:
    answer = server.put("3m5vzabcdem22", RECORD | {"createdAt": "2026-11-20T02:00:00+25:00"})
    assert answer[0] == 400


def test_logins_are_strings_and_tokens_may_be_anything(server: Server) -> None:
    odd = server.client.post("/com.atproto.server.createSession", json={"identifier": None, "password": []})
    assert server.said(odd) == no("Expected string value type (got null) at $.identifier")
    headers = {b"Authorization": "Bearer é".encode()}
    foreign = server.client.get("/com.atproto.server.getSession", headers=headers)
    assert server.said(foreign) == no("Token could not be verified", "InvalidToken")


def test_sessions(server: Server) -> None:
    login, session = "/com.atproto.server.createSession", "/com.atproto.server.getSession"
    wrong = server.client.post(login, json={"identifier": "kotauji.test", "password": "salah"})
    assert server.said(wrong) == no("Invalid identifier or password", "AuthenticationRequired", 401)
    half = server.client.post(login, json={"identifier": "kotauji.test"})
    assert server.said(half) == no('Missing required key "password" at $')
    bare = server.client.get(session)
    assert server.said(bare) == no("Authentication Required", "AuthMissing", 401)
    nonsense = server.client.get(session, headers={"Authorization": "Bearer abc"})
    assert server.said(nonsense) == no("Token could not be verified", "InvalidToken")
    refresh = {"Authorization": f"Bearer {server.session['refreshJwt']}"}
    kind = no("Invalid token type", "InvalidToken")
    assert server.said(server.client.get(session, headers=refresh)) == kind
    renew = "/com.atproto.server.refreshSession"
    assert server.said(server.client.post(renew, headers=server.auth)) == kind
    fresh = server.client.post(renew, headers=refresh).json()
    assert (fresh["did"], fresh["handle"]) == (server.did, "kotauji.test")
    again = {"Authorization": f"Bearer {fresh['accessJwt']}"}
    assert server.client.get(session, headers=again).json()["did"] == server.did
