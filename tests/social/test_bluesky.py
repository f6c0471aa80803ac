"""Bluesky against a real Personal Data Server."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import httpx
import pytest
from desk import ARMED, OFFICE, SUMMARY, TITLE, account, document, open_session, send_all

from servers import Server
from terbuka.errors import Rejected, Unauthorised
from terbuka.social.compose import compose
from terbuka.social.message import Message, Receipt
from terbuka.social.platform import Files
from terbuka.social.platforms import bluesky
from terbuka.wire import Wire

BASE = "https://uji.example/"
PICTURE = Path(__file__).parents[2] / "content" / "gambar" / "loket.png"

pytestmark = pytest.mark.node


def message(folder: Path, pds: Server, name: str, more: str = "") -> Message:
    made = compose(document(folder, name=name, more=more), account("bluesky", handle=pds.handle), OFFICE, BASE)
    assert made is not None
    return made


def record(pds: Server, key: str) -> dict[str, object]:
    query = {"repo": pds.user, "collection": bluesky.POST, "rkey": key}
    answer: dict[str, object] = httpx.get(f"{pds.url}/xrpc/com.atproto.repo.getRecord", params=query).json()
    return answer


def how_many(pds: Server, words: str) -> int:
    query = {"repo": pds.user, "collection": bluesky.POST, "limit": "100"}
    answer = httpx.get(f"{pds.url}/xrpc/com.atproto.repo.listRecords", params=query).json()
    return sum(words in item["value"]["text"] for item in answer["records"])


def test_a_post_is_stored_as_composed_and_found_again(tmp_path: Path, pds: Server) -> None:
    more = (
        "image: {src: gambar/loket.png, alt: Petugas melayani warga di loket, credit: Tim, licence: CC BY 4.0}\n"
    )
    said = message(tmp_path, pds, "utuh", more)
    image = said.card.image
    assert image is not None
    files = Files({PurePosixPath(image.path): PICTURE.read_bytes()})
    with Wire() as wire:
        session = open_session(wire, bluesky, pds, said.account)
        assert (session.user, session.limits) == (pds.user, bluesky.LIMITS)
        (receipt,) = send_all(wire, bluesky, session, said, files)
        found = wire.run(bluesky.find(session, said, 0, (), ARMED))
    key = bluesky.record_key(ARMED, said.parts[0].token)
    stored = record(pds, key)
    assert found == receipt
    assert receipt.url == f"https://bsky.app/profile/{pds.handle}/post/{key}"
    assert (receipt.remote_id, dict(receipt.extra)["cid"]) == (stored["uri"], stored["cid"])
    value = stored["value"]
    assert isinstance(value, dict)
    thumb = value["embed"]["external"].pop("thumb")
    assert (thumb["mimeType"], thumb["size"]) == ("image/png", PICTURE.stat().st_size)
    words = f"{TITLE}\n\n{SUMMARY}\n\n#LayananPublik\n\nuji.example/berita/2026/utuh"
    tag, link = words.encode().index(b"#"), words.encode().index(b"uji.example")
    assert value == {
        "$type": "app.bsky.feed.post",
        "text": words,
        "createdAt": "2026-11-20T02:00:00.123Z",
        "langs": ["id"],
        "embed": {
            "$type": "app.bsky.embed.external",
            "external": {"uri": said.parts[0].link, "title": TITLE, "description": SUMMARY},
        },
        "facets": [
            {
                "index": {"byteStart": tag, "byteEnd": tag + 14},
                "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "LayananPublik"}],
            },
            {
                "index": {"byteStart": link, "byteEnd": len(words.encode())},
                "features": [{"$type": "app.bsky.richtext.facet#link", "uri": said.parts[0].link}],
            },
        ],
    }


def test_sending_again_changes_nothing(tmp_path: Path, pds: Server) -> None:
    said = message(tmp_path, pds, "ulang")
    with Wire() as wire:
        session = open_session(wire, bluesky, pds, said.account)
        first = send_all(wire, bluesky, session, said)
        assert send_all(wire, bluesky, session, said) == first
    assert how_many(pds, "berita/2026/ulang") == 1


def test_a_thread_hangs_together(tmp_path: Path, pds: Server) -> None:
    said = message(tmp_path, pds, "utas", 'social: {bluesky: ["Utas satu.", "Utas dua.", "Utas tiga."]}\n')
    with Wire() as wire:
        session = open_session(wire, bluesky, pds, said.account)
        first, second, third = send_all(wire, bluesky, session, said)
        assert wire.run(bluesky.find(session, said, 2, (first, second), ARMED)) == third
    value = record(pds, third.remote_id.rsplit("/", 1)[-1])["value"]
    assert isinstance(value, dict)
    assert value["reply"] == {
        "root": {"uri": first.remote_id, "cid": dict(first.extra)["cid"]},
        "parent": {"uri": second.remote_id, "cid": dict(second.extra)["cid"]},
    }


def test_a_thread_goes_on_after_a_part_that_a_person_recorded(tmp_path: Path, pds: Server) -> None:
    said = message(tmp_path, pds, "dicatat", 'social: {bluesky: ["Catatan satu.", "Catatan dua."]}\n')
    with Wire() as wire:
        session = open_session(wire, bluesky, pds, said.account)
        first = wire.run(bluesky.send(session, said, 0, (), ARMED, Files()))
        settled = Receipt(first.url.rsplit("/", 1)[-1], first.url, ARMED)
        second = wire.run(bluesky.send(session, said, 1, (settled,), ARMED, Files()))
    value = record(pds, second.remote_id.rsplit("/", 1)[-1])["value"]
    assert isinstance(value, dict)
    pointer = {"uri": first.remote_id, "cid": dict(first.extra)["cid"]}
    assert value["reply"] == {"root": pointer, "parent": pointer}


def test_addresses_in_a_writers_words_can_be_followed(tmp_path: Path, pds: Server) -> None:
    said = message(tmp_path, pds, "tautan", 'social: {bluesky: ["Catat “ini”: https://lapor.go.id/baru."]}\n')
    with Wire() as wire:
        session = open_session(wire, bluesky, pds, said.account)
        (receipt,) = send_all(wire, bluesky, session, said)
    value = record(pds, receipt.remote_id.rsplit("/", 1)[-1])["value"]
    assert isinstance(value, dict)
    words = value["text"].encode()
    followed = [
        (words[f["index"]["byteStart"] : f["index"]["byteEnd"]].decode(), f["features"][0].get("uri"))
        for f in value["facets"]
    ]
    assert followed == [
        ("https://lapor.go.id/baru", "https://lapor.go.id/baru"),
        ("#LayananPublik", None),
        ("uji.example/berita/2026/tautan", said.parts[0].link),
    ]


def test_what_was_never_sent_is_not_found(tmp_path: Path, pds: Server) -> None:
    said = message(tmp_path, pds, "tidak-ada")
    with Wire() as wire:
        session = open_session(wire, bluesky, pds, said.account)
        assert wire.run(bluesky.find(session, said, 0, (), ARMED)) is None


def test_a_wrong_password_says_what_to_do_and_hides_itself(tmp_path: Path, pds: Server) -> None:
    said = message(tmp_path, pds, "sandi")
    with Wire() as wire, pytest.raises(Unauthorised) as error:
        open_session(wire, bluesky, replace(pds, secret="rahasia-salah"), said.account)
    assert error.value.say("en") == (
        "Bluesky does not accept the secret: AuthenticationRequired Invalid identifier or password "
        "Make a new app password for this account and put it into its environment variable."
    )


def test_a_worn_out_session_is_a_matter_of_the_secret(tmp_path: Path, pds: Server) -> None:
    said = message(tmp_path, pds, "usang")
    with Wire() as wire:
        session = open_session(wire, bluesky, pds, said.account)
        worn = replace(session, secret=session.secret[:-6] + "aaaaaa")
        with pytest.raises(Unauthorised):
            send_all(wire, bluesky, worn, said)
    assert how_many(pds, "berita/2026/usang") == 0
    assert session.secret not in repr(session)


def test_the_server_refuses_what_is_too_long(tmp_path: Path, pds: Server) -> None:
    said = message(tmp_path, pds, "panjang", f"social: {{bluesky: {'a' * 301}}}\n")
    with Wire() as wire:
        session = open_session(wire, bluesky, pds, said.account)
        with pytest.raises(Rejected) as error:
            send_all(wire, bluesky, session, said)
    assert type(error.value) is Rejected


def test_keys_are_sortable_and_stay_the_same() -> None:
    at = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
    assert bluesky.record_key(at, "k7m2p9xq") == bluesky.record_key(at, "k7m2p9xq")
    keys = [bluesky.record_key(at.replace(microsecond=n), "k7m2p9xq") for n in (0, 1, 999)]
    assert keys == sorted(keys)
    assert {len(key) for key in keys} == {13}
    assert {key[0] for key in keys} <= set("234567abcdefghij")
