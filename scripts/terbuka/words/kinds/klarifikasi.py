"""Clarifications: a false claim goes round, and the office states the fact."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812
from typing import Literal

from pydantic import Field, HttpUrl

from terbuka.text import text
from terbuka.words.fields import Common, Fields, hint
from terbuka.words.kinds.kind import Kind

Rating = Literal[
    "satire", "false-connection", "false-context", "misleading", "imposter", "manipulated", "fabricated"
]
"""First Draft's seven types of misleading content, which MAFINDO uses too."""


class Evidence(Fields):
    """A kept copy of the claim: never a link to where it still spreads."""

    title: str = Field(min_length=5, max_length=200)
    archived: str | HttpUrl
    date: Date


class Clarification(Common):
    """The fields of a clarification; enough for schema.org's ClaimReview."""

    claim: str = Field(
        min_length=10,
        max_length=200,
        description=hint("Report the false claim in one neutral sentence of at most 200 characters."),
    )
    fact: str = Field(min_length=10, max_length=300, description=hint("State the correct fact in one sentence."))
    rating: Rating = Field(
        description=hint(
            "Choose satire, false-connection, false-context, misleading, imposter, manipulated or fabricated."
        )
    )
    claim_date: Date = Field(description=hint("Write the day on which the claim was first seen."))
    claim_channel: str = Field(
        max_length=120, description=hint("Say where the claim spreads, such as “grup percakapan”.")
    )
    evidence: tuple[Evidence, ...] = Field(
        min_length=1, description=hint("List kept copies of the claim: title, archived and date.")
    )
    advice: str = Field(
        min_length=10, max_length=300, description=hint("Tell the reader in one sentence what to do.")
    )


KIND = Kind(
    id="klarifikasi",
    folder="content/klarifikasi",
    url="klarifikasi",
    name=text("Clarification"),
    plural=text("Clarifications"),
    introduction=text("When a false claim goes round, we say what is true and show how we know."),
    use_for=text("A false or misleading claim about the office or its services goes round."),
    not_for=text("Criticism and opinion, which are answered, not rated; or news (berita)."),
    model=Clarification,
    fields="""\
claim: "Laporkan klaim yang keliru dalam satu kalimat netral."
fact: "Nyatakan fakta yang benar dalam satu kalimat."
rating: misleading
claim_date: {date}
claim_channel: grup percakapan
evidence:
  - title: Tangkapan layar pesan berantai
    archived: arsip internal
    date: {date}
advice: "Katakan apa yang sebaiknya dilakukan pembaca."
""",
    body="""\
Nyatakan fakta yang benar lebih dahulu.

## Klaim yang beredar

Hoaks: sebutkan klaim itu satu kali saja, dengan peringatan.

## Mengapa klaim ini keliru

Jelaskan buktinya dan sumbernya.

## Fakta

Ulangi faktanya dengan singkat.
""",
    body_en="""\
State the correct fact first.

## The claim

Hoax: give the claim once only, with a warning.

## Why it is wrong

Explain the evidence and its source.

## The fact

Repeat the fact briefly.
""",
)
