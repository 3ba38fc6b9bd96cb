"""What people can fill in wrong, and what the console says about it; and texts per region."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine

from assistant.oordelen import Oordelenkast
from assistant.postvak import Postvak
from assistant.web.console.verschil import verschil
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
    lijst = an.post(f"/console{pad}/voorbeeld", data=tekst | {"antwoord": "Twee:\n- een\n- twee\nTot slot."}).text
    assert "</ul>\n<p>Tot slot.</p>" in lijst
    assert "<script>" not in deel
    assert "<html" not in deel
    assert "Dit is een voorbeeld" in an.post(f"/console{pad}/voorbeeld", data=tekst).text
    assert Redactie(engine).versies("item", "nmd-routes-overzicht")[0].stand == 1


def test_een_regionale_tekst_komt_naast_en_voor_de_landelijke(als: Als, engine: Engine) -> None:
    redactie = Redactie(engine)
    id_ = redactie.nieuw("item", LANDELIJK, "x").id
    redactie.bied_aan(id_)
    redactie.publiceer(id_, "y")
    an = als("an")
    assert "Maak een eigen tekst voor Noord- en Midden-Drenthe" in an.toon("/kennis/item/landelijk-proefbegrip").text
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


def publiceer(als: Als, pad: str, **velden: str) -> Any:
    """Handed in by one, published by another."""
    als("baas").stuur(f"{pad}/aanbieden")
    return als("alle").stuur(f"{pad}/publiceren", **velden)


def test_twee_teksten_over_hetzelfde_op_een_dag_die_nog_komt_kunnen_niet_live(als: Als, engine: Engine) -> None:
    baas, straks = als("baas"), dt.date.today() + dt.timedelta(days=40)
    eerste = next(i for i in Redactie(engine).kennis().items if i.onderwerp and i.regio == "nmd")
    tweede = {
        "id": "nmd-straks", "soort": "werkwijze", "regio": "nmd", "titel": "Zo gaat het straks",
        "antwoord": "Vanaf volgende maand gaat het anders.", "onderwerp": str(eerste.onderwerp),
        "geldig_van": straks.isoformat(), "bron-document-0": "nmd-2020", "bron-sectie-0": "Voorwoord",
    }  # fmt: skip
    pad = baas.stuur("/nieuw/item", **tweede).url.path.removeprefix("/console")
    geweigerd = publiceer(als, pad)
    assert geweigerd.status_code == 409
    assert f"hetzelfde onderwerp als {eerste.id} en geldt tegelijk" in geweigerd.text
    ander, ingevuld = concept(baas, "item", eerste.id)
    baas.stuur(ander, **ingevuld | {"geldig_tot": (straks - dt.timedelta(days=1)).isoformat()})
    assert publiceer(als, ander).status_code == 200
    assert als("alle").stuur(f"{pad}/publiceren").status_code == 200


def test_zie_ook_naar_zichzelf_of_naar_niets_kan_niet_live(als: Als) -> None:
    baas = als("baas")
    pad, ingevuld = concept(baas, "item", "nmd-routes-overzicht")
    baas.stuur(pad, **ingevuld | {"zie_ook-8": "nmd-routes-overzicht", "zie_ook-9": "nmd-bestaat-niet"})
    geweigerd = publiceer(als, pad)
    assert geweigerd.status_code == 409
    assert "verwijst naar het item zelf" in html.unescape(geweigerd.text)
    assert "nmd-bestaat-niet, dat niet bestaat" in html.unescape(geweigerd.text)


def test_routes_en_verwijzingen_worden_bij_naam_gekozen(als: Als, engine: Engine) -> None:
    baas = als("baas")
    pad, ingevuld = concept(baas, "item", "nmd-routes-overzicht")
    assert "Warme overdracht naar de gemeente" in baas.toon(pad).text
    anders = {"routes-23-plus": "23-plus", "routes-regulier": "regulier", "zie_ook-0": "", "zie_ook-1": ""}
    baas.stuur(pad, **ingevuld | anders)
    inhoud = Redactie(engine).versies("item", "nmd-routes-overzicht")[0].inhoud
    assert {"23-plus", "regulier"} <= set(inhoud["routes"])


@pytest.mark.parametrize("lengte", [20_001, 400_000])
def test_een_veel_te_lange_tekst_wordt_bewaard_maar_gaat_niet_live(als: Als, lengte: int) -> None:
    baas = als("baas")
    pad, ingevuld = concept(baas, "item", "nmd-routes-overzicht")
    assert baas.stuur(pad, **ingevuld | {"antwoord": "Een woord. " * (lengte // 11 + 1)}).status_code == 200
    geweigerd = publiceer(als, pad)
    assert geweigerd.status_code == 409
    assert "langer dan 20.000 tekens" in geweigerd.text


def test_een_record_kan_niet_naar_een_andere_regio_verhuizen(als: Als, engine: Engine) -> None:
    """Otherwise a coördinator could write in a region that somebody else keeps."""
    an = als("an")
    pad, ingevuld = concept(an, "contact", WPDA)
    antwoord = an.stuur(pad, **ingevuld | {"regio": "achterhoek"})
    assert antwoord.status_code == 422
    assert "De regio van een bestaand record kan niet veranderen" in antwoord.text
    assert Redactie(engine).versies("contact", WPDA)[0].inhoud["regio"] == "nmd"


def test_wie_schreef_kan_niet_publiceren_ook_niet_als_een_ander_het_aanbood(als: Als) -> None:
    an, bo = als("an"), als("bo")
    pad, ingevuld = concept(an, "contact", WPDA)
    an.stuur(pad, **ingevuld | {"telefoon": "0592 123 456"})
    bo.stuur(f"{pad}/aanbieden")
    geweigerd = an.stuur(f"{pad}/publiceren")
    assert geweigerd.status_code == 409
    assert "Iemand anders dan de schrijver" in geweigerd.text
    assert bo.stuur(f"{pad}/publiceren").status_code == 200


def test_wie_te_laat_bewaart_ziet_zijn_tekst_nog(als: Als) -> None:
    an, bo = als("an"), als("bo")
    pad, ingevuld = concept(an, "contact", WPDA)
    bo.stuur(f"{pad}/aanbieden")
    antwoord = an.stuur(pad, **ingevuld | {"toelichting": "Mijn late tekst"})
    assert antwoord.status_code == 422
    assert "Uw tekst is niet bewaard" in antwoord.text
    assert "Mijn late tekst" in antwoord.text


def test_een_verschil_noemt_velden_bij_hun_naam_en_wijst_de_zin_aan() -> None:
    oud = {
        "titel": "T",
        "te_bevestigen": True,
        "antwoord": "De eerste zin blijft. De tweede zin gaat weg. De derde ook niet.",
    }
    nieuw = oud | {
        "te_bevestigen": False,
        "antwoord": "De eerste zin blijft. De tweede zin is anders. De derde ook niet.",
    }
    anders = [(r.soort, r.tekst.strip()) for r in verschil(oud, nieuw) if r.soort != "zelfde"]
    assert anders == [
        ("weg", "Dit contact moet nog worden bevestigd: ja"), ("nieuw", "Dit contact moet nog worden bevestigd: nee"),
        ("weg", "De tweede zin gaat weg."), ("nieuw", "De tweede zin is anders."),
    ]  # fmt: skip


def test_een_nieuwe_tekst_voor_een_regio_van_een_ander_houdt_wat_is_getypt(als: Als) -> None:
    antwoord = als("an").stuur("/nieuw/contact", **CONTACT | {"regio": "achterhoek", "hele_regio": "ja"})
    assert antwoord.status_code == 403
    assert "U mag kennis van Achterhoek niet wijzigen" in antwoord.text
    assert "Werkplein Nieuw" in antwoord.text


def test_de_lijst_toont_wat_een_jaar_niet_is_gecontroleerd(als: Als, engine: Engine) -> None:
    baas = als("baas")
    lijst = "/kennis?soort=item&stand=oud&regio=nmd&q=nmd-routes-overzicht"
    eerder = int(re.findall(r"<strong>(\d+)</strong> gevonden", baas.toon(lijst).text)[0])
    pad, ingevuld = concept(baas, "item", "nmd-routes-overzicht")
    lang_geleden = dt.date.today() - dt.timedelta(days=400)
    baas.stuur(pad, **ingevuld | {"gecontroleerd": lang_geleden.isoformat()})
    assert publiceer(als, pad).status_code == 200
    assert f"<strong>{max(1, eerder)}</strong> gevonden" in baas.toon(lijst).text
