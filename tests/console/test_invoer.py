"""What people can fill in wrong, and what the console says about it; and texts per region."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine

from assistant.oordelen import Oordelenkast
from assistant.postvak import Postvak
from knowledge.files import CONTENT
from knowledge.model import Kennisitem
from knowledge.proof import keur
from knowledge.publish import Redactie
from knowledge.search import Zoeker
from knowledge.service import kennis_uit_bestanden
from knowledge.vectors import Vectorkast
from tests.console.test_redactie import concept

Als = Callable[[str], Any]
WPDA = "contact-nmd-wpda"
CONTACT = {
    "id": "contact-nmd-nieuw", "organisatie": "Werkplein Nieuw", "rol": "begeleiding", "regio": "nmd",
    "bron-document-0": "nmd-2020", "bron-sectie-0": "Voorwoord", "kiest-gemeenten": "1",
}  # fmt: skip
LANDELIJK = {
    "id": "landelijk-proefbegrip", "soort": "begrip", "regio": "landelijk", "titel": "Wat is de leerplicht?",
    "antwoord": "De landelijke leerplicht loopt tot 16 jaar.", "onderwerp": "leerplicht-uitleg",
    "bronnen": [{"document": "nmd-2020", "sectie": "Voorwoord"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({}, "kies voor welke gemeenten"),
        ({"hele_regio": "ja", "bron-document-0": ""}, "kies minstens één bron"),
        ({"hele_regio": "ja", "regio": "groningen"}, "geen keuze"),
        ({"hele_regio": "ja", "geldig_van": "2026-02-31"}, "geen datum die bestaat"),
        ({"hele_regio": "ja", "id": "Met Hoofdletters"}, "kleine letters, cijfers en streepjes"),
        ({"hele_regio": "ja", "id": WPDA}, "Er bestaat al een contact"),
    ],
)
def test_een_nieuw_contact_dat_niet_kan_houdt_wat_is_getypt(als: Als, anders: dict[str, str], melding: str) -> None:
    antwoord = als("an").stuur("/nieuw/contact", **{**CONTACT, **anders})
    assert antwoord.status_code == 422
    assert melding in antwoord.text
    assert "Werkplein Nieuw" in antwoord.text


@pytest.mark.parametrize(
    ("ander", "melding"),
    [
        ({"telefoon": "bel maar"}, "het telefoonnummer klopt niet"),
        ({"email": "an apenstaart school"}, "het e-mailadres klopt niet"),
        ({"geldig_van": "2027-02-01", "geldig_tot": "2027-01-01"}, "de geldigheid eindigt vóór zij begint"),
        ({"gemeente-9": "Aalten"}, "Aalten is geen gemeente van deze regio"),
    ],
)
def test_een_contact_dat_niet_klopt_gaat_niet_live_met_de_reden(als: Als, ander: dict[str, str], melding: str) -> None:
    an, bo = als("an"), als("bo")
    pad, ingevuld = concept(an, "contact", WPDA)
    an.stuur(pad, **ingevuld | ander)
    an.stuur(f"{pad}/aanbieden")
    assert melding in an.toon(f"{pad}/gevolgen").text
    geweigerd = bo.stuur(f"{pad}/publiceren")
    assert geweigerd.status_code == 409
    assert melding in geweigerd.text


def test_een_veld_dat_niet_te_lezen_is_kost_geen_ander_veld(als: Als) -> None:
    baas = als("baas")
    pad, ingevuld = concept(baas, "contact", WPDA)
    zonder = {k: w for k, w in ingevuld.items() if not k.startswith("gemeente-")}
    antwoord = baas.stuur(pad, **zonder | {"rol": "Mijn nieuwe rol"})
    assert antwoord.status_code == 422
    assert "Mijn nieuwe rol" in antwoord.text


def test_twee_invullingen_van_een_regio_kunnen_niet_tegelijk_gelden() -> None:
    kennis = kennis_uit_bestanden()
    dubbel = kennis.invullingen[0].model_copy(update={"id": "nog-een", "geldig_van": dt.date(2026, 1, 1)})
    anders = replace(kennis, invullingen=(*kennis.invullingen, dubbel))
    assert "geef" in next(b.melding for b in keur(anders) if b.record == "nog-een")


def test_een_te_lang_antwoord_gaat_niet_live() -> None:
    kennis = kennis_uit_bestanden()
    lang = kennis.items[0].model_copy(update={"antwoord": "x" * 20_001})
    anders = replace(kennis, items=(lang, *kennis.items[1:]))
    assert "20.000 tekens" in next(b.melding for b in keur(anders) if b.record == lang.id)


def test_het_voorbeeld_toont_de_tekst_die_nog_niet_is_bewaard(als: Als, engine: Engine) -> None:
    an = als("an")
    pad, ingevuld = concept(an, "item", "nmd-routes-overzicht")
    tekst = ingevuld | {"antwoord": "Dit is **vet** en <script>alert(1)</script>.", "csrf": an.csrf}
    deel = an.post(f"/console{pad}/voorbeeld", data=tekst, headers={"x-deel": "voorbeeld"}).text
    assert "<strong>vet</strong>" in deel
    assert "<script>" not in deel
    assert "<html" not in deel
    assert "Dit is een voorbeeld" in an.post(f"/console{pad}/voorbeeld", data=tekst).text
    assert Redactie(engine).versies("item", "nmd-routes-overzicht")[0].stand == 1


def test_een_regionale_tekst_komt_naast_en_voor_de_landelijke(als: Als, engine: Engine) -> None:
    redactie = Redactie(engine)
    id_ = redactie.nieuw("item", LANDELIJK, "x").id
    redactie.bied_aan(id_, "x")
    redactie.publiceer(id_, "y")
    an = als("an")
    assert "Maak een eigen tekst voor nmd" in an.toon("/kennis/item/landelijk-proefbegrip").text
    pagina = an.stuur("/kennis/item/landelijk-proefbegrip/regionaal", regio="nmd")
    assert "De landelijke leerplicht" in pagina.text
    assert redactie.versies("item", "nmd-proefbegrip")[0].inhoud["regio"] == "nmd"
    assert an.stuur("/kennis/item/landelijk-proefbegrip/regionaal", regio="achterhoek").status_code == 403


def test_de_chat_geeft_in_een_regio_met_eigen_tekst_de_landelijke_niet() -> None:
    landelijk = Kennisitem.model_validate(LANDELIJK)
    eigen = landelijk.model_copy(update={"id": "nmd-proefbegrip", "regio": "nmd"})
    zoeker = Zoeker([landelijk, eigen], Vectorkast(CONTENT))

    def gevonden(*regios: str) -> list[str]:
        return [t.item.id for t in zoeker.zoek("wat is de leerplicht", regios=regios)]

    assert gevonden("nmd", "landelijk") == ["nmd-proefbegrip"]
    assert gevonden("achterhoek", "landelijk") == ["landelijk-proefbegrip"]


def test_een_vraag_wordt_een_nieuw_item_en_een_testvraag(als: Als, engine: Engine) -> None:
    Postvak(engine).leg_in("hoe vraag ik een jobcoach aan", "nmd", "weet-niet")
    an = als("an")
    assert 'value="hoe vraag ik een jobcoach aan"' in an.toon("/nieuw/item?vraag=1").text
    item = {
        "id": "nmd-jobcoach-aanvragen", "soort": "werkwijze", "regio": "nmd", "titel": "Een jobcoach aanvragen",
        "antwoord": "Een jobcoach vraagt u aan bij het werkplein.", "vragen": "hoe vraag ik een jobcoach aan",
        "bron-document-0": "nmd-2020", "bron-sectie-0": "Voorwoord", "vraag": "1",
    }  # fmt: skip
    assert an.stuur("/nieuw/item", **item).status_code == 200
    assert Postvak(engine).aantal() == 0


def test_een_duim_omlaag_wordt_met_een_reden_afgehandeld(als: Als, engine: Engine) -> None:
    oordelen = Oordelenkast(engine)
    bij = {"toelichting": "", "vraag": "wie belt er", "items": [], "bewijs_id": None, "site": None}
    oordelen.bewaar("g1", 1, goed=False, reden="verouderd", **bij)
    an = als("an")
    assert "wie belt er" in an.toon("/postvak").text
    assert an.stuur("/postvak/oordelen/1/afhandelen", reden=" ").status_code == 409
    an.stuur("/postvak/oordelen/1/afhandelen", reden="Nummer bijgewerkt")
    assert oordelen.omlaag() == []
