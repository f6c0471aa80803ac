"""Campaigns: what the office wants to reach, what it spent and what came of it."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812

from pydantic import Field, model_validator

from terbuka import schema
from terbuka.text import text
from terbuka.words.fields import Common, Fields, hint
from terbuka.words.kinds.kind import Kind


class Spending(Fields):
    """One payment; the amount is in whole rupiah."""

    date: Date
    item: str = Field(min_length=3, max_length=150)
    payee: str = Field(min_length=2, max_length=120)
    platform: str | None = Field(default=None, max_length=60)
    amount: int = Field(ge=0)
    reference: str = Field(min_length=2, max_length=80)


class Result(Fields):
    """One measured result and where the figure comes from."""

    measure: str = Field(min_length=3, max_length=150)
    value: int = Field(ge=0)
    source: str = Field(min_length=3, max_length=150)


class Campaign(Common):
    """The fields of a campaign; money is in whole rupiah."""

    goal: str = Field(min_length=10, max_length=250, description=hint("Say what should be different afterwards."))
    audience: str = Field(min_length=5, max_length=200, description=hint("Say whom the campaign speaks to."))
    start: Date = Field(description=hint("Write the first day like 2026-11-20."))
    end: Date = Field(description=hint("Write the last day like 2026-12-20."))
    budget: int = Field(ge=0, description=hint("Give the budget in whole rupiah, without dots."))
    spending: tuple[Spending, ...] = Field(
        default=(),
        description=hint("List each payment: date, item, payee, amount in whole rupiah, reference."),
    )
    results: tuple[Result, ...] = Field(
        default=(), description=hint("List each result: measure, value and source.")
    )

    @property
    def spent(self) -> int:
        """The sum of all payments, in rupiah."""
        return sum(payment.amount for payment in self.spending)

    @model_validator(mode="after")
    def _sums_and_dates(self) -> Campaign:
        if self.end < self.start:
            raise schema.wrong("end", text("“end” is before “start”."))
        if self.spent > self.budget:
            raise schema.wrong(
                "spending",
                text(
                    "The payments come to {spent} rupiah, more than the budget of {budget}.",
                    spent=self.spent,
                    budget=self.budget,
                ),
            )
        return self


KIND = Kind(
    id="kampanye",
    folder="content/kampanye",
    url="kampanye",
    name=text("Campaign"),
    plural=text("Campaigns"),
    introduction=text("What each campaign wants to reach, what it costs the public, and what came of it."),
    use_for=text("Planned communication with a goal, a period and public money."),
    not_for=text("A single announcement (berita)."),
    model=Campaign,
    fields="""\
goal: "Katakan apa yang ingin diubah oleh kampanye ini."
audience: "Warga Kota Contoh"
start: {date}
end: {date}
budget: 0
spending: []
results: []
""",
    body="""\
## Mengapa kampanye ini

Terangkan masalahnya dengan angka dan sumber.

## Apa yang kami lakukan

Sebutkan kegiatan dan salurannya.
""",
    body_en="""\
## Why this campaign

Explain the problem with figures and sources.

## What we do

Name the activities and channels.
""",
)
