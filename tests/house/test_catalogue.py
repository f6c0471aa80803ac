"""Every sentence that the tool says exists in every language it speaks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from terbuka.text import LANGUAGES, LOCALE, catalogue, quoted, text

PACKAGE = Path(__file__).parents[2] / "scripts" / "terbuka"
KEYWORDS = {"text": None, "hint": None, "say": None}
PLACEHOLDER = re.compile(r"{(\w+)}")


def sentences() -> dict[str, str]:
    """Every sentence in the source, and a place where it is said."""
    found = extract_from_dir(str(PACKAGE), [("**.py", "python")], {}, KEYWORDS)
    return {str(message): f"{name}:{line}" for name, line, message, _, _ in found}


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_every_sentence_is_translated(language: str) -> None:
    known = catalogue(language)
    assert {sentence: place for sentence, place in sentences().items() if not known.get(sentence)} == {}


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_no_translation_is_left_over(language: str) -> None:
    assert sorted(set(catalogue(language)) - set(sentences())) == []


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_translations_keep_the_placeholders(language: str) -> None:
    differing = {
        key: said
        for key, said in catalogue(language).items()
        if set(PLACEHOLDER.findall(key)) != set(PLACEHOLDER.findall(said))
    }
    assert differing == {}


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_catalogues_are_read_as_babel_reads_them(language: str) -> None:
    expected: dict[str, str] = {}
    for path in sorted((LOCALE / language).glob("*.po")):
        with path.open("rb") as file:
            expected |= {str(message.id): str(message.string) for message in read_po(file) if message.id}
    assert catalogue(language) == expected


@pytest.mark.parametrize("path", sorted(LOCALE.rglob("*.po")), ids=lambda path: path.name)
def test_catalogues_are_sound(path: Path) -> None:
    with path.open("rb") as file:
        messages = [
            message for message in read_po(file, locale=path.parent.name, abort_invalid=True) if message.id
        ]
    assert [m.id for m in messages if m.fuzzy or not m.string] == []


def test_a_sentence_is_said_with_its_values() -> None:
    sentence = text("{path} does not exist.", path="content/x.md")
    assert sentence.say("en") == "content/x.md does not exist."
    assert sentence.say("id") == "content/x.md tidak ada."
    assert sentence == text("{path} does not exist.", path="content/x.md")


def test_words_from_elsewhere_are_not_translated_or_formatted() -> None:
    assert quoted("no such ref: {x}").say("id") == "no such ref: {x}"
