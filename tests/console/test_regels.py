from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Engine

from assistant.web.console.regels import taal
from assistant.web.console.voorwaarden import Tak, VoorwaardeLeeg, lees, takken, zin
from knowledge.publish import Redactie
from knowledge.service import Kennis, kennis_uit_bestanden
from tests.console.test_redactie import velden

Als = Callable[[str], Any]
NMD = "nmd-2017.1"


@pytest.fixture(scope="module")
def kennis() -> Kennis:
    return kennis_uit_bestanden()


def formulier(delen: tuple[Tak, ...]) -> Iterator[tuple[str, str]]:
    """What a browser would send of these inputs when nobody touches them."""
    for tak in delen:
        if tak.soort == "leeftijd":
            yield from ((f"van-{tak.pad}", str(tak.van)), (f"tot-{tak.pad}", str(tak.tot)))
        if tak.soort == "keuze":
            yield f"heeft-{tak.pad}", "1"
            yield from ((f"w-{tak.pad}-{w}", "ja") for w, _, aan in tak.keuzes if aan)
        yield from formulier(tak.delen)


def voorwaarden(kennis: Kennis) -> Iterator[tuple[Any, dict[str, Any]]]:
    for regel in (*kennis.regels.definities, *kennis.regels.tabellen):
        for rij in getattr(regel, "criteria", ()) or getattr(regel, "rijen", ()):
            yield regel, rij.als


def test_elke_meegeleverde_voorwaarde_is_een_formulier_dat_onaangeroerd_niets_verandert(kennis: Kennis) -> None:
    def gesorteerd(als: Any) -> Any:
        return json.loads(json.dumps(als, sort_keys=True), object_hook=lambda d: dict(sorted(d.items())))

    for regel, als in voorwaarden(kennis):
        nieuw = lees(als, dict(formulier(takken(als, taal(kennis, regel)))))
        assert _zonder_volgorde(nieuw) == _zonder_volgorde(gesorteerd(als)), regel.id


def _zonder_volgorde(als: Any) -> Any:
    if isinstance(als, dict):
        return {k: _zonder_volgorde(v) for k, v in als.items()}
    if isinstance(als, list) and als and not isinstance(als[0], dict):
        return sorted(als)
    return [_zonder_volgorde(d) for d in als] if isinstance(als, list) else als


def test_elke_voorwaarde_is_te_lezen_zonder_yaml(kennis: Kennis) -> None:
    for regel, als in voorwaarden(kennis):
        assert not re.search(r"[{}\[\]]|_van|gaat_naar", zin(als, taal(kennis, regel))), als


@pytest.mark.parametrize(
    ("als", "ingevuld", "uit"),
    [
        ({"leeftijd": {"tot": 23}}, {"van-leeftijd": "", "tot-leeftijd": "24"}, {"leeftijd": {"tot": 24}}),
        ({"onderwijs": "pro"}, {"heeft-onderwijs": "1", "w-onderwijs-pro": "ja", "w-onderwijs-vso": "ja"},
         {"onderwijs": ["pro", "vso"]}),
        ({"startkwalificatie": "ja"}, {"erbij": "onderwijs=pro"}, {"startkwalificatie": "ja", "onderwijs": "pro"}),
        ({"startkwalificatie": "ja"}, {"erbij-van": "16"}, {"startkwalificatie": "ja", "leeftijd": {"van": 16}}),
        ({"onderwijs": ["pro"]}, {"erbij": "onderwijs=vso"}, {"onderwijs": ["pro"], "alle": [{"onderwijs": "vso"}]}),
        ({"een_van": [{"leeftijd": {"tot": 12}}, {"leeftijd": {"van": 27}}]},
         {"tot-een_van.0.leeftijd": "13", "van-een_van.1.leeftijd": "26"},
         {"een_van": [{"leeftijd": {"tot": 13}}, {"leeftijd": {"van": 26}}]}),
        ({"startkwalificatie": "ja", "niet": {"onderwijs": ["vso"]}}, {"weg-niet": "ja"}, {"startkwalificatie": "ja"}),
    ],
)  # fmt: skip
def test_een_formulier_wijzigt_een_voorwaarde(als: Any, ingevuld: dict[str, str], uit: Any) -> None:
    assert lees(als, ingevuld) == uit


@pytest.mark.parametrize(
    ("als", "ingevuld", "melding"),
    [
        ({"leeftijd": {"tot": 23}}, {"van-leeftijd": "30", "tot-leeftijd": "23"}, "Draai de leeftijden om"),
        ({"leeftijd": {"tot": 23}}, {"tot-leeftijd": "drie"}, "heel getal"),
        ({"leeftijd": {"tot": 23}}, {"tot-leeftijd": "200"}, "tussen 0 en 120"),
        ({"onderwijs": ["pro"]}, {"heeft-onderwijs": "1"}, "minstens één voorwaarde"),
    ],
)
def test_een_voorwaarde_die_niet_kan_wordt_uitgelegd(als: Any, ingevuld: dict[str, str], melding: str) -> None:
    with pytest.raises((ValueError, VoorwaardeLeeg), match=melding):
        lees(als, ingevuld)


def concept(klant: Any, sleutel: str) -> str:
    return str(klant.stuur(f"/kennis/regel/{sleutel}/concept").url.path.removeprefix("/console"))


def stand(pagina: str) -> str:
    return re.findall(r'name="stand" value="(\d+)"', pagina)[0]


def test_23_wordt_24_en_de_gevolgen_noemen_regeltests_voorbeelden_en_zaken(als: Als) -> None:
    baas = als("baas")
    pad = concept(baas, "hoofdroute.1")
    rijen = {"tekst": "24 tot en met 26 jaar", "van-leeftijd": "24", "tot-leeftijd": "27", "stand": "1"}
    pagina = baas.stuur(f"{pad}/rijen/1", **rijen).text
    assert "24 jaar of ouder en jonger dan 27" in pagina
    gevolgen = baas.toon(f"{pad}/gevolgen").text
    assert "Op 23 jaar volgt een warme overdracht" in gevolgen.split("<h2>Regeltests</h2>")[1]
    assert "klopt niet" in gevolgen
    assert re.search(r"<td>route</td><td>Warme overdracht naar de gemeente \(23 jaar en ouder\)</td>", gevolgen)
    assert "Voorbeelden: " in gevolgen
    assert re.search(r"Zaken: \w{3}-\d{4}", gevolgen)


def test_16_wordt_18_en_de_gevolgen_noemen_de_lopende_zaken_met_hun_sleutel(als: Als) -> None:
    an = als("an")
    pad = concept(an, NMD)
    an.stuur(f"{pad}/rijen/0", stand="1", tekst="18 jaar of ouder", **{"van-leeftijd": "18", "tot-leeftijd": ""})
    gevolgen = an.toon(f"{pad}/gevolgen").text
    assert re.search(
        r"Uitwerkingsnotitie 2017\)</td><td>ja</td><td>nee</td><td class=\"nr\">\d+</td><td>Zaken: NMD-\d{4}", gevolgen
    )
    assert "ACH-" not in gevolgen
    assert re.search(r'<span class="tel">[1-9]\d*</span> van \d+ regeltests', gevolgen)


def test_een_rij_gaat_omhoog_wordt_toegevoegd_en_verwijderd(als: Als, engine: Engine) -> None:
    baas, redactie = als("baas"), Redactie(engine)
    pad = concept(baas, "hoofdroute.1")

    def nummers() -> list[int]:
        return [r["nummer"] for r in redactie.versies("regel", "hoofdroute.1")[0].inhoud["rijen"]]

    baas.stuur(f"{pad}/rijen/1", daad="omhoog", stand="1")
    assert nummers()[:3] == [2, 1, 3]
    baas.stuur(f"{pad}/rijen/nieuw", stand="2")
    assert nummers()[-1] == 14
    baas.stuur(f"{pad}/rijen/13", daad="verwijder", stand="3")
    assert 14 not in nummers()


def test_een_rij_die_nooit_aan_de_beurt_komt_heeft_een_voorbeeld_dat_een_regeltest_wordt(
    als: Als, engine: Engine
) -> None:
    baas = als("baas")
    pad = concept(baas, "hoofdroute.1")
    pagina = baas.stuur(f"{pad}/rijen/0", stand="1", tekst="iedereen tot 27", als="leeftijd: {tot: 27}").text
    assert "komt nooit aan de beurt" in pagina
    kenmerken = html.unescape(re.findall(r'name="kenmerken" value="([^"]+)"', pagina)[0])
    test = {"naam": "Een jongere van 23 krijgt een warme overdracht", "kenmerken": kenmerken, "uitkomst": "23-plus"}
    pagina = baas.stuur(f"{pad}/testgevallen", stand=stand(pagina), **test).text
    assert "Een jongere van 23 krijgt een warme overdracht" in pagina
    tests = Redactie(engine).versies("regel", "hoofdroute.1")[0].inhoud["testgevallen"]
    assert tests[-1]["kenmerken"] == json.loads(kenmerken)
    baas.stuur(f"{pad}/testgevallen/{len(tests) - 1}/verwijderen", stand=stand(pagina))
    assert len(Redactie(engine).versies("regel", "hoofdroute.1")[0].inhoud["testgevallen"]) == len(tests) - 1


def test_een_regeltest_met_een_kenmerk_dat_niet_bestaat_houdt_publiceren_tegen_met_de_reden(als: Als) -> None:
    an, bo = als("an"), als("bo")
    pad = concept(an, NMD)
    test = {"naam": "Een lange leerling hoort erbij", "kenmerken": '{"lengte": 180}', "uitkomst": "ja"}
    assert an.stuur(f"{pad}/testgevallen", stand="1", **test).status_code == 200
    an.stuur(f"{pad}/aanbieden")
    geweigerd = bo.stuur(f"{pad}/publiceren")
    assert geweigerd.status_code == 409
    assert "lengte" in geweigerd.text


def rijvelden(pagina: str, rij: int) -> dict[str, str]:
    """What the form of one row on a page would send."""
    formulier = re.findall(rf'<form[^>]* id="rij-{rij}">(.*?)</form>', pagina, re.S)[0]
    return {n: w for n, w in velden(formulier).items() if n != "daad"}


def test_een_rij_die_niemand_aanraakt_verandert_niet_door_bewaren(als: Als, engine: Engine) -> None:
    baas, redactie = als("baas"), Redactie(engine)
    pad = concept(baas, "hoofdroute.1")
    eerst = redactie.versies("regel", "hoofdroute.1")[0].inhoud["rijen"]
    for rij in (4, 9):
        baas.stuur(f"{pad}/rijen/{rij}", **rijvelden(baas.toon(f"{pad}/rijen").text, rij))
    assert redactie.versies("regel", "hoofdroute.1")[0].inhoud["rijen"] == eerst


def test_twee_mensen_aan_een_rij_overschrijven_elkaar_niet_en_verliezen_niets(als: Als, engine: Engine) -> None:
    an, bo = als("an"), als("bo")
    pad = concept(an, NMD)
    oud = {n: w.replace("\n", "\r\n") for n, w in rijvelden(bo.toon(f"{pad}/rijen").text, 4).items()}
    an.stuur(f"{pad}/rijen/4", **oud | {"tekst": "Tekst van An", "tot-leeftijd": "19"})
    van_bo = {
        "tekst": "Tekst van Bo",
        "tot-leeftijd": "20",
        "w-inschrijving-vrijgesteld": "ja",
        "erbij": "onderwijs=pro",
    }
    botst = bo.stuur(f"{pad}/rijen/4", **oud | van_bo | {"reden": "Overleg met Assen"})
    assert botst.status_code == 409
    assert "Tekst van An" in botst.text
    ingevuld = rijvelden(botst.text, 4)
    assert ingevuld.items() >= (van_bo | {"reden": "Overleg met Assen"}).items()
    assert ingevuld["als"] == ingevuld["als-was"]
    assert bo.stuur(f"{pad}/rijen/4", **ingevuld).status_code == 200
    rij = Redactie(engine).versies("regel", NMD)[0].inhoud["criteria"][4]
    assert rij["tekst"] == "Tekst van Bo"
    assert rij["als"] == {"inschrijving": ["thuiszitter", "vrijgesteld"], "leeftijd": {"tot": 20}, "onderwijs": "pro"}


def test_een_rij_die_een_ander_verwijderde_blijft_te_lezen(als: Als) -> None:
    baas, alle = als("baas"), als("alle")
    pad = concept(baas, "hoofdroute.1")
    oud = rijvelden(alle.toon(f"{pad}/rijen").text, 5)
    baas.stuur(f"{pad}/rijen/5", daad="verwijder", stand="1")
    botst = alle.stuur(f"{pad}/rijen/5", **oud | {"tekst": "mijn woorden"})
    assert botst.status_code == 409
    assert "mijn woorden" in botst.text
    assert "staat niet meer in de nieuwste tekst" in botst.text
    assert "geen rij geeft de route" in html.unescape(botst.text)


def test_een_rij_die_niet_kan_houdt_wat_is_ingevuld(als: Als) -> None:
    an = als("an")
    pad = concept(an, NMD)
    oud = rijvelden(an.toon(f"{pad}/rijen").text, 4)
    fout = an.stuur(
        f"{pad}/rijen/4", **oud | {"tekst": "mijn woorden", "tot-leeftijd": "200", "weg-inschrijving": "ja"}
    )
    assert fout.status_code == 422
    assert "tussen 0 en 120" in fout.text
    assert rijvelden(fout.text, 4).items() >= {"tekst": "mijn woorden", "tot-leeftijd": "200"}.items()


def test_een_regeltest_bij_een_conflict_blijft_in_het_formulier(als: Als) -> None:
    an, bo = als("an"), als("bo")
    pad = concept(an, NMD)
    test = {"naam": "Een leerling van 40 hoort er niet bij", "kenmerken": '{"leeftijd": 40}', "uitkomst": "nee"}
    an.stuur(f"{pad}/rijen/1", stand="1", tekst="Tekst van An", **{"van-leeftijd": "", "tot-leeftijd": "24"})
    botst = bo.stuur(f"{pad}/testgevallen", stand="1", **test)
    assert botst.status_code == 409
    eigen = botst.text.split("<h2>Uw regeltest</h2>")[1].split("</form>")[0]
    assert test["naam"] in eigen and '<option value="nee" selected>' in eigen
    assert bo.stuur(f"{pad}/testgevallen", **velden(eigen)).status_code == 200


def test_een_regel_zonder_bron_kan_niet_worden_bewaard(als: Als) -> None:
    an = als("an")
    pad = concept(an, NMD)
    antwoord = an.stuur(pad, stand="1", grondslag="")
    assert antwoord.status_code == 422
    assert "een regel zonder bron kan niet" in antwoord.text


def wijzig_begrip(als: Als, begrip: str, als_tekst: str) -> Any:
    """Changes a shared term, and has somebody else publish it."""
    baas = als("baas")
    pad = baas.stuur(f"/kennis/begrip/{begrip}/concept").url.path.removeprefix("/console")
    baas.stuur(pad, stand="1", tekst="een begrip", als=als_tekst)
    baas.stuur(f"{pad}/aanbieden")
    return als("alle").stuur(f"{pad}/publiceren")


def test_een_begrip_dat_naar_zichzelf_verwijst_kan_niet_live(als: Als) -> None:
    geweigerd = wijzig_begrip(als, "wil-werken", "een_van: [{wil-werken: ja}, {gaat_naar: arbeid}]")
    assert geweigerd.status_code == 409
    assert "verwijst naar zichzelf (wil-werken → wil-werken)" in geweigerd.text


def test_een_kring_van_begrippen_kan_niet_live(als: Als) -> None:
    werk = "een_van: [{perspectief: arbeid}, {gaat_naar: arbeid}, {alle: [{stroomt-uit: ja}, {gaat_naar: arbeid}]}]"
    assert wijzig_begrip(als, "wil-werken", werk).status_code == 200
    uit = "een_van: [{gaat_naar: [arbeid, dagbesteding]}, {inschrijving: uitgeschreven}, {wil-werken: ja}]"
    geweigerd = wijzig_begrip(als, "stroomt-uit", uit)
    assert geweigerd.status_code == 409
    assert re.search(r"verwijst naar zichzelf \(([\w-]+) → [\w-]+ → \1\)", geweigerd.text)


@pytest.mark.parametrize(
    ("als_tekst", "melding"),
    [
        ("een_van: 5", "onder een_van hoort een lijst van voorwaarden"),
        ("alle: [pro, vso]", "onder alle hoort een lijst van voorwaarden"),
        ("niet: pro", "onder niet hoort een voorwaarde"),
        ("leeftijd: {van: jong}", "een leeftijd is een heel getal"),
        ("leeftijd: {vanaf: 16}", "alleen leeftijd heeft van en tot"),
        ("niet: {een_van: [{leeftijd: {tot: 200}}]}", "een leeftijd is een heel getal"),
        ("alle: [&a {onderwijs: pro}, *a]", "geen geldige YAML"),
        ("[" * 3000, "geen geldige YAML"),
    ],
)
def test_een_voorwaarde_met_een_verkeerde_vorm_wordt_meteen_uitgelegd(als: Als, als_tekst: str, melding: str) -> None:
    an = als("an")
    pad = concept(an, NMD)
    antwoord = an.stuur(f"{pad}/rijen/1", stand="1", tekst="x", als=als_tekst)
    assert antwoord.status_code == 422
    assert melding in antwoord.text
    assert html.escape(als_tekst, quote=False) in antwoord.text


def test_twee_versies_van_een_regel_op_een_dag_kunnen_niet_live(als: Als, engine: Engine) -> None:
    """A rule that comes in beside the one in force, for the same days."""
    redactie, bo = Redactie(engine), als("bo")
    geldend = redactie.geldend("regel", NMD)
    assert geldend is not None
    tweede = redactie.nieuw("regel", {**geldend.inhoud, "versie": 2, "geldig_van": "2026-01-01"}, "an")
    redactie.bied_aan(tweede.id)
    geweigerd = bo.stuur(f"/versies/{tweede.id}/publiceren")
    assert geweigerd.status_code == 409
    assert "versie 1 en 2 gelden allebei op" in geweigerd.text
