from pathlib import Path
from typing import Any

import pytest
import yaml

from evaluatie.maat import bevat, gemist
from knowledge.service import Stand, Vraagbaak

ZAKEN: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("antwoorden.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("zaak", ZAKEN, ids=[z["naam"] for z in ZAKEN])
def test_answers_hold_the_decisive_words(vraagbaak: Vraagbaak, zaak: dict[str, Any]) -> None:
    vorige: Stand | None = None
    for beurt in zaak["beurten"]:
        antwoorden = vraagbaak.beantwoord(beurt["zeg"], zaak.get("regio"), vorige)
        vorige = antwoorden[-1].stand
        tekst = "\n".join(a.tekst for a in antwoorden)
        assert not gemist(tekst, beurt.get("moet")), tekst
        assert not [z for z in beurt.get("mag_niet", []) if bevat(tekst, z)], tekst
        assert tekst.count(beurt.get("eenmaal", "\0")) == ("eenmaal" in beurt), tekst
        if "gedrag" in beurt:
            assert antwoorden[-1].gedrag == beurt["gedrag"]


def test_every_answer_with_content_cites_a_source(vraagbaak: Vraagbaak) -> None:
    for vraag in ("wat is groenpluk", "wie is de contactschool", "wat doet een doorstroomcoach"):
        for antwoord in vraagbaak.beantwoord(vraag, "nmd"):
            assert antwoord.bronnen or antwoord.gedrag != "antwoord"


def test_a_stand_survives_storage_as_plain_data(vraagbaak: Vraagbaak) -> None:
    stand = vraagbaak.beantwoord("hoeveel vsv'ers had aalten in 2016-2017", "achterhoek")[-1].stand
    assert Stand.uit_dict(stand.als_dict()) == stand


@pytest.mark.parametrize("tekst", ["", "?!", "🙂🙂", "a" * 5000, "<script>alert(1)</script>", "'; DROP TABLE x; --"])
def test_odd_input_gives_an_honest_answer(vraagbaak: Vraagbaak, tekst: str) -> None:
    assert vraagbaak.beantwoord(tekst, "nmd")[0].gedrag in ("weet-niet", "verduidelijk")
