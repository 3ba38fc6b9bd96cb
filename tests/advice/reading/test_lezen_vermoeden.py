"""What no rule reads and the whole of a description makes clear: with its clause, and never against what is said."""

import pytest
from leesgevallen import Lees

from assistant.advice.reading.vermoeden import ZEKER, ZWIJGT, _modellen, kenmerken

BEGIN = "Jongen van 17 uit Assen, in mei uitgeschreven bij het mbo-3, geen diploma. "


def _vermoed(lees: Lees, tekst: str) -> list[str]:
    return [o for o in lees(tekst).opmerkingen if "opgemaakt uit" in o]


def test_wat_uit_het_geheel_blijkt_krijgt_zijn_zinsdeel_en_een_opmerking(lees: Lees) -> None:
    tekst = f"{BEGIN}Met iets van hout zou hij zo weer beginnen, en daar wel een diploma halen."
    lezing = lees(tekst)
    assert lezing.kenmerken["perspectief"] == "startkwalificatie"
    assert "diploma halen" in next(b.fragment for b in lezing.bewijs if b.veld == "perspectief")
    assert len(_vermoed(lees, tekst)) == 1


@pytest.mark.parametrize(
    "tekst",
    [
        f"{BEGIN}Geen idee of hij nog een diploma wil halen of liever gaat werken.",
        f"{BEGIN}De ene dag wil hij een diploma, de andere dag wil hij werken.",
        f"{BEGIN}Hij wil geen opleiding meer.",
    ],
)
def test_waarover_getwijfeld_of_anders_gezegd_wordt_daarover_wordt_niets_vermoed(lees: Lees, tekst: str) -> None:
    assert _vermoed(lees, tekst) == []


def test_een_los_antwoord_of_een_vraag_is_geen_beschrijving(lees: Lees) -> None:
    assert _vermoed(lees, "en daar wel een diploma halen") == []
    assert _vermoed(lees, "hoe kan een jongere weer instromen en een diploma halen?") == []


def test_kansen_tellen_op_tot_een_en_een_lege_tekst_zegt_niets_zeker() -> None:
    for model in _modellen().values():
        kans = model.kans(kenmerken(["", BEGIN]))
        assert kans.sum(axis=1) == pytest.approx([1.0, 1.0], abs=1e-5)
        beste = int(kans[0].argmax())
        assert model.waarden[beste] == ZWIJGT or kans[0, beste] < ZEKER
