"""Secrets: refused when they cannot be one, and shown nowhere."""

from __future__ import annotations

import logging
from types import ModuleType

import pytest
from desk import account

from servers import Server
from terbuka.errors import Unauthorised, WireError
from terbuka.social.platforms import mastodon, telegram
from terbuka.wire import Wire

NOBODY = "http://127.0.0.1:9"


@pytest.mark.parametrize("secret", ["rahasia\n", "“rahasia”", "dua kata", "rahasia…", ""])
@pytest.mark.parametrize("platform", [mastodon, telegram], ids=["mastodon", "telegram"])
def test_what_cannot_be_a_secret_is_refused_before_it_is_sent(platform: ModuleType, secret: str) -> None:
    steps = platform.login(account(platform.ID), NOBODY, secret)
    with pytest.raises(Unauthorised) as error:
        next(steps)
    assert error.value.say("en") == (
        f"What is set as the secret cannot be one of {platform.NAME}. "
        "Copy it again into its environment variable: whole, without spaces, quotes and line ends."
    )


@pytest.mark.parametrize("secret", ["123/../getMe", "123:a?b", "123:a#b", "rahasia"])
def test_a_bot_token_cannot_change_the_address(secret: str) -> None:
    with pytest.raises(Unauthorised):
        next(telegram.login(account("telegram"), NOBODY, secret))


def test_no_log_shows_a_bot_token(mastodon_server: Server, caplog: pytest.LogCaptureFixture) -> None:
    """Any server will do: the token is in the address that is asked for."""
    with caplog.at_level(logging.DEBUG), Wire() as wire, pytest.raises(WireError) as error:
        wire.run(telegram.login(account("telegram"), mastodon_server.url, "123:RAHASIA"))
    assert "RAHASIA" not in caplog.text
    assert "RAHASIA" not in str(error.value)
