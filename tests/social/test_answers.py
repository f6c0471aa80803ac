"""Answers that servers should not give, and some do."""

from __future__ import annotations

from datetime import UTC, datetime

import httpx
import pytest

from terbuka.errors import NotSent, OutcomeUnknown, RateLimited, Rejected, Unauthorised
from terbuka.social import answers
from terbuka.social.platform import PUBLISHES

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def response(status: int, *, publishes: bool, headers: dict[str, str] | None = None) -> httpx.Response:
    request = httpx.Request("POST", "https://uji.example/", extensions=PUBLISHES if publishes else {})
    return httpx.Response(status, content=b"{", headers=headers or {}, request=request)


@pytest.mark.parametrize(
    ("status", "asking", "publishing"),
    [
        (202, Rejected, OutcomeUnknown),
        (204, Rejected, OutcomeUnknown),
        (301, Rejected, Rejected),
        (401, Unauthorised, Unauthorised),
        (403, Unauthorised, Unauthorised),
        (422, Rejected, Rejected),
        (429, RateLimited, RateLimited),
        (500, NotSent, OutcomeUnknown),
        (503, NotSent, OutcomeUnknown),
        (520, NotSent, OutcomeUnknown),
    ],
)
def test_what_a_status_means(status: int, asking: type[Exception], publishing: type[Exception]) -> None:
    assert type(answers.failure("Uji", response(status, publishes=False), "")) is asking
    assert type(answers.failure("Uji", response(status, publishes=True), "")) is publishing


def test_a_server_that_is_out_of_order_is_tried_again() -> None:
    assert answers.failure("Uji", response(503, publishes=False), "").say("id") == (
        "Uji sedang terganggu (503); tidak ada yang terbit. Jalankan terbuka publish lagi nanti."
    )


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("1795140000", datetime(2026, 11, 20, 2, 0, tzinfo=UTC)),
        (60, datetime(1970, 1, 1, 0, 1, tzinfo=UTC)),
        ("1795140000000", None),
        ("²", None),
        ("-1", None),
        ("", None),
        (None, None),
        (1.5, None),
    ],
)
def test_seconds(value: object, moment: datetime | None) -> None:
    assert answers.seconds_after(EPOCH, value) == moment


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("Fri, 20 Nov 2026 02:05:00 GMT", datetime(2026, 11, 20, 2, 5, tzinfo=UTC)),
        ("Fri, 20 Nov 2026 02:05:00 -0000", datetime(2026, 11, 20, 2, 5, tzinfo=UTC)),
        ("nanti", None),
        ("", None),
        ("9" * 5000, None),
    ],
    ids=["date", "date-without-zone", "words", "nothing", "nonsense"],
)
def test_retry_after(value: str, moment: datetime | None) -> None:
    """RFC 9110, section 10.2.3."""
    assert answers.retry_after(response(429, publishes=False, headers={"Retry-After": value})) == moment


def test_words_of_a_server_are_short_and_on_one_line() -> None:
    said = answers.failure("Uji", response(422, publishes=True), "a\nrahasia\t" + "b" * 300, "rahasia").what
    assert said.say("en") == f"Uji refused (422): a ••• {'b' * 194}"
