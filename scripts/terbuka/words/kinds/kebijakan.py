"""Policy explainers: what a rule means for people, with its legal basis."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812

from pydantic import Field

from terbuka.text import text
from terbuka.words.fields import Basis, Common, hint
from terbuka.words.kinds.kind import Kind


class Explainer(Common):
    """The fields of an explainer; a legal basis is required here."""

    legal_basis: tuple[str | Basis, ...] = Field(
        min_length=1,
        description=hint("List at least one id from policies/regulations.yml, such as uu-14-2008."),
    )
    affects: str = Field(
        min_length=10, max_length=250, description=hint("Say in one sentence whom the rule concerns.")
    )
    in_force_from: Date | None = Field(
        default=None, description=hint("Write the day from which the rule applies, like 2024-10-17.")
    )


KIND = Kind(
    id="kebijakan",
    folder="policies",
    url="kebijakan",
    name=text("Policy explainer"),
    plural=text("Policy explainers"),
    introduction=text("What rules mean for you, in plain words, with the articles they rest on."),
    use_for=text("What a law, regulation or policy means for people, and how it works here."),
    not_for=text("News about it (berita), or a promise that the regulation does not make."),
    model=Explainer,
    fields="""\
affects: "Katakan siapa yang terkena aturan ini."
""",
    body="""\
## Hak dan kewajiban Anda

Terangkan dengan kalimat pendek dan sebutkan pasalnya.

## Cara kerjanya

Terangkan langkah demi langkah.

## Jika ada masalah

Sebutkan ke mana warga dapat mengadu.
""",
    body_en="""\
## Your rights and duties

Explain in short sentences and name the articles.

## How it works

Explain step by step.

## If something goes wrong

Say where people can complain.
""",
)
