"""``office.yml`` → who this office is, as frozen settings.

Secrets are never here: an account names the environment variable that holds its token.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePosixPath
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, HttpUrl, model_validator

from terbuka import schema, settings_file
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


AccountNumber = Annotated[str, Field(pattern=r"^[0-9](?:[ .-]?[0-9]){7,19}$")]
Domain = Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")]


class Contacts(Settings):
    """The office's own published contacts; checks for personal data leave these alone.

    Attributes:
        phones: landlines, mobiles and short numbers.
        whatsapp: numbers that answer on WhatsApp.
        emails: addresses of the office in any domain.
        domains: domains of other bodies whose addresses may be published, such as a hospital of the city.
        bank_accounts: accounts of the office for levies and donations, in quotation marks.
    """

    phones: tuple[str, ...] = ()
    whatsapp: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    domains: tuple[Domain, ...] = ()
    bank_accounts: tuple[AccountNumber, ...] = ()


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


PeriodKind = Literal["candidacy", "campaign", "election-silence", "voting-day"]


class Period(Settings):
    """Days in which the office speaks with more care because of an election.

    Attributes:
        id: the office's own name for it.
        name: what people call it.
        kind: ``candidacy`` (from six months before the candidates are set until the winners are: UU 10/2016
            Pasal 71 ayat (3)), ``campaign``, ``election-silence`` or ``voting-day``.
        since: the first day; ``from`` in the file.
        until: the last day.
        candidates: names of the candidates, as people write them.
        slogans: their slogans, hashtags and signs.
        source: the decision that sets these days.
    """

    id: Slug
    name: LanguageText
    kind: PeriodKind
    since: date = Field(alias="from")
    until: date
    candidates: tuple[str, ...] = ()
    slogans: tuple[str, ...] = ()
    source: str = Field(min_length=3)

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> Period:
        if self.until < self.since:
            raise schema.wrong("until", text("“until” is before “from”."))
        return self

    def holds(self, day: date) -> bool:
        """Tell whether `day` is one of its days."""
        return self.since <= day <= self.until


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
    calendar: tuple[Period, ...] = ()
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
