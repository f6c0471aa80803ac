"""What the sandbox remembers when it stops, is killed, or meets another one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from stage import POST, TOKEN, Stage, png, stage

from terbuka.errors import UsageError
from terbuka.sandbox.pictures import Picture, look
from terbuka.sandbox.server import start
from terbuka.sandbox.store import FILE, Store

RECORD = {"text": "Halo", "createdAt": "2026-11-20T02:00:00.000Z"}
PLAY = """\
import sys
from pathlib import Path
from terbuka.sandbox.server import serve
serve(0, Path(sys.argv[1]), lambda url: print(url, flush=True))
"""


def everything(here: Stage) -> list[object]:
    """What the three platforms show."""
    records = {"repo": "uji.example", "collection": POST}
    return [
        here.said(here.client.get("/mastodon/api/v1/accounts/1/statuses")),
        here.said(here.client.get("/bluesky/xrpc/com.atproto.repo.listRecords", params=records)),
        here.said(here.bot("getUpdates")),
    ]


def test_posts_survive_a_restart(tmp_path: Path) -> None:
    with stage(state=tmp_path) as here:
        here.toot("Halo", key="a", media_ids=[here.ready()])
        here.put("3m5vzabcdef22", RECORD)
        here.bot("sendMessage", chat_id="@ujiresmi", text="Halo")
        before, session = everything(here), here.session
    with stage(state=tmp_path) as here:
        assert everything(here) == before
        assert (
            here.toot("Halo", key="a").json()["id"]
            == here.client.get("/mastodon/api/v1/accounts/1/statuses").json()[0]["id"]
        )
        here.session = session
        assert here.put("3m5vzabcdef23", RECORD).status_code == 200
        assert here.bot("sendMessage", chat_id="@ujiresmi", text="Dua").json()["result"]["message_id"] == 2


def test_posts_survive_being_killed(tmp_path: Path) -> None:
    for expected in (1, 2):
        with subprocess.Popen(
            [sys.executable, "-c", PLAY, str(tmp_path)], stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            url = process.stdout.readline().strip()
            posted = httpx.post(
                f"{url}/mastodon/api/v1/statuses", headers=TOKEN, json={"status": "Halo"}, trust_env=False
            )
            process.kill()
        store = Store(tmp_path)
        assert (posted.status_code, len(store.all("mastodon/statuses"))) == (200, expected)
        store.close()


def test_without_a_folder_nothing_is_kept() -> None:
    with stage() as here:
        here.toot("Halo")
    with stage() as here:
        assert here.client.get("/mastodon/api/v1/accounts/1/statuses").json() == []


def test_all_changes_or_none() -> None:
    store = Store()
    with pytest.raises(RuntimeError), store.writing():
        store.put("rak", "a", {"nilai": 1})
        store.keep_file("b", "image/png", b"x")
        raise RuntimeError
    assert (store.get("rak", "a"), store.file("b")) == (None, None)
    store.close()


def test_records_keep_their_order() -> None:
    store = Store()
    for key in ("a", "b"):
        store.put("rak", key, {"kunci": key})
    store.put("rak", "a", {"kunci": "A"})
    assert store.all("rak") == [{"kunci": "A"}, {"kunci": "b"}]
    assert (store.remove("rak", "a"), store.remove("rak", "a")) == (True, False)
    assert [store.next("n"), store.next("n"), store.next("m")] == [1, 2, 1]
    store.close()


def test_two_sandboxes_cannot_share_a_folder(tmp_path: Path) -> None:
    with start(state=tmp_path), pytest.raises(UsageError) as caught:
        start(state=tmp_path)
    assert caught.value.say("id") == (
        f"Kotak pasir tidak dapat menyimpan kirimannya di {tmp_path} (database is locked)."
        " Hentikan kotak pasir lain yang memakai folder ini, atau pilih folder kosong dengan --state."
    )


def test_a_file_of_another_kind(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"bukan basis data, tetapi cukup panjang untuk dibaca" * 20)
    with pytest.raises(UsageError) as caught:
        start(state=tmp_path)
    assert caught.value.say("en") == (
        f"The sandbox cannot keep its posts in {tmp_path} (file is not a database)."
        " Stop the other sandbox that uses this folder, or choose an empty one with --state."
    )


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    place = tmp_path / "berkas"
    place.write_text("x")
    with pytest.raises(UsageError) as caught:
        start(state=place)
    assert caught.value.say("en").startswith(f"The sandbox cannot keep its posts in {place} (")


@pytest.mark.parametrize(
    ("content", "picture"),
    [
        (png(3, 2), Picture("image/png", 3, 2)),
        (b"GIF89a\x03\x00\x02\x00", Picture("image/gif", 3, 2)),
        (
            b"\xff\xd8\xff\xe0\x00\x04JF\xff\xc0\x00\x11\x08\x00\x02\x00\x03",
            Picture("image/jpeg", 3, 2),
        ),
        (b"RIFF\0\0\0\0WEBPVP8X" + b"\0" * 8 + b"\x02\0\0\x01\0\0", Picture("image/webp", 3, 2)),
        (b"RIFF\0\0\0\0WEBPVP8 " + b"\0" * 10 + b"\x03\0\x02\0", Picture("image/webp", 3, 2)),
        (
            b"RIFF\0\0\0\0WEBPVP8L" + b"\0" * 5 + (2 | 1 << 14).to_bytes(4, "little"),
            Picture("image/webp", 3, 2),
        ),
        (b"\xff\xd8\xff\xe0\x00\x04JF", None),
        (b"\xff\xd8\xff\xd9\x00", None),
        (b"RIFF\0\0\0\0WEBPXXXX", None),
        (b"<svg/>", None),
        (b"", None),
    ],
)
def test_what_kind_of_picture(content: bytes, picture: Picture | None) -> None:
    assert look(content) == picture
