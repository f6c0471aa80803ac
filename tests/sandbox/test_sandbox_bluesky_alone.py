"""What the played Bluesky does on its own: facets, clocks, points, pages, commits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from stage import POST, Stage, stage

from terbuka.sandbox.bluesky.cid import NotData, encode

RECORD = {"$type": POST, "text": "Halo", "createdAt": "2026-11-20T02:00:00.000Z", "langs": ["id"]}


def facet(start: int, end: int) -> dict[str, Any]:
    feature = {"$type": "app.bsky.richtext.facet#link", "uri": "https://uji.example/"}
    return {"facets": [{"index": {"byteStart": start, "byteEnd": end}, "features": [feature]}]}


def no(message: str, error: str = "InvalidRequest", status: int = 400) -> tuple[int, Any]:
    return status, {"error": error, "message": message}


@pytest.fixture
def here() -> Iterator[Stage]:
    with stage() as running:
        yield running


def test_a_facet_must_lie_within_the_text(here: Stage) -> None:
    answer = here.put("3m5vzabcdef22", RECORD | facet(0, 5))
    message = (
        "Invalid app.bsky.feed.post record: facet out of range (text has 4 bytes, got 0-5) at $.record.facets[0]"
    )
    assert here.said(answer) == no(message)
    assert here.put("3m5vzabcdef22", RECORD | facet(0, 4)).status_code == 200


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
