"""Every resource of the contract, with what it promises."""

from __future__ import annotations

from typing import Any

import pytest

CONTRACT = {
    "/api/v1/gesprekken": {"post"},
    "/api/v1/gesprekken/{gesprek_id}": {"delete"},
    "/api/v1/gesprekken/{gesprek_id}/berichten": {"post"},
    "/api/v1/gesprekken/{gesprek_id}/oordelen": {"post"},
    "/api/v1/adviezen": {"post"},
    "/api/v1/jikp-toetsen": {"post"},
    "/api/v1/kennisitems": {"get"},
    "/api/v1/kennisitems/{item_id}": {"get"},
    "/api/v1/kenmerken": {"get"},
    "/api/v1/routes": {"get"},
    "/api/v1/contacten": {"get"},
    "/api/v1/bewijzen/{bewijs_id}": {"get"},
    "/api/v1/bewijzen/{bewijs_id}/dossier": {"get"},
    "/api/v1/sites/{sleutel}": {"get"},
    "/api/v1/gezondheid": {"get"},
}
PRO_NAAR_WERK = {
    "leeftijd": 17,
    "gemeente": "Assen",
    "onderwijs": "pro",
    "inschrijving": "ingeschreven",
    "gaat_naar": "arbeid",
    "perspectief": "arbeid",
}


def test_openapi_noemt_elke_hulpbron(klant: Any) -> None:
    beschrijving = klant.get("/openapi.json").json()
    assert beschrijving["openapi"].startswith("3.1")
    paden = {pad: set(wat) for pad, wat in beschrijving["paths"].items()}
    assert {pad: wat for pad, wat in CONTRACT.items() if not wat <= paden.get(pad, set())} == {}


def test_openapi_legt_elke_hulpbron_uit(klant: Any) -> None:
    paden = klant.get("/openapi.json").json()["paths"]
    zonder = [f"{m} {p}" for p, wat in paden.items() for m, uitleg in wat.items() if not uitleg.get("description")]
    assert zonder == []


@pytest.mark.parametrize("pad", ["/gezondheid", "/routes", "/kennisitems/bestaat-niet", "/openapi.json"])
def test_elk_antwoord_draagt_de_versie(klant: Any, pad: str) -> None:
    assert klant.get(pad).headers["api-version"] == "1.0.0"


def test_elk_antwoord_draagt_de_veiligheidskoppen(klant: Any) -> None:
    koppen = klant.get("/gezondheid").headers
    assert koppen["x-content-type-options"] == "nosniff"
    assert koppen["cache-control"] == "no-store"
    assert "default-src 'self'" in koppen["content-security-policy"]


def test_de_chatpagina_wordt_getoond(klant: Any) -> None:
    pagina = klant.get("/")
    assert pagina.status_code == 200
    assert 'lang="nl"' in pagina.text


def test_gezondheid_noemt_kennis_en_regels(klant: Any) -> None:
    stand = klant.get("/gezondheid").json()
    assert stand["status"] == "goed"
    assert stand["items"] > 500
    assert any("ocw-2020" in r for r in stand["regels"])


def test_een_gesprek_begint_en_antwoordt(klant: Any) -> None:
    gestart = klant.post("/gesprekken", json={"regio": "nmd"})
    assert gestart.status_code == 201
    antwoord = klant.zeg(gestart.json()["gesprek_id"], "wie is de contactgemeente?")[0]
    assert "Assen" in antwoord["tekst"]
    assert {b["document"] for b in antwoord["bronnen"]} <= {"nmd-2020", "nmd-2017"}
    assert antwoord["items"][0]["score"] > 0


def test_een_gesprek_mag_zonder_lichaam_beginnen(klant: Any) -> None:
    assert klant.post("/gesprekken").status_code == 201


def test_een_bericht_zegt_wat_er_gemaskeerd_is(klant: Any) -> None:
    beurt = klant.post(
        f"/gesprekken/{klant.gesprek('nmd')}/berichten", json={"tekst": "Mohammed is 17 en woont in Assen"}
    ).json()
    assert beurt["gemaskeerd"] == ["naam"]
    assert "Mohammed" not in str(beurt)


def test_verbeterde_kenmerken_geven_een_nieuw_advies(klant: Any) -> None:
    gesprek = klant.gesprek("nmd")
    klant.zeg(gesprek, "jongen van 17 op het pro in Assen wil gaan werken")
    antwoord = klant.zeg(gesprek, "Ik verbeter de gegevens", kenmerken={"leeftijd": 24})[-1]
    assert antwoord["advies"]["route"] == "23-plus"


def test_een_advies_op_kenmerken(klant: Any) -> None:
    advies = klant.post("/adviezen", json={"kenmerken": PRO_NAAR_WERK, "peildatum": "2026-11-22"}).json()
    assert advies["route"] == "pro-vso-arbeid"
    assert advies["rij"]
    assert advies["jikp"]["uitkomsten"][0]["criteria"]
    assert any(c["te_bevestigen"] for c in advies["contact"])


def test_een_advies_op_een_beschrijving_toont_de_fragmenten(klant: Any) -> None:
    tekst = "jongen van 17 op het pro in Assen, wil na de zomer aan het werk in de groenvoorziening"
    advies = klant.post("/adviezen", json={"tekst": tekst, "regio": "nmd"}).json()
    assert advies["route"] == "pro-vso-arbeid"
    assert advies["kenmerken"]["leeftijd"] == 17
    assert all(b["fragment"] in tekst for b in advies["bewijs"])


def test_een_advies_op_tekst_laat_geen_gesprek_achter(klant: Any) -> None:
    voor = _aantal_gebeurtenissen(klant)
    klant.post("/adviezen", json={"tekst": "jongen van 17 op het pro in Assen wil werken"})
    assert _aantal_gebeurtenissen(klant) == voor


def test_een_toets_geeft_elke_definitie_apart(klant: Any) -> None:
    kenmerken = {
        "leeftijd": 17,
        "gemeente": "Assen",
        "onderwijs": "vso",
        "uitstroomprofiel": "dagbesteding",
        "gaat_naar": "dagbesteding",
    }
    toets = klant.post("/jikp-toetsen", json={"kenmerken": kenmerken, "peildatum": "2026-11-22"}).json()
    assert {u["definitie"]: u["uitkomst"] for u in toets["uitkomsten"]} == {"ocw-2020": "nee", "nmd-2017": "ja"}


def test_onbekend_is_nooit_nee(klant: Any) -> None:
    toets = klant.post("/jikp-toetsen", json={"kenmerken": {"leeftijd": "onbekend"}}).json()
    assert toets["uitkomsten"][0]["uitkomst"] == "onbekend"
    assert toets["volgende_vraag"]["reden"]


@pytest.mark.parametrize("pad", ["/adviezen", "/jikp-toetsen"])
def test_een_bewijs_geeft_bij_herhaling_dezelfde_uitkomst(klant: Any, pad: str) -> None:
    eerst = klant.post(pad, json={"kenmerken": PRO_NAAR_WERK, "peildatum": "2026-11-22"}).json()
    assert klant.get(f"/bewijzen/{eerst['bewijs_id']}").json() == eerst


def test_een_advies_uit_de_chat_is_na_te_lezen(klant: Any) -> None:
    advies = klant.zeg(klant.gesprek("nmd"), "jongen van 17 op het pro in Assen wil gaan werken")[-1]["advies"]
    assert klant.get(f"/bewijzen/{advies['bewijs_id']}").json()["route"] == advies["route"]
    assert "17" in klant.get(f"/bewijzen/{advies['bewijs_id']}/dossier").json()["tekst"]


def test_kennisitems_zoeken_binnen_een_regio(klant: Any) -> None:
    gevonden = klant.get("/kennisitems", params={"q": "zomerlek", "regio": "achterhoek"}).json()
    assert gevonden[0]["item"]["id"] == "ach-b-zomerlek"
    assert {g["item"]["regio"] for g in gevonden} <= {"achterhoek", "landelijk"}


def test_kennisitems_zonder_vraag_zijn_een_lijst(klant: Any) -> None:
    gevonden = klant.get("/kennisitems", params={"regio": "nmd", "soort": "route", "aantal": 5}).json()
    assert 0 < len(gevonden) <= 5
    assert {g["item"]["soort"] for g in gevonden} == {"route"}


def test_een_kennisitem_heeft_bronnen(klant: Any) -> None:
    item = klant.get("/kennisitems/nmd-startkwalificatie").json()
    assert item["bronnen"][0]["document"] == "nmd-2020"


def test_routes_per_regio(klant: Any) -> None:
    assert len(klant.get("/routes").json()) == 4
    alleen = klant.get("/routes", params={"regio": "rijk-van-nijmegen"}).json()
    assert [i["regio"] for i in alleen] == ["rijk-van-nijmegen"]


def test_contacten_van_een_gemeente_en_route(klant: Any) -> None:
    contacten = klant.get("/contacten", params={"gemeente": "Noordenveld", "route": "23-plus"}).json()
    assert any("Noordenkwartier" in c["organisatie"] for c in contacten)
    assert not any("WPDA" in c["organisatie"] for c in contacten)


def test_contacten_kennen_de_schrijfwijzen_van_een_gemeente(klant: Any) -> None:
    antwoorden = [klant.get("/contacten", params={"gemeente": n}) for n in ("Son en Breugel", "Son & Breugel", "Assen")]
    assert [a.status_code for a in antwoorden] == [200, 200, 200]
    assert antwoorden[0].json() == antwoorden[1].json() != antwoorden[2].json()


def test_kenmerken_noemen_hun_waarden(klant: Any) -> None:
    velden = {v["veld"]: v for v in klant.get("/kenmerken").json()}
    assert {"pro", "vso", "entree"} <= {k["waarde"] for k in velden["onderwijs"]["keuzes"]}
    assert "Assen" in {k["waarde"] for k in velden["gemeente"]["keuzes"]}


def test_een_site_noemt_de_regios(klant: Any) -> None:
    assert len(klant.get("/sites/routewijzer").json()["regios"]) == 4


def test_een_oordeel_wordt_bewaard_zonder_persoonsgegevens(klant: Any) -> None:
    gesprek = klant.gesprek("nmd")
    oordeel = {
        "antwoord": 0,
        "goed": False,
        "reden": "onjuist",
        "toelichting": "mevrouw Jansen zegt iets anders",
        "vraag": "geldt dit voor Fatima?",
    }
    assert klant.post(f"/gesprekken/{gesprek}/oordelen", json=oordeel).status_code == 201
    bewaard = next(o for o in _oordelen(klant) if o.gesprek_id == gesprek)
    assert "[naam]" in bewaard.toelichting
    assert "Fatima" not in bewaard.vraag


def _oordelen(klant: Any) -> list[Any]:
    from assistant.oordelen import Oordelenkast
    from storage.engine import open_engine

    return Oordelenkast(open_engine(klant.app.state.instellingen.database_url)).alle()


def _aantal_gebeurtenissen(klant: Any) -> int:
    import sqlalchemy as sa

    from storage.engine import open_engine

    with open_engine(klant.app.state.instellingen.database_url).connect() as verbinding:
        return int(verbinding.execute(sa.text("select count(*) from events")).scalar_one())
