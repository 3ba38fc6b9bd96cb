import pytest

from knowledge.lexical import Woordenlijst
from knowledge.questions import deelvragen, is_vraag, kern
from knowledge.text import vouw, woorden

LIJST = Woordenlijst(
    ["doorstroomcoach begeleidt de overstap", "startkwalificatie", "doorstroom coach", "groenpluk", "verzuim"]
)


@pytest.mark.parametrize(
    ("tekst", "gevouwen"),
    [
        ("VSV’ers", "vsvers"),
        ("één plan", "een plan"),
        ("mbo-2", "mbo 2"),
        ("  dubbel   wit ", "dubbel wit"),
        ("50 %", "50 %"),
    ],
)
def test_two_spellings_fold_alike(tekst: str, gevouwen: str) -> None:
    assert vouw(tekst) == gevouwen


@pytest.mark.parametrize(
    ("fout", "goed"),
    [
        ("strtkwalificatie", "startkwalificatie"),
        ("groenpluck", "groenpluk"),
        ("verzuimm", "verzuim"),
        ("xyzabc", "xyzabc"),
    ],
)
def test_misspelled_words_are_repaired_when_near(fout: str, goed: str) -> None:
    assert LIJST.herstel(fout) == goed


def test_compound_and_its_parts_share_terms() -> None:
    assert set(LIJST.termen("doorstroom coach")) & set(LIJST.termen("doorstroomcoach"))


def test_stop_words_carry_no_meaning() -> None:
    assert woorden("wat is de startkwalificatie nou eigenlijk") == woorden("startkwalificatie")


@pytest.mark.parametrize(
    ("bericht", "aantal"),
    [
        ("Wat is groenpluk? En wie is de contactschool?", 2),
        ("wat is groenpluk", 1),
        ("Hoi. Ik heb een leerling. Wat is een plusvoorziening?", 1),
        ("Hoe? Wat?", 1),
    ],
)
def test_questions_in_a_message_are_told_apart(bericht: str, aantal: int) -> None:
    assert len(deelvragen(bericht)) == aantal


def test_the_question_inside_a_story_is_found() -> None:
    verhaal = (
        "Ik werk op een mbo in Doetinchem. Vandaag sprak ik een student. Hoe meld ik haar aan voor trajectbegeleiding?"
    )
    assert kern(verhaal)[0] == "Hoe meld ik haar aan voor trajectbegeleiding?"


@pytest.mark.parametrize(
    ("bericht", "vraagt"),
    [
        ("wat ik wel weet: hij heeft geen diploma", False),
        ("wat wij er nog van weten is weinig, wie belt er?", True),
        ("aandeel uitvallers op het mbo", True),
        ("aantal keer gespijbeld: 12", False),
        ("Ze stopt. Wat ze zelf wil weet ik dus nog niet.", False),
        ("waar het heen gaat, werk of school, moet nog blijken", False),
        ("welke gemeenten meedoen weet ik niet, kunt u dat zeggen", True),
        ("welke gemeenten doen niet mee", True),
    ],
)
def test_what_is_told_is_no_question(bericht: str, vraagt: bool) -> None:
    assert is_vraag(bericht) is vraagt


@pytest.mark.parametrize(
    ("bericht", "vragen"),
    [
        ("twee dingen: wie is contactschool, en wat is budget b?", ["wie is contactschool", "wat is budget b"]),
        ("drie vragen: jaarbudget, streefcijfer en wat is bbl", ["jaarbudget", "streefcijfer", "wat is bbl"]),
        ("wie is contactgemeente en wat is groenpluk?", ["wie is contactgemeente", "wat is groenpluk"]),
        (
            "wie zit in de stuurgroep en hoe vaak komen ze bijeen",
            ["wie zit in de stuurgroep en hoe vaak komen ze bijeen"],
        ),
        ("hoe en wanneer meld ik iemand aan", ["hoe en wanneer meld ik iemand aan"]),
    ],
)
def test_elke_vraag_in_een_bericht_telt(bericht: str, vragen: list[str]) -> None:
    assert deelvragen(bericht) == vragen
