"""Misspelled words around a question are read as meant; Dutch words and names stay what they are."""

from __future__ import annotations

import pytest

from knowledge.service import Vraagbaak
from knowledge.spelling import klank, woorden_in


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("voor wy is dit beleit", "voor wij is dit beleid"),
        ("wie is de kontaktgemeente", "wie is de contactgemeente"),
        ("en in doetinchm latr?", "en in doetinchem later?"),
        ("da weet ik nie", "dat weet ik niet"),
        ("voor wie ist", "voor wie is het"),
        ("hoevel leerlingn krygen dat", "hoeveel leerlingen krijgen dat"),
        ("vanaf welke lft eig, en wnr", "vanaf welke leeftijd eigenlijk, en wanneer"),
        ("hvl dagen per wk", "hoeveel dagen per week"),
    ],
)
def test_a_misspelled_word_is_read_as_it_was_meant(vraagbaak: Vraagbaak, getypt: str, bedoeld: str) -> None:
    assert vraagbaak.spelling.herstel(getypt) == bedoeld


@pytest.mark.parametrize(
    "tekst",
    [
        "Wat is 17/18 in Best, en waarom?",
        "de deuren van het huis",
        "datzelfde jaar, hoogst zelden",
        "hij heeft mbo 2 en lln van het pro",
        "afgebroken opleiding wegens geweld",
    ],
)
def test_a_dutch_word_stays_as_it_is(vraagbaak: Vraagbaak, tekst: str) -> None:
    assert vraagbaak.spelling.herstel(tekst) == tekst


def test_words_that_only_one_place_listens_for_go_first(vraagbaak: Vraagbaak) -> None:
    assert vraagbaak.spelling.herstel("mietsen") == "mietsen"
    assert vraagbaak.spelling.met(frozenset({"meetsen"})).herstel("mietsen") == "meetsen"


def test_patterns_lend_their_whole_words() -> None:
    assert woorden_in([r"(?:bellen|mailen) \w+", r"maatregel\w*", r"leerlinge?"]) == {"bellen", "mailen", "maatregel"}


@pytest.mark.parametrize(
    ("een", "ander"), [("zyn", "zijn"), ("kontact", "contact"), ("landelyk", "landelijk"), ("staad", "staat")]
)
def test_spellings_of_one_sound_are_equal(een: str, ander: str) -> None:
    assert klank(een) == klank(ander)
