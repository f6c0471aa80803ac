"""Mastodon against a stateful server, and against answers that servers document."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import httpx
import pytest
from desk import ARMED, OFFICE, account, document, open_session, send_all

from servers import Server
from terbuka.errors import OutcomeUnknown, RateLimited, Rejected, Unauthorised
from terbuka.social.compose import compose
from terbuka.social.message import Message, Receipt
from terbuka.social.platform import PUBLISHES, Files, Limits, Session, Steps
from terbuka.social.platforms import mastodon
from terbuka.wire import AFTER, Wire

BASE = "https://uji.example/"
PICTURE = Path(__file__).parents[2] / "content" / "gambar" / "loket.png"


def message(folder: Path, name: str, more: str = "") -> Message:
    made = compose(document(folder, name=name, more=more), account("mastodon"), OFFICE, BASE)
    assert made is not None
    return made


def status(server: Server, number: str) -> dict[str, object]:
    headers = {"Authorization": f"Bearer {server.secret}"}
    answer: dict[str, object] = httpx.get(f"{server.url}/api/v1/statuses/{number}", headers=headers).json()
    return answer


def test_the_server_says_its_limits(mastodon_server: Server, tmp_path: Path) -> None:
    with Wire() as wire:
        session = open_session(wire, mastodon, mastodon_server, account("mastodon"))
    instance = httpx.get(f"{mastodon_server.url}/api/v2/instance").json()["configuration"]
    assert session.limits == Limits(
        characters=instance["statuses"]["max_characters"],
        link_length=instance["statuses"]["characters_reserved_per_url"],
        bytes=None,
        alt=instance["media_attachments"].get("description_limit", 1500),
        media_bytes=instance["media_attachments"]["image_size_limit"],
        source=f"{mastodon_server.url}/api/v2/instance",
    )


@pytest.mark.parametrize(
    ("instance", "characters", "link"),
    [
        ({"configuration": {"statuses": {"max_characters": 5000, "characters_reserved_per_url": 25}}}, 5000, 25),
        ({"max_toot_chars": 1000}, 1000, 23),
        ({}, 500, 23),
        ({"configuration": {"statuses": {"max_characters": "500"}}}, 500, 23),
    ],
    ids=["gotosocial", "pleroma-v1", "silent", "nonsense"],
)
def test_limits_of_other_servers(instance: dict[str, object], characters: int, link: int) -> None:
    limits = mastodon.read_limits(instance, "uji")
    assert (limits.characters, limits.link_length) == (characters, link)


def test_a_post_with_its_picture_is_found_again(mastodon_server: Server, tmp_path: Path) -> None:
    more = (
        "image: {src: gambar/loket.png, alt: Petugas melayani warga di loket, credit: Tim, licence: CC BY 4.0}\n"
    )
    said = message(tmp_path, "utuh", more)
    assert said.card.image is not None
    files = Files({PurePosixPath(said.card.image.path): PICTURE.read_bytes()})
    with Wire() as wire:
        session = open_session(wire, mastodon, mastodon_server, said.account)
        (receipt,) = send_all(wire, mastodon, session, said, files)
        armed = datetime.now(UTC)
        found = wire.run(mastodon.find(session, said, 0, (), armed))
    live = status(mastodon_server, receipt.remote_id)
    assert found == receipt
    assert (live["language"], live["visibility"], live["url"]) == ("id", "public", receipt.url)
    media = live["media_attachments"]
    assert isinstance(media, list)
    assert [one["description"] for one in media] == ["Petugas melayani warga di loket"]


def test_a_thread_answers_itself_and_each_part_is_found(mastodon_server: Server, tmp_path: Path) -> None:
    said = message(tmp_path, "utas", 'social: {mastodon: ["Utas satu.", "Utas dua."]}\n')
    with Wire() as wire:
        session = open_session(wire, mastodon, mastodon_server, said.account)
        first, second = send_all(wire, mastodon, session, said)
        assert wire.run(mastodon.find(session, said, 1, (first,), datetime.now(UTC))) == second
        assert wire.run(mastodon.find(session, said, 0, (), datetime.now(UTC))) == first
    assert status(mastodon_server, second.remote_id)["in_reply_to_id"] == first.remote_id


def test_what_was_never_sent_is_not_found(mastodon_server: Server, tmp_path: Path) -> None:
    said = message(tmp_path, "tidak-ada")
    with Wire() as wire:
        session = open_session(wire, mastodon, mastodon_server, said.account)
        assert wire.run(mastodon.find(session, said, 0, (), ARMED)) is None


SESSION = Session(account("mastodon"), "https://sosial.uji.example", "rahasia", "1", mastodon.LIMITS)


def answer(status_code: int, body: object, headers: dict[str, str] | None = None) -> httpx.Response:
    """An answer to the publishing request."""
    request = httpx.Request("POST", "https://sosial.uji.example/api/v1/statuses", extensions=PUBLISHES)
    return httpx.Response(status_code, json=body, headers=headers or {}, request=request)


@pytest.mark.parametrize(
    ("response", "kind", "said"),
    [
        (
            answer(401, {"error": "The access token is invalid"}),
            Unauthorised,
            "Mastodon does not accept the secret (401): The access token is invalid "
            "Renew the token of this account and put it into its environment variable.",
        ),
        (
            answer(422, {"error": "Validation failed: Text character limit of 500 exceeded"}),
            Rejected,
            "Mastodon refused (422): Validation failed: Text character limit of 500 exceeded "
            "Read the platform's words, mend the text or the account, and run terbuka publish again.",
        ),
        (
            answer(503, {"error": "rahasia bocor"}),
            OutcomeUnknown,
            "Mastodon answered 503 and may have published it nevertheless. "
            "Run terbuka publish again: it reads the platform before it sends anything.",
        ),
        (
            answer(202, {"id": "5"}),
            OutcomeUnknown,
            "Mastodon answered 202 and may have published it nevertheless. "
            "Run terbuka publish again: it reads the platform before it sends anything.",
        ),
        (
            answer(200, ["x"]),
            OutcomeUnknown,
            "Mastodon gave an answer that cannot be read. "
            "Run terbuka publish again: it reads the platform before it sends anything.",
        ),
        (
            answer(422, {"error": "token rahasia salah"}),
            Rejected,
            "Mastodon refused (422): token ••• salah "
            "Read the platform's words, mend the text or the account, and run terbuka publish again.",
        ),
    ],
    ids=["expired", "too-long", "server-error", "half-a-success", "garbage", "secret-repeated"],
)
def test_each_answer_is_understood(
    response: httpx.Response, kind: type[Exception], said: str, tmp_path: Path
) -> None:
    """Answers as Mastodon's OpenAPI description 4.7.0 and validators give them."""
    steps = mastodon.send(SESSION, message(tmp_path, "jawaban"), 0, (), ARMED, Files())
    request = next(steps)
    assert request.headers["Idempotency-Key"].endswith("-1795140000")
    with pytest.raises(kind) as error:
        steps.send(response)
    assert type(error.value) is kind
    assert error.value.say("en") == said  # type: ignore[attr-defined]


def test_a_limit_names_the_moment_of_its_end(tmp_path: Path) -> None:
    """X-RateLimit-Reset is an ISO moment: docs.joinmastodon.org/api/rate-limits, read 2026-11-22."""
    steps = mastodon.send(SESSION, message(tmp_path, "batas"), 0, (), ARMED, Files())
    next(steps)
    with pytest.raises(RateLimited) as error:
        steps.send(answer(429, {"error": "Throttled"}, {"X-RateLimit-Reset": "2026-11-20T02:05:00.123Z"}))
    assert error.value.retry_at == datetime(2026, 11, 20, 2, 5, 0, 123000, tzinfo=UTC)


def asked(steps: Steps[Receipt | None], body: object) -> httpx.Response:
    """An answer to a question that publishes nothing."""
    return httpx.Response(200, json=body, request=next(steps))


def shown(number: str, content: str, answers_to: str | None = None, at: str = "2026-11-20T02:00:01Z") -> object:
    """A status as Mastodon shows it (entities/Status, 4.7.0), as far as it is read."""
    return {
        "id": number,
        "created_at": at,
        "in_reply_to_id": answers_to,
        "content": content,
        "url": f"https://sosial.uji.example/@uji/{number}",
    }


BEFORE = shown("1", "<p>Lama</p>", at="2026-11-19T00:00:00Z")
FIRST = Receipt("7", "https://sosial.uji.example/@uji/7", ARMED)
THREAD = 'social: {mastodon: ["Satu.", "Tanya @warga@sosial.contoh.example."]}\n'


def test_a_later_part_is_known_by_its_words_as_the_server_shows_them(tmp_path: Path) -> None:
    mention = '<p>Tanya <span class="h-card"><a href="https://sosial.contoh.example/@warga">@<span>warga</span></a></span>.</p>'
    steps = mastodon.find(SESSION, message(tmp_path, "cari", THREAD), 1, (FIRST,), ARMED)
    with pytest.raises(StopIteration) as end:
        steps.send(asked(steps, [shown("9", "<p>Terima kasih</p>", "7"), shown("8", mention, "7"), BEFORE]))
    assert end.value.value == Receipt(
        "8", "https://sosial.uji.example/@uji/8", datetime(2026, 11, 20, 2, 0, 1, tzinfo=UTC)
    )


def test_another_answer_to_the_part_before_is_for_a_person_to_judge(tmp_path: Path) -> None:
    steps = mastodon.find(SESSION, message(tmp_path, "ragu", THREAD), 1, (FIRST,), ARMED)
    with pytest.raises(OutcomeUnknown) as error:
        steps.send(asked(steps, [shown("9", "<p>Terima kasih</p>", "7"), BEFORE]))
    assert error.value.say("en") == (
        "Mastodon does not show clearly whether the post is there. "
        "Look at the account, then record what you see with: terbuka settle"
    )


@pytest.mark.parametrize("body", [{}, ["x"], [{"content": "tanpa id"}]], ids=["object", "words", "no-id"])
def test_a_timeline_that_cannot_be_read_proves_nothing(tmp_path: Path, body: object) -> None:
    steps = mastodon.find(SESSION, message(tmp_path, "rusak"), 0, (), ARMED)
    with pytest.raises(Rejected) as error:
        steps.send(asked(steps, body))
    assert error.value.say("en") == (
        "Mastodon gave an answer that cannot be read. Check that the address of the server in office.yml is right."
    )


def test_a_picture_in_the_works_is_asked_for_each_second_and_tried_again_later(tmp_path: Path) -> None:
    """202 and 206: docs.joinmastodon.org/methods/media, read 2026-11-23."""
    more = "image: {src: gambar/loket.png, alt: Petugas melayani warga, credit: Tim, licence: CC BY 4.0}\n"
    said = message(tmp_path, "gambar", more)
    assert said.card.image is not None
    steps = mastodon.send(SESSION, said, 0, (), ARMED, Files({said.card.image.path: b"png"}))
    request = next(steps)
    request = steps.send(httpx.Response(202, json={"id": "5"}, request=request))
    waits = [request.extensions[AFTER]]
    with pytest.raises(RateLimited) as error:
        while True:
            request = steps.send(httpx.Response(206, json={"id": "5"}, request=request))
            waits.append(request.extensions[AFTER])
    assert waits == [0, *[1] * (mastodon.POLLS - 1)]
    assert error.value.say("en") == (
        "Mastodon is still working on the picture loket.png. "
        "Run terbuka publish again later, or use a smaller picture."
    )


def test_the_secret_shows_nowhere() -> None:
    assert "rahasia" not in repr(SESSION)
    assert "rahasia" not in repr(replace(SESSION, user="2"))
