"""The fields that every document has, whatever its kind.

Each description is the hint that staff see in their editor and in error messages; it is a sentence
of the catalogue, marked with `hint` so that translators find it.
"""

from __future__ import annotations

from datetime import date as Date  # noqa: N812  a field is called `date`
from datetime import datetime
from typing import Annotated, Literal

from pydantic import (
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    HttpUrl,
    WithJsonSchema,
    model_validator,
)

from terbuka import schema
from terbuka.text import text


def hint(sentence: str) -> str:
    """Mark `sentence` for translation; it is said through `terbuka.text` later."""
    return sentence


def _moment(value: object) -> object:
    """YAML reads a moment without a zone as naive; pydantic then asks for the zone."""
    return value.isoformat() if isinstance(value, datetime) else value


Moment = Annotated[AwareDatetime, BeforeValidator(_moment)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
InformationClass = Literal["berkala", "serta-merta", "setiap-saat"]
Status = Literal["draft", "review", "published", "withdrawn"]


class Fields(BaseModel):
    """A part of the front matter: unknown keys are mistakes, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Basis(Fields):
    """A regulation that a document rests on, with the place in it."""

    id: str = Field(description=hint("The id of a regulation in policies/regulations.yml, such as uu-14-2008."))
    article: str | None = Field(default=None, max_length=120)


class Source(Fields):
    """Where a fact comes from; `archived` is a kept copy of the page at `url`, which may change or go."""

    title: str = Field(min_length=3, max_length=250)
    url: HttpUrl | None = None
    date: Date | None = None
    archived: HttpUrl | None = None


class Image(Fields):
    """The picture of a document, and what people need who do not see it."""

    src: str = Field(min_length=3, max_length=200)
    alt: str = Field(min_length=10, max_length=160)
    credit: str = Field(min_length=2, max_length=120)
    licence: str = Field(min_length=2, max_length=60)
    caption: str | None = Field(default=None, max_length=300)


class Change(Fields):
    """A change that was made after publication."""

    date: Date
    note: str = Field(min_length=5, max_length=300)
    readers: bool = Field(description=hint("true if readers have to know of the change, otherwise false."))


Off = Annotated[Literal[False], WithJsonSchema({"enum": [False, "off"]})]
"""Off. Our YAML (1.1) reads the word as False, that of editors (1.2) as the word."""

SocialText = str | tuple[str, ...] | Off
"""A text, the parts of a thread, or off."""


def _off(value: object) -> object:
    return False if value == "off" else value


Social = Annotated[Off | dict[str, Annotated[SocialText, BeforeValidator(_off)]], BeforeValidator(_off)]


class Common(Fields):
    """The fields of every document."""

    title: str = Field(
        min_length=10,
        max_length=110,
        description=hint("Give the title in 10 to 110 characters: the news itself, not its topic."),
    )
    summary: str = Field(
        min_length=40,
        max_length=220,
        description=hint("Sum up in 40 to 220 characters; search, feeds and social posts use it alone."),
    )
    date: Date = Field(description=hint("Write the day of publication like 2026-11-20."))
    owner: Slug = Field(description=hint("Name the unit that answers for this text; office.yml lists the units."))
    topics: tuple[Slug, ...] = Field(
        min_length=1, max_length=3, description=hint("Name one to three topics; office.yml lists them.")
    )
    information_class: InformationClass = Field(
        alias="class",
        description=hint(
            "Give the class of public information under UU 14/2008: berkala (Pasal 9), "
            "serta-merta (Pasal 10) or setiap-saat (Pasal 11)."
        ),
    )
    status: Status = Field(
        description=hint("Write draft, review, published or withdrawn; only published is ever shown.")
    )
    publish_at: Moment | None = Field(
        default=None,
        description=hint("Write the end of the embargo like 2026-11-20T09:00:00+07:00, or leave it out."),
    )
    expires_at: Moment | None = Field(
        default=None,
        description=hint("Write when the page goes offline like 2026-12-31T23:59:00+07:00, or leave it out."),
    )
    review_by: Date = Field(
        description=hint("Write the day by which the owner looks at this text again, like 2027-05-20.")
    )
    legal_basis: tuple[str | Basis, ...] = Field(
        default=(),
        description=hint("List ids from policies/regulations.yml, such as uu-14-2008, or id and article."),
    )
    sources: tuple[Source, ...] = Field(
        default=(),
        description=hint(
            "List the sources of facts and figures: title, and url or date; archived keeps a copy of url."
        ),
    )
    image: Image | None = Field(
        default=None,
        description=hint("Give src (from content/), alt, credit and licence of the picture, or leave it out."),
    )
    hashtags: tuple[Annotated[str, Field(pattern=r"^\w+$", max_length=40)], ...] = Field(
        default=(), max_length=5, description=hint("List hashtags without #, in CamelCase.")
    )
    social: Social = Field(
        default_factory=dict,
        description=hint("Write off, or below it one line an account: a text, a list of texts, or off."),
    )
    changes: tuple[Change, ...] = Field(
        default=(),
        description=hint("List changes after publication: date, note, and readers (true or false)."),
    )

    @property
    def basis(self) -> tuple[Basis, ...]:
        """The legal basis, each item in its long form."""
        return tuple(Basis(id=item) if isinstance(item, str) else item for item in self.legal_basis)

    @model_validator(mode="after")
    def _order_of_moments(self) -> Common:
        if self.publish_at and self.expires_at and self.expires_at <= self.publish_at:
            raise schema.wrong("expires_at", text("“expires_at” is not after “publish_at”."))
        return self
