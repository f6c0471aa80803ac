"""Every fault on every platform: what the client sees, and what the platform has afterwards."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from stage import Stage, stage

from terbuka.errors import UsageError
from terbuka.sandbox.faults import Fault, Kind, read_fault

KEY = "3m6bntuvmks22"
RECORD = {"$type": "app.bsky.feed.post", "text": "Halo", "createdAt": "2026-11-20T02:00:00.000Z"}

PUBLISH: dict[str, Callable[[Stage], httpx.Response]] = {
    "bluesky": lambda here: here.put(KEY, RECORD),
    "mastodon": lambda here: here.toot("Halo"),
    "telegram": lambda here: here.bot("sendMessage", chat_id="@ujiresmi", text="Halo"),
}
PLATFORMS = sorted(PUBLISH)


@pytest.fixture
def here() -> Iterator[Stage]:
    with stage() as running:
        running.login()
        yield running


def order(here: Stage, platform: str, kind: str, **more: object) -> httpx.Response:
    return here.client.post("/faults", json={"platform": platform, "kind": kind, **more})


def fault(
    platform: str, kind: str, times: int = 1, match: str | None = None, seconds: float = 0.0
) -> dict[str, Any]:
    """A fault as the list shows it."""
    return {"platform": platform, "kind": kind, "times": times, "match": match, "seconds": seconds}


def posts(here: Stage, platform: str) -> int:
    """How many posts a person would see on a platform."""
    return here.client.get(f"/timeline/{platform}").text.count("<article")


REFUSALS: dict[tuple[str, str], tuple[int, Any, dict[str, str]]] = {
    ("bluesky", "expired-token"): (400, {"error": "ExpiredToken", "message": "Token has expired"}, {}),
    ("bluesky", "rate-limited"): (
        429,
        {"error": "RateLimitExceeded", "message": "Rate Limit Exceeded"},
        {
            "ratelimit-limit": "5000",
            "ratelimit-remaining": "0",
            "ratelimit-reset": "1795140090",
            "ratelimit-policy": "5000;w=3600",
        },
    ),
    ("bluesky", "server-error"): (
        500,
        {"error": "InternalServerError", "message": "Internal Server Error"},
        {},
    ),
    ("mastodon", "expired-token"): (401, {"error": "The access token was revoked"}, {}),
    ("mastodon", "rate-limited"): (
        429,
        {"error": "Too many requests"},
        {
            "x-ratelimit-limit": "300",
            "x-ratelimit-remaining": "0",
            "x-ratelimit-reset": "2026-11-20T02:01:30.000000Z",
        },
    ),
    ("mastodon", "server-error"): (503, {"error": "Remote data could not be fetched"}, {}),
    ("telegram", "expired-token"): (401, {"ok": False, "error_code": 401, "description": "Unauthorized"}, {}),
    ("telegram", "rate-limited"): (
        429,
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 90",
            "parameters": {"retry_after": 90},
        },
        {"retry-after": "90"},
    ),
    ("telegram", "server-error"): (
        502,
        "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body></body>\r\n</html>\r\n",
        {},
    ),
}


def limits(response: httpx.Response) -> dict[str, str]:
    """The headers that tell when to come back."""
    return {
        name: value for name, value in response.headers.items() if "ratelimit" in name or name == "retry-after"
    }


@pytest.mark.parametrize(("platform", "kind"), sorted(REFUSALS))
def test_a_refusal_stores_nothing(here: Stage, platform: str, kind: str) -> None:
    order(here, platform, kind, seconds=90)
    refused = PUBLISH[platform](here)
    assert (*here.said(refused), limits(refused)) == REFUSALS[platform, kind]
    assert posts(here, platform) == 0
    assert PUBLISH[platform](here).status_code == 200
    assert posts(here, platform) == 1


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_server_error_that_stored_the_post(here: Stage, platform: str) -> None:
    order(here, platform, "server-error-after-commit")
    code, body, _ = REFUSALS[platform, "server-error"]
    assert here.said(PUBLISH[platform](here)) == (code, body)
    assert posts(here, platform) == 1


@pytest.mark.parametrize("platform", PLATFORMS)
def test_an_answer_that_never_comes(here: Stage, platform: str) -> None:
    order(here, platform, "drop-after-commit")
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        PUBLISH[platform](here)
    assert posts(here, platform) == 1
    assert PUBLISH[platform](here).status_code == 200


@pytest.mark.parametrize("platform", PLATFORMS)
def test_an_answer_that_ends_in_the_middle(here: Stage, platform: str) -> None:
    order(here, platform, "truncated-answer")
    answer = PUBLISH[platform](here)
    assert answer.status_code == 200
    with pytest.raises(json.JSONDecodeError):
        answer.json()
    assert posts(here, platform) == 1


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_slow_answer_comes_whole(here: Stage, platform: str) -> None:
    order(here, platform, "slow", seconds=0.01)
    assert PUBLISH[platform](here).status_code == 200
    assert posts(here, platform) == 1


def test_a_slow_answer_comes_long_after_the_post_is_live(here: Stage) -> None:
    order(here, "mastodon", "slow", seconds=3600)
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(here.toot, "Halo")
        while posts(here, "mastodon") == 0:
            pass
        assert not answer.done()
        here.sandbox.close()  # does not wait for the hour
        assert answer.result().status_code == 200


def test_a_client_goes_on_after_lost_answers(here: Stage) -> None:
    order(here, "telegram", "drop-after-commit", times=2)
    for _ in range(2):
        with pytest.raises(httpx.TransportError):
            PUBLISH["telegram"](here)
    assert [PUBLISH["telegram"](here).json()["result"]["message_id"] for _ in range(2)] == [3, 4]


def test_faults_are_listed_counted_down_and_called_off(here: Stage) -> None:
    assert here.said(order(here, "mastodon", "server-error", times=2)) == (
        201,
        [fault("mastodon", "server-error", times=2)],
    )
    order(here, "telegram", "rate-limited")
    order(here, "bluesky", "slow", match="getRecord")
    assert here.toot("Halo").status_code == 503
    assert here.said(here.client.get("/faults")) == (
        200,
        [
            fault("mastodon", "server-error"),
            fault("telegram", "rate-limited", seconds=60.0),
            fault("bluesky", "slow", match="getRecord", seconds=30.0),
        ],
    )
    assert here.sandbox.faults()[0] == Fault("mastodon", Kind.SERVER_ERROR)
    assert here.said(here.client.delete("/faults")) == (200, [])
    assert here.toot("Halo").status_code == 200


def test_faults_wait_for_publishing_on_their_platform(here: Stage) -> None:
    for platform in PLATFORMS:
        order(here, platform, "server-error")
    reads = [
        here.upload(),
        here.client.get("/mastodon/api/v2/instance"),
        here.client.get("/mastodon/api/v1/accounts/1/statuses"),
        here.xrpc("com.atproto.repo.uploadBlob", {}),
        here.xrpc("com.atproto.server.refreshSession", headers=bearer(here.session["refreshJwt"])),
        here.bot("getUpdates"),
        here.bot("getChat", chat_id="@ujiresmi"),
    ]
    assert [one.status_code for one in reads] == [202, 200, 200, 200, 200, 200, 200]
    assert [PUBLISH[platform](here).status_code for platform in PLATFORMS] == [500, 503, 502]
    assert [PUBLISH[platform](here).status_code for platform in PLATFORMS] == [200, 200, 200]


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_a_fault_may_wait_for_a_path(here: Stage) -> None:
    order(here, "mastodon", "server-error", match="/media")
    assert here.toot("Halo").status_code == 200
    assert here.upload().status_code == 503
    assert here.upload().status_code == 202


def test_the_first_fault_in_line_comes_first(here: Stage) -> None:
    order(here, "mastodon", "rate-limited")
    order(here, "mastodon", "server-error")
    assert [here.toot("Halo").status_code for _ in range(3)] == [429, 503, 200]


def test_a_sandbox_can_be_told_directly(here: Stage) -> None:
    here.sandbox.fail("mastodon", "server-error", times=2)
    assert [here.toot("Halo").status_code for _ in range(3)] == [503, 503, 200]


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (
            {"platform": "x", "kind": "slow"},
            "platform: String should match pattern '^(bluesky|mastodon|telegram)$'",
        ),
        (
            {"platform": "mastodon", "kind": "api"},
            "kind: Input should be 'drop-after-commit', 'expired-token', 'rate-limited', 'server-error', "
            "'server-error-after-commit', 'slow' or 'truncated-answer'",
        ),
        (
            {"platform": "mastodon", "kind": "slow", "times": 0},
            "times: Input should be greater than or equal to 1",
        ),
        (
            {"platform": "mastodon", "kind": "slow", "kali": 1},
            "kali: Extra inputs are not permitted",
        ),
    ],
)
def test_a_fault_that_is_none(here: Stage, body: dict[str, object], error: str) -> None:
    assert here.said(here.client.post("/faults", json=body)) == (422, {"error": error})
    assert here.client.get("/faults").json() == []


def test_pages_elsewhere_cannot_set_faults(here: Stage) -> None:
    words = json.dumps({"platform": "mastodon", "kind": "slow"})
    plain = here.client.post("/faults", content=words, headers={"Content-Type": "text/plain"})
    assert here.said(plain) == (415, {"error": "send application/json"})
    rebound = here.client.get("/faults", headers={"Host": "jahat.example"})
    assert here.said(rebound) == (400, "Invalid host header")


def test_faults_on_a_command_line() -> None:
    assert read_fault("mastodon:slow") == Fault("mastodon", Kind.SLOW, 1, None, 30.0)
    assert read_fault("telegram:rate-limited:3") == Fault("telegram", Kind.RATE_LIMITED, 3, None, 60.0)


@pytest.mark.parametrize("words", ["", "mastodon", "mastodon:api", "x:slow", "mastodon:slow:0", "mastodon:slow:x"])
def test_a_fault_written_wrongly(words: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_fault(words)
    assert caught.value.say("id") == (
        f"“{words}” bukan gangguan yang dikenal. Tulis platform:jenis atau platform:jenis:banyaknya. "
        "Platform: bluesky, mastodon, telegram. Jenis: drop-after-commit, expired-token, rate-limited, server-error, "
        "server-error-after-commit, slow, truncated-answer."
    )
