import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from knowledge import vectors
from knowledge.files import CONTENT, KennisbestandOnleesbaar, lees_records
from knowledge.model import Kennisitem, Vindplaats
from knowledge.search import Weging, Zoeker
from knowledge.service import Vraagbaak, controleer, kennis_uit_bestanden
from knowledge.vectors import Rol, Vector, Vectorkast, groot, klein, vraagvector


def item(id_: str, titel: str, antwoord: str, **rest: object) -> Kennisitem:
    bron = Vindplaats(document="nmd-2020", sectie="1", regels="1")
    return Kennisitem(id=id_, soort="begrip", regio="nmd", titel=titel, antwoord=antwoord, bronnen=(bron,), **rest)  # type: ignore[arg-type]


def test_an_item_is_found_by_its_own_typical_question(vraagbaak: Vraagbaak) -> None:
    mis = 0
    proef = [i for i in vraagbaak.kennis.items if i.vragen][::25]
    for i in proef:
        gevonden = [t.item.id for t in vraagbaak.zoeker.zoek(i.vragen[0], regios=(i.regio,), aantal=3)]
        mis += i.id not in gevonden
    assert mis <= len(proef) * 0.05


def test_a_new_item_is_found_without_training() -> None:
    items = [
        item("nieuw", "Zwemgala", "Het zwemgala is ieder jaar in Assen."),
        item("oud", "Groenpluk", "Werk voor diploma."),
    ]
    zoeker = Zoeker(items, Vectorkast(CONTENT), Weging.lees())
    assert zoeker.zoek("wanneer is het zwemgala")[0].item.id == "nieuw"


def test_what_people_typed_finds_an_item_and_teaches_no_words() -> None:
    getypt = "mn lln wil volgnd jaar baantjes snuffelen op de zaak van zn oom, mag dat"
    items = [
        item("stage", "Oriëntatie op werk", "Een leerling mag een dag meelopen bij een bedrijf.", gevraagd=(getypt,)),
        item("oud", "Groenpluk", "Werk voor diploma, bij een bedrijf."),
    ]
    zoeker = Zoeker(items, Vectorkast(CONTENT), Weging.lees())
    assert zoeker.zoek("snuffelen op de zaak van een oom")[0].item.id == "stage"
    assert "snuffelen" not in zoeker.woordenlijst
    assert zoeker.bekend_deel("snuffelen") == 0.0


@pytest.mark.parametrize(("getypt", "bedoeld"), [("havo4ers", "havo 4"), ("vwo5", "vwo 5"), ("bijlage4", "bijlage 4")])
def test_a_word_that_ends_in_a_number_is_taken_apart(getypt: str, bedoeld: str, vraagbaak: Vraagbaak) -> None:
    assert vraagbaak.zoeker.woordenlijst.herstel(getypt) == bedoeld


def test_filters_limit_region_and_kind(vraagbaak: Vraagbaak) -> None:
    treffers = vraagbaak.zoeker.zoek("contactschool", regios=("achterhoek",), aantal=20)
    assert {t.item.regio for t in treffers} == {"achterhoek"}
    soorten = {t.item.soort for t in vraagbaak.zoeker.zoek("route naar werk", soort="route")}
    assert soorten == {"route"}


def test_the_shipped_content_needs_no_vectors_at_start() -> None:
    kast = Vectorkast(CONTENT)
    Zoeker(kennis_uit_bestanden().items, kast)
    assert kast.berekend == 0, "run `make vectors` and commit the files"


def test_small_vectors_point_the_same_way() -> None:
    vector = vraagvector("wat is een startkwalificatie")
    assert float(groot(klein(vector)[None, :])[0] @ vector) > 0.999


def test_the_knowledge_base_has_no_faults() -> None:
    assert [b for b in controleer() if b.ernst == "fout"] == []


def test_zonder_bronteksten_is_er_geen_fout_en_wordt_dat_gezegd(tmp_path: Path) -> None:
    bevindingen = list(controleer(gedeeld=tmp_path))
    assert [b for b in bevindingen if b.ernst == "fout"] == []
    assert [b.record for b in bevindingen if "bronteksten" in b.melding] == ["bronnen"]


@pytest.mark.parametrize(
    ("yaml", "meldt"),
    [
        ("- id: [", "regel"),
        ("- losse tekst", "velden"),
        ("- {id: x, titel: y}", "antwoord"),
        ("- {id: 'Hoofd Letter'}", "id"),
    ],
)
def test_a_broken_file_names_place_and_field(tmp_path: Path, yaml: str, meldt: str) -> None:
    pad = tmp_path / "stuk.yml"
    pad.write_text(yaml, encoding="utf-8")
    with pytest.raises(KennisbestandOnleesbaar, match=meldt):
        list(lees_records(pad, Kennisitem))


def test_every_item_was_checked_not_in_the_future(vraagbaak: Vraagbaak) -> None:
    assert all(i.gecontroleerd <= dt.date(2026, 12, 31) for i in vraagbaak.kennis.items)


def test_een_vector_die_alvast_begon_wordt_niet_nog_eens_berekend(monkeypatch: pytest.MonkeyPatch) -> None:
    berekend: list[str] = []
    echt = vectors._bereken

    def telt(teksten: list[str], rol: Rol) -> Vector:
        berekend.extend(teksten)
        return echt(teksten, rol)

    monkeypatch.setattr(vectors, "_bereken", telt)
    vectors.begin_alvast("welke hulp is er bij schulden van een ouder")
    assert vraagvector("welke hulp is er bij schulden van een ouder").shape == (vectors.AFMETING,)
    assert berekend == ["welke hulp is er bij schulden van een ouder"]


def test_een_vector_is_dezelfde_alleen_op_alle_kernen_en_in_de_drukte_op_een() -> None:
    vraag = "welke hulp is er bij schulden van een moeder met een uitkering"
    alleen = vectors._met_wie_vrij_is(vraag)
    with vectors._DRUKTE.een_erbij() as eerste, vectors._DRUKTE.een_erbij() as tweede:
        druk = vectors._met_wie_vrij_is(vraag)
    assert (eerste, tweede) == (True, False)
    assert np.allclose(alleen, druk, atol=1e-5)
