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
from stage import POST, Stage, png, stage

from servers import bluesky_pds
from terbuka.sandbox.bluesky.cid import NotData, blob_cid, encode, record_cid

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


@pytest.fixture
def here() -> Iterator[Stage]:
    with stage() as running:
        yield running


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


def test_a_facet_must_lie_within_the_text(here: Stage) -> None:
    answer = here.put("3m5vzabcdef22", RECORD | facet(0, 5, "https://uji.example/"))
    message = f"{INVALID}facet out of range (text has 4 bytes, got 0-5) at $.record.facets[0]"
    assert here.said(answer) == no(message)
    assert here.put("3m5vzabcdef22", RECORD | facet(0, 4, "https://uji.example/")).status_code == 200


def test_a_login_as_answered(here: Stage) -> None:
    here.login("uji.example")
    did = "did:plc:t3dfpozz2rgwdt2i4jlyxdto"
    service = {"id": "#atproto_pds", "type": "AtprotoPersonalDataServer", "serviceEndpoint": f"{here.url}/bluesky"}
    document = {
        "@context": ["https://www.w3.org/ns/did/v1"],
        "id": did,
        "alsoKnownAs": ["at://uji.example"],
        "service": [service],
    }
    rest = {key: value for key, value in here.session.items() if not key.endswith("Jwt")}
    assert rest == {"did": did, "didDoc": document, "handle": "uji.example", "active": True}
    answer = here.client.get("/bluesky/xrpc/com.atproto.identity.resolveHandle", params={"handle": "uji.example"})
    assert answer.json() == {"did": did}
    unknown = here.client.get("/bluesky/xrpc/com.atproto.identity.resolveHandle", params={"handle": "x.example"})
    assert here.said(unknown) == no("Unable to resolve handle")
    server = here.client.get("/bluesky/xrpc/com.atproto.server.describeServer").json()
    assert server == {
        "did": "did:web:localhost",
        "availableUserDomains": [".example"],
        "inviteCodeRequired": False,
    }


def test_access_ends_after_two_hours_and_is_renewed_for_ninety_days(here: Stage) -> None:
    here.login()
    session = "/bluesky/xrpc/com.atproto.server.getSession"
    here.clock.advance(hours=1, minutes=59)
    access = {"Authorization": f"Bearer {here.session['accessJwt']}"}
    assert here.client.get(session, headers=access).status_code == 200
    here.clock.advance(minutes=1)
    assert here.said(here.client.get(session, headers=access)) == no("Token has expired", "ExpiredToken")
    refresh = {"Authorization": f"Bearer {here.session['refreshJwt']}"}
    assert here.xrpc("com.atproto.server.refreshSession", headers=refresh).status_code == 200
    here.clock.advance(days=90)
    late = here.xrpc("com.atproto.server.refreshSession", headers=refresh)
    assert here.said(late) == no("Token has expired", "ExpiredToken")


def test_points_are_counted(here: Stage) -> None:
    answers = [here.put("3m5vzabcdef22", RECORD), here.put("3m5vzabcdef22", RECORD)]
    names = ("ratelimit-limit", "ratelimit-remaining", "ratelimit-reset", "ratelimit-policy")
    assert [tuple(one.headers[name] for name in names) for one in answers] == [
        ("5000", "4998", "1795143600", "5000;w=3600"),
        ("5000", "4996", "1795143600", "5000;w=3600"),
    ]


def test_records_are_listed_in_pages(here: Stage) -> None:
    keys = [f"3m5vzabcdef2{number}" for number in (2, 3, 4, 5, 6)]
    for key in keys:
        here.put(key, RECORD)
    path = "/bluesky/xrpc/com.atproto.repo.listRecords"
    query = {"repo": "uji.example", "collection": POST, "limit": "2"}
    seen: list[list[str]] = []
    cursor: dict[str, str] = {}
    while (page := here.client.get(path, params=query | cursor).json())["records"]:
        seen.append([one["uri"].rpartition("/")[2] for one in page["records"]])
        cursor = {"cursor": page["cursor"]}
    assert seen == [[keys[4], keys[3]], [keys[2], keys[1]], [keys[0]]]
    forward = here.client.get(path, params=query | {"reverse": "true", "cursor": keys[1]}).json()["records"]
    assert [one["uri"].rpartition("/")[2] for one in forward] == [keys[2], keys[3]]
    most = here.client.get(path, params=query | {"limit": "101"})
    assert here.said(most) == no("integer out of range (1 to 100, got 101) at $.limit")
    nobody = here.client.get(path, params=query | {"repo": "x.example"})
    assert here.said(nobody) == no("Could not find repo: x.example")


def test_someone_elses_repository(here: Stage) -> None:
    other = here.login("lain.example") and here.session["did"]
    here.login("uji.example")
    answer = here.put("3m5vzabcdef22", RECORD, repo=other)
    assert here.said(answer) == no("Authentication Required", "AuthenticationRequired", 401)


def test_a_commit_that_moved(here: Stage) -> None:
    first = here.put("3m5vzabcdef22", RECORD).json()["commit"]["cid"]
    second = here.put("3m5vzabcdef23", RECORD, swapCommit=first).json()["commit"]["cid"]
    late = here.put("3m5vzabcdef24", RECORD, swapCommit=first)
    assert here.said(late) == no(f"Commit was at {second}", "InvalidSwap")


def test_what_is_not_played(here: Stage) -> None:
    answer = here.client.post("/bluesky/xrpc/app.bsky.video.uploadVideo")
    assert here.said(answer) == no("Method Not Implemented", "MethodNotImplemented", 501)


def test_data_as_real_servers_write_it() -> None:
    value = {"bb": [1, -1, 24, 256, 70000, 5_000_000_000, None, True, False], "a": {"$bytes": "AQI"}}
    expected = "a2 61 61 42 0102 62 6262 89 01 20 1818 190100 1a00011170 1b000000012a05f200 f6 f5 f4"
    assert encode(value).hex() == expected.replace(" ", "")
    with pytest.raises(NotData) as caught:
        encode({"a": [1.5]})
    assert (caught.value.path, caught.value.value) == ("$.record.a[0]", 1.5)
