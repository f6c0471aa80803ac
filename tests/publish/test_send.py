"""The publisher against a real Bluesky server and a stateful Mastodon, with a real portal and a real record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from rig import Rig, build_portal, rig

from servers import Server, free_port
from terbuka.record.ledger import Ledger
from terbuka.record.outbox import fold, posted

pytestmark = pytest.mark.node


@pytest.fixture
def office(tmp_path: Path, pds: Server, mastodon_server: Server) -> Iterator[Rig]:
    with rig(tmp_path / "repo", {"mastodon": mastodon_server, "bluesky": pds}) as made:
        yield made


def bluesky_texts(pds: Server, page: str) -> list[str]:
    """The texts of our posts that link to a page of this portal, and of those that answer them, oldest first."""
    query = {"repo": pds.user, "collection": "app.bsky.feed.post", "limit": "100"}
    answer = httpx.get(f"{pds.url}/xrpc/com.atproto.repo.listRecords", params=query).json()
    posts = sorted(answer["records"], key=lambda item: str(item["uri"]))
    roots = {
        p["uri"] for p in posts if p["value"].get("embed", {}).get("external", {}).get("uri", "").startswith(page)
    }
    ours = [
        p for p in posts if p["uri"] in roots or p["value"].get("reply", {}).get("root", {}).get("uri") in roots
    ]
    return [str(p["value"]["text"]) for p in ours]


def mastodon_count(server: Server, page: str) -> int:
    headers = {"Authorization": f"Bearer {server.secret}"}
    me = httpx.get(f"{server.url}/api/v1/accounts/verify_credentials", headers=headers).json()["id"]
    statuses = httpx.get(f"{server.url}/api/v1/accounts/{me}/statuses?limit=40", headers=headers).json()
    return sum(page in str(status["content"]) for status in statuses)


ALL = [("mastodon", 0, "confirmed"), ("bluesky", 0, "confirmed"), ("bluesky", 1, "confirmed")]


def test_what_is_due_is_sent_once_and_recorded(office: Rig, pds: Server, mastodon_server: Server) -> None:
    assert office.publish() == ALL
    assert office.publish() == []
    assert mastodon_count(mastodon_server, office.base) == 1
    assert bluesky_texts(pds, office.base) == [
        f"Layanan buka hari Sabtu.\n\n#LayananPublik\n\n{office.base.split('://')[1]}berita/2026/s…",
        "Bawa kartu keluarga asli.",
    ]
    entries = Ledger(office.root).read()
    assert [(e.kind, e.subject.account, e.subject.part) for e in entries] == [
        ("armed", "mastodon", 0),
        ("confirmed", "mastodon", 0),
        ("armed", "bluesky", 0),
        ("confirmed", "bluesky", 0),
        ("armed", "bluesky", 1),
        ("confirmed", "bluesky", 1),
    ]
    live = {(p.account, p.part, p.platform, p.language, bool(p.url)) for p in posted(entries)}
    assert live == {
        ("mastodon", 0, "mastodon", "id", True),
        ("bluesky", 0, "bluesky", "id", True),
        ("bluesky", 1, "bluesky", "id", True),
    }


def test_nothing_leaves_before_its_page_is_live_with_the_same_words(office: Rig) -> None:
    page = office.root / "content" / "berita" / "2026" / "sabtu.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nSatu kalimat baru.\n", encoding="utf-8")
    url = f"{office.base}berita/2026/sabtu/"
    held = office.outcomes()
    assert [(o.subject.account, o.result, o.why.say("en") if o.why else "") for o in held] == [
        ("mastodon", "held", f"Its page shows another version than the repository: {url}"),
        ("bluesky", "held", f"Its page shows another version than the repository: {url}"),
    ]
    assert Ledger(office.root).read() == ()
    build_portal(office.root, office.base)
    assert office.publish() == ALL


def test_an_account_that_fails_does_not_hold_up_the_others(office: Rig) -> None:
    servers = office.servers
    office.servers = {**servers, "mastodon": replace(servers["mastodon"], secret="")}
    outcomes = office.outcomes()
    assert [(o.subject.account, o.subject.part, o.result) for o in outcomes] == [
        ("mastodon", 0, "held"),
        *ALL[1:],
    ]
    assert outcomes[0].why is not None
    assert outcomes[0].why.say("en") == (
        "Rahasia akun “mastodon” belum diatur (UJI_MASTODON). "
        "Simpan dalam variabel lingkungan yang disebut office.yml; jangan pernah di dalam berkas."
    )
    office.servers = {**servers, "mastodon": replace(servers["mastodon"], url=f"http://127.0.0.1:{free_port()}")}
    assert office.publish() == [("mastodon", 0, "held")]
    office.servers = servers
    assert office.publish() == ALL[:1]


def test_a_wrong_password_is_told_and_sends_nothing(office: Rig) -> None:
    office.servers = {**office.servers, "bluesky": replace(office.servers["bluesky"], secret="salah")}
    assert office.publish() == [ALL[0], ("bluesky", 0, "held")]
    assert {s.account for s in fold(Ledger(office.root).read())} == {"mastodon"}
