from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine

from assistant.diensten import diensten
from assistant.postvak import Onbeantwoord, Postvak, groepeer
from assistant.web.console.testvragen import HOOGSTENS, bewaar_testvraag, testvragen
from knowledge.publish import Redactie

WPDA = "contact-nmd-wpda"
Als = Callable[[str], Any]


def velden(pagina: str) -> dict[str, str]:
    """What the editor on a page would send."""
    leeg = re.sub(r'<input type="checkbox"(?:(?! checked)[^>])*>', "", pagina)
    gevonden = dict(re.findall(r'<input[^>]* name="([\w.-]+)" value="([^"]*)"', leeg))
    gevonden |= dict(re.findall(r'<textarea[^>]* name="([\w.-]+)"[^>]*>\n([^<]*)</textarea>', leeg))
    keuzes = re.findall(r'<select[^>]* name="([\w.-]+)">(.*?)</select>', leeg, re.S)
    gevonden |= {naam: g[0] for naam, k in keuzes if (g := re.findall(r'value="([^"]*)" selected', k))}
    return {k: html.unescape(w) for k, w in gevonden.items() if k != "csrf"}


def concept(klant: Any, soort: str, sleutel: str) -> tuple[str, dict[str, str]]:
    antwoord = klant.stuur(f"/kennis/{soort}/{sleutel}/concept")
    return antwoord.url.path.removeprefix("/console"), velden(antwoord.text)


def test_opslaan_zonder_wijziging_verandert_niets_aan_de_inhoud(als: Als, engine: Engine) -> None:
    klant, redactie = als("baas"), Redactie(engine)
    for soort, sleutel in (("contact", WPDA), ("item", "nmd-routes-overzicht"), ("document", "nmd-2020")):
        pad, ingevuld = concept(klant, soort, sleutel)
        assert klant.stuur(pad, **ingevuld).status_code == 200
        nieuw, oud = redactie.versies(soort, sleutel)
        assert nieuw.hash == oud.hash, sleutel


def test_telefoonnummer_van_concept_tot_publicatie_met_twee_mensen(als: Als, engine: Engine) -> None:
    an, bo = als("an"), als("bo")
    pad, ingevuld = concept(an, "contact", WPDA)
    an.stuur(pad, **ingevuld | {"telefoon": "0592 123 456", "reden": "Gebeld"})
    assert "0592 123 456" in an.toon(f"{pad}/gevolgen").text
    an.stuur(f"{pad}/aanbieden")
    assert an.stuur(f"{pad}/publiceren").status_code == 409
    assert bo.stuur(f"{pad}/publiceren").status_code == 200
    assert next(c for c in Redactie(engine).kennis().contacten if c.id == WPDA).telefoon == "0592 123 456"


def test_een_leeftijd_in_een_regel_toont_wie_er_anders_uitkomt(als: Als) -> None:
    an = als("an")
    pad, _ = concept(an, "regel", "nmd-2017.1")
    stand = velden(an.toon(f"{pad}/rijen").text)["stand"]
    an.stuur(f"{pad}/rijen/1", stand=stand, tekst="jonger dan 24 jaar", als="leeftijd: {tot: 24}")
    gevolgen = an.toon(f"{pad}/gevolgen").text
    assert "(Uitwerkingsnotitie 2017)</td>" in gevolgen
    assert re.search(r"<td>nee</td>\s*<td>ja</td>", gevolgen)


@pytest.mark.parametrize(
    ("als_tekst", "melding"),
    [("leeftijd: {tot", "geen geldige YAML"), ("zomaar", "moet een kenmerk noemen"), ("lengte: {van: 2}", "lengte")],
)
def test_een_kapotte_voorwaarde_wordt_uitgelegd_en_kan_niet_live(als: Als, als_tekst: str, melding: str) -> None:
    an, bo = als("an"), als("bo")
    pad, _ = concept(an, "regel", "nmd-2017.1")
    antwoord = an.stuur(f"{pad}/rijen/1", stand="1", tekst="x", als=als_tekst)
    assert melding in antwoord.text
    an.stuur(f"{pad}/aanbieden")
    if antwoord.status_code == 200:
        assert bo.stuur(f"{pad}/publiceren").status_code == 409


def test_een_regel_die_een_regeltest_breekt_wordt_niet_gepubliceerd(als: Als) -> None:
    an, bo = als("an"), als("bo")
    pad, _ = concept(an, "regel", "nmd-2017.1")
    an.stuur(f"{pad}/rijen/0", stand="1", tekst="30 jaar of ouder", als="leeftijd: {van: 30}")
    an.stuur(f"{pad}/aanbieden")
    assert bo.stuur(f"{pad}/publiceren").status_code == 409


def test_bij_een_conflict_staan_beide_teksten_er_en_kan_men_kiezen(als: Als, engine: Engine) -> None:
    an, bo = als("an"), als("bo")
    pad, ingevuld = concept(an, "contact", WPDA)
    an.stuur(pad, **ingevuld | {"toelichting": "Tekst van An"})
    botst = bo.stuur(pad, **ingevuld | {"toelichting": "Tekst van Bo"})
    assert botst.status_code == 409
    assert "Tekst van An" in botst.text
    assert "Tekst van Bo" in botst.text
    bo.stuur(pad, **velden(botst.text))
    assert Redactie(engine).versies("contact", WPDA)[0].inhoud["toelichting"] == "Tekst van Bo"


def test_uitproberen_toont_het_antwoord_met_het_concept_erin(als: Als) -> None:
    an = als("an")
    pad, ingevuld = concept(an, "item", "nmd-routes-overzicht")
    an.stuur(pad, **ingevuld | {"antwoord": "Er zijn vier paarse routes naar werk en school."})
    proef = an.toon(f"{pad}?vraag=welke+JIKP-routes+zijn+er+in+Noord-+en+Midden-Drenthe").text
    assert "vier paarse routes" in proef.split('class="proef"')[1]
    assert "nmd-routes-overzicht" in proef.split("Beste treffers")[1]


@pytest.mark.parametrize(
    ("ander", "melding"),
    [
        ({"titel": "x"}, "titel"),
        ({"geldig_van": "31-02-2026"}, "geldig_van"),
        ({"onderwerp": "Met Hoofdletters"}, "onderwerp"),
    ],
)
def test_slechte_invoer_blijft_in_het_formulier_met_uitleg(als: Als, ander: dict[str, str], melding: str) -> None:
    an = als("an")
    pad, ingevuld = concept(an, "item", "nmd-routes-overzicht")
    antwoord = an.stuur(pad, **ingevuld | ander | {"antwoord": "Mijn nieuwe tekst blijft staan."})
    assert antwoord.status_code == 422
    assert melding in antwoord.text
    assert "Mijn nieuwe tekst blijft staan." in antwoord.text


def test_een_script_in_een_tekst_is_gewone_tekst(als: Als) -> None:
    an = als("an")
    pad, ingevuld = concept(an, "item", "nmd-routes-overzicht")
    pagina = an.stuur(pad, **ingevuld | {"antwoord": "Tekst met <script>alert(1)</script> erin."}).text
    assert "<script>" not in pagina
    assert "&lt;script&gt;" in pagina


def test_een_datum_in_het_verleden_of_geen_datum_wordt_geweigerd(als: Als) -> None:
    an, bo = als("an"), als("bo")
    pad, ingevuld = concept(an, "contact", WPDA)
    an.stuur(pad, **ingevuld)
    an.stuur(f"{pad}/aanbieden")
    gisteren = (dt.date.today() - dt.timedelta(days=1)).isoformat()
    for vanaf in (gisteren, "2027-02-31", "morgen"):
        assert bo.stuur(f"{pad}/publiceren", vanaf=vanaf).status_code == 409


def test_een_vraag_uit_het_postvak_wordt_met_een_klik_een_concept(als: Als, engine: Engine) -> None:
    vraag = "hoeveel wegen naar werk zijn er eigenlijk"
    Postvak(engine).leg_in(vraag, "nmd", "weet-niet")
    an = als("an")
    assert vraag in an.toon("/postvak").text
    an.stuur("/postvak/1/concept", item="nmd-routes-overzicht")
    assert Redactie(engine).versies("item", "nmd-routes-overzicht")[0].inhoud["gevraagd"][-1] == vraag
    assert Postvak(engine).aantal() == 0


def test_vragen_met_dezelfde_betekenis_staan_bij_elkaar() -> None:
    teksten = ["wat is het telefoonnummer van het rmc", "wat is het telefoon nummer van rmc?", "hoe laat is het"]
    groepen = groepeer([Onbeantwoord(id=n, vraag=t) for n, t in enumerate(teksten)])
    assert [[v.id for v in g.vragen] for g in groepen] == [[0, 1], [2]]


def test_een_nieuw_contact_zonder_geldige_regio_wordt_geweigerd(als: Als) -> None:
    antwoord = als("an").stuur("/nieuw/contact", id="contact-nmd-nieuw", organisatie="Nieuw", regio="")
    assert antwoord.status_code == 422


def test_elke_wijziging_staat_in_het_auditspoor_zonder_inhoud(als: Als) -> None:
    pad, ingevuld = concept(als("an"), "contact", WPDA)
    als("an").stuur(pad, **ingevuld | {"telefoon": "0592 123 456"})
    spoor = als("baas").toon("/audit").text
    assert "concept bewaard" in spoor
    assert "0592" not in spoor


def test_de_gevolgen_stellen_de_eigen_testvragen_en_de_meegeleverde_die_op_de_wijziging_lijken(
    als: Als, engine: Engine
) -> None:
    """All of them would keep somebody waiting for minutes."""
    bewaar_testvraag(engine, "hoeveel wegen naar werk zijn er eigenlijk", "nmd", "nmd-routes-overzicht")
    an = als("an")
    pad, ingevuld = concept(an, "item", "nmd-routes-overzicht")
    an.stuur(pad, **ingevuld | {"antwoord": "Er zijn vier paarse routes naar werk en school."})
    eerst = diensten().kennis
    straks = Redactie(engine).kennis([int(pad.split("/")[-1])])
    vragen = testvragen(engine, eerst, straks)
    assert vragen[0] == ("hoeveel wegen naar werk zijn er eigenlijk", "nmd")
    assert 0 < len(vragen) <= HOOGSTENS + 1
    assert {r for _, r in vragen} <= {"nmd", None}
    assert testvragen(engine, eerst, eerst) == []
    assert re.search(r'<span class="tel">[1-9]\d*</span> van \d+ testvragen', an.toon(f"{pad}/gevolgen").text)
