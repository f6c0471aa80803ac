"""What accounts say about documents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from desk import OFFICE, SUMMARY, TITLE, account, document
from hypothesis import given, settings
from hypothesis import strategies as st

from terbuka.social.compose import compose, length_problems, token_of
from terbuka.social.message import Card, Message, Part
from terbuka.social.registry import PLATFORMS

BASE = "https://uji.example/"
PAGE = BASE + "berita/2026/sabtu/"


def test_a_message_is_title_summary_hashtag_and_link(tmp_path: Path) -> None:
    told = document(tmp_path)
    who = account("mastodon")
    token = token_of("content/berita/2026/sabtu", "id", "mastodon", 0)
    assert compose(told, who, OFFICE, BASE) == Message(
        account=who,
        document="content/berita/2026/sabtu",
        language="id",
        digest=told.hash,
        page=PAGE,
        parts=(Part(f"{TITLE}\n\n{SUMMARY}", f"{PAGE}?p={token}", ("LayananPublik",), token),),
        card=Card(PAGE, TITLE, SUMMARY, None),
    )


def test_a_token_is_the_same_for_ever_and_different_for_all() -> None:
    assert token_of("content/berita/2026/sabtu", "id", "mastodon", 0) == "xpn4wchy"
    tokens = {
        token_of(f"content/berita/2026/{n}", language, who, part)
        for n in range(500)
        for language in ("id", "en")
        for who in ("mastodon", "bluesky")
        for part in (0, 1)
    }
    assert len(tokens) == 4000


@pytest.mark.parametrize(
    ("platform", "shown"),
    [
        ("mastodon", f"{TITLE}\n\n{SUMMARY}\n\n#LayananPublik\n\n{PAGE}?p="),
        ("telegram", f"{TITLE}\n\n{SUMMARY}\n\n#LayananPublik\n\n{PAGE}?p="),
        ("bluesky", f"{TITLE}\n\n{SUMMARY}\n\n#LayananPublik\n\nuji.example/berita/2026/sabtu"),
        ("preview", f"{TITLE}\n\n{SUMMARY}\n\n#LayananPublik\n\n{PAGE}?p="),
    ],
)
def test_each_platform_shows_it_its_own_way(tmp_path: Path, platform: str, shown: str) -> None:
    message = compose(document(tmp_path), account(platform), OFFICE, BASE)
    assert message is not None
    token = "" if platform == "bluesky" else message.parts[0].token
    assert PLATFORMS[platform].render(message.parts[0]) == shown + token


LONG = ("Panjang sekali ringkasan ini " * 8)[:219].strip()


@pytest.mark.parametrize("platform", ["bluesky", "mastodon", "telegram"])
def test_whatever_the_fields_hold_it_fits(tmp_path: Path, platform: str) -> None:
    title = ("Judul yang panjang sekali tentang layanan " * 3)[:110].strip()
    told = document(
        tmp_path, title=title, summary=LONG, more="hashtags: [SatuTagarPanjang, DuaTagarPanjang, TigaTagar]\n"
    )
    message = compose(told, account(platform), OFFICE, BASE)
    assert message is not None
    assert length_problems(message) == ()
    assert message.parts[0].text.startswith(title)


def test_hashtags_go_before_words_do(tmp_path: Path) -> None:
    told = document(tmp_path, summary=LONG, more="hashtags: [SatuTagar, DuaTagar, TigaTagarYangPanjangSekali]\n")
    message = compose(told, account("bluesky"), OFFICE, BASE)
    assert message is not None
    assert (message.parts[0].text, message.parts[0].hashtags) == (f"{TITLE}\n\n{LONG}", ("SatuTagar",))


def test_a_writer_may_say_it_otherwise_or_not_at_all(tmp_path: Path) -> None:
    more = 'social:\n  bluesky: ["Satu.", "Dua."]\n  telegram: off\n  mastodon: Kata sendiri.\n'
    told = document(tmp_path, more=more)
    thread = compose(told, account("bluesky"), OFFICE, BASE)
    assert thread is not None
    first, second = (token_of(told.id, "id", "bluesky", part) for part in (0, 1))
    assert thread.parts == (
        Part("Satu.", f"{PAGE}?p={first}", ("LayananPublik",), first),
        Part("Dua.", None, (), second),
    )
    assert compose(told, account("telegram"), OFFICE, BASE) is None
    own = compose(told, account("mastodon"), OFFICE, BASE)
    assert own is not None
    assert own.parts[0].text == "Kata sendiri."


def test_a_writers_words_are_never_cut_but_told_to_be_long(tmp_path: Path) -> None:
    told = document(tmp_path, more=f"social:\n  bluesky: [{'a' * 250}, {'b' * 301}]\n")
    message = compose(told, account("bluesky"), OFFICE, BASE)
    assert message is not None
    assert message.parts[1].text == "b" * 301
    assert length_problems(message) == ((1, 301, 300),)


@pytest.mark.parametrize("blank", ["[]", "''", "['', ' ']"], ids=["no-parts", "no-words", "blanks"])
def test_blank_words_of_a_writer_are_none(tmp_path: Path, blank: str) -> None:
    spoken = compose(document(tmp_path), account("bluesky"), OFFICE, BASE)
    told = compose(document(tmp_path, more=f"social: {{bluesky: {blank}}}\n"), account("bluesky"), OFFICE, BASE)
    assert spoken is not None
    assert told is not None
    assert told.parts == spoken.parts


PIECES = ["a", "kota", " ", ". ", "👍", "e\u0301", "“", "👩‍👩‍👧‍👦", "https://a.id ", "@warga@a.id "]
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join)


@settings(deadline=None, derandomize=True, max_examples=60)
@given(title=WORDS, summary=WORDS, hashtags=st.lists(st.sampled_from(["Kota", "LayananPublik" * 3]), max_size=5))
def test_any_words_fit_everywhere(
    tmp_path_factory: pytest.TempPathFactory, title: str, summary: str, hashtags: list[str]
) -> None:
    told = document(tmp_path_factory.getbasetemp())
    meta = told.valid.model_copy(
        update={"title": (title * 9)[:110], "summary": (summary * 20)[:220], "hashtags": tuple(hashtags)}
    )
    for platform in ("bluesky", "mastodon", "telegram"):
        message = compose(replace(told, meta=meta), account(platform), OFFICE, BASE)
        assert message is not None
        assert length_problems(message) == ()


@pytest.mark.parametrize(
    ("fields", "more"),
    [
        ({"active": False}, ""),
        ({"kinds": ("klarifikasi",)}, ""),
        ({"languages": ("en",)}, ""),
        ({}, "social: off\n"),
        ({"id": "akun-kedua"}, "social: {akun-kedua: off}\n"),
    ],
    ids=["inactive", "other-kind", "other-language", "off", "off-by-id"],
)
def test_an_account_says_nothing(tmp_path: Path, fields: dict[str, object], more: str) -> None:
    assert compose(document(tmp_path, more=more), account("mastodon", **fields), OFFICE, BASE) is None
