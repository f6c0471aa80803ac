"""Questions and answers: what citizens ask, answered once for all."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812
from typing import Literal

from pydantic import Field

from terbuka.text import text
from terbuka.words.fields import Common, hint
from terbuka.words.kinds.kind import Kind

Channel = Literal["loket", "telepon", "media-sosial", "lapor", "surel"]


class Answer(Common):
    """The fields of a question and its answer."""

    question: str = Field(
        min_length=10, max_length=250, description=hint("Put the question as a citizen asks it.")
    )
    asked: int = Field(default=1, ge=1, description=hint("Say how many people have asked it."))
    channels: tuple[Channel, ...] = Field(
        min_length=1, description=hint("List where it was asked: loket, telepon, media-sosial, lapor, surel.")
    )
    first_asked: Date = Field(description=hint("Write the day on which it was first asked."))


KIND = Kind(
    id="tanya-jawab",
    folder="content/tanya-jawab",
    url="tanya-jawab",
    name=text("Question and answer"),
    plural=text("Questions and answers"),
    introduction=text("What people ask us most, answered once for everyone."),
    use_for=text("Citizens ask the same thing again and again, or one answer helps many."),
    not_for=text("One person's case, which is private, or a whole policy (kebijakan)."),
    model=Answer,
    fields="""\
question: "Tulis pertanyaan seperti yang diajukan warga?"
asked: 1
channels: [loket]
first_asked: {date}
""",
    body="""\
Jawab dalam satu atau dua kalimat.

## Penjelasan

Terangkan langkahnya, syaratnya, biayanya, dan waktunya.
""",
    body_en="""\
Answer in one or two sentences.

## Explanation

Explain the steps, conditions, costs and times.
""",
)
