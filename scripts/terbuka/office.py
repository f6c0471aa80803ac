"""``office.yml`` → who this office is, as frozen settings.

Secrets are never here: an account names the environment variable that holds its token.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePosixPath
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, HttpUrl

from terbuka import settings_file
from terbuka.errors import OfficeError, Place
from terbuka.text import text

FILE = "office.yml"

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
LanguageCode = Literal["id", "en"]
LanguageText = dict[LanguageCode, str]


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError("unknown time zone") from None
    return name


class Settings(BaseModel):
    """A part of office.yml: unknown keys are mistakes, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Unit(Settings):
    """A unit of the office that owns documents."""

    name: LanguageText
    email: str = Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")


class Topic(Settings):
    """A subject that documents are gathered under."""

    name: LanguageText
    hashtag: str | None = Field(default=None, pattern=r"^[A-Za-z0-9]+$")


class Account(Settings):
    """The office's presence on one platform.

    Attributes:
        id: our own name for it, unique in the office.
        platform: a name in the register of platforms (``mastodon``, ``bluesky``…).
        handle: the name the public sees.
        profile: the address of the public profile page.
        server: the address that the platform's interface answers on.
        token: the NAME of the environment variable that holds the secret.
        chat: Telegram only, the channel (``@name``).
        languages: which languages of a document are posted here.
        kinds: which kinds of document are posted here.
        active: False keeps it on the public list as "no longer used".
    """

    id: Slug
    platform: str
    handle: str
    profile: HttpUrl
    server: HttpUrl | None = None
    token: str | None = Field(default=None, pattern=r"^[A-Z][A-Z0-9_]*$")
    chat: str | None = None
    languages: tuple[LanguageCode, ...] = ("id",)
    kinds: tuple[str, ...] = ("berita", "klarifikasi")
    active: bool = True
    verified_on: date | None = None


class Contacts(Settings):
    """The office's own published contacts; checks for personal data leave these alone."""

    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


def _off_is_a_word(value: object) -> object:
    """Return what was meant: YAML makes False of an unquoted off."""
    return "off" if value is False else value


class RuleSetting(Settings):
    """How much a rule matters in this office.

    Attributes:
        level: the severity of all its findings; off silences it.
        reason: why it differs; for rules of law and privacy it must be given.
        by: who decided so; the same.
    """

    level: Annotated[Literal["error", "warning", "suggestion", "off"], BeforeValidator(_off_is_a_word)]
    reason: str | None = Field(default=None, min_length=10)
    by: str | None = Field(default=None, min_length=3)


class Checks(Settings):
    """What the office has decided about the checks; keys are the ids that ``terbuka rules`` lists."""

    rules: dict[Slug, RuleSetting] = {}


class Limits(Settings):
    """Numbers that the office may set for itself."""

    hashtags: int = Field(default=3, ge=0, le=10)
    post_within_days: int = Field(default=7, ge=1, le=365)
    news_per_page: int = Field(default=10, ge=1, le=100)


class Office(Settings):
    """The publishing body; one per repository."""

    name: LanguageText
    short_name: str = Field(max_length=40)
    tagline: LanguageText
    example: bool = False
    url: HttpUrl
    repository: HttpUrl | None = None
    language: LanguageCode = "id"
    languages: tuple[LanguageCode, ...] = ("id", "en")
    time_zone: Annotated[str, AfterValidator(_known_zone)] = "Asia/Jakarta"
    units: dict[Slug, Unit]
    topics: dict[Slug, Topic]
    accounts: tuple[Account, ...] = ()
    contacts: Contacts = Contacts()
    limits: Limits = Limits()
    checks: Checks = Checks()

    @property
    def zone(self) -> ZoneInfo:
        """The office's time zone."""
        return ZoneInfo(self.time_zone)

    @property
    def base(self) -> str:
        """The portal's address, ending in a slash."""
        return str(self.url).rstrip("/") + "/"

    def account(self, account_id: str) -> Account | None:
        """Return the account of that id, or None."""
        return next((account for account in self.accounts if account.id == account_id), None)


def load(root: Path) -> Office:
    """Read ``office.yml`` in the folder `root`.

    Raises:
        OfficeError: it is missing, is not valid YAML, or a key is wrong; names file, line and key.
    """
    path = root / FILE
    if not path.is_file():
        raise OfficeError(
            text("There is no office.yml in {folder}.", folder=str(root)),
            text("Run this in the office's repository, or copy office.yml from the example office."),
        )
    office = settings_file.load(path, PurePosixPath(FILE), Office, OfficeError)
    seen: set[str] = set()
    for account in office.accounts:
        if account.id in seen:
            raise OfficeError(
                text("Two accounts are called “{id}”.", id=account.id),
                text("Give each account its own id."),
                Place(PurePosixPath(FILE)),
            )
        seen.add(account.id)
    return office
