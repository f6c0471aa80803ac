"""The staff handbook."""

from __future__ import annotations

from pydantic import Field

from terbuka.text import text
from terbuka.words.fields import Common, hint
from terbuka.words.kinds.kind import Kind


class Handbook(Common):
    """The fields of a handbook page."""

    order: int = Field(ge=1, le=999, description=hint("Give the place of this page in the handbook, from 1."))


KIND = Kind(
    id="panduan",
    folder="content/panduan",
    url="panduan",
    name=text("Handbook page"),
    plural=text("Handbook"),
    introduction=text("How we write, review and answer. We work in the open, so this handbook is public."),
    use_for=text("How staff write, review and answer."),
    not_for=text("What citizens need to know (halaman, kebijakan)."),
    model=Handbook,
    fields="order: 50\n",
    body="## Kapan dipakai\n\nTerangkan kapan panduan ini berlaku.\n",
    body_en="## When to use this\n\nExplain when this page applies.\n",
)
