"""The vocabulary is sound: values exist, patterns mean something, every place maps to one gemeente or says so."""

import pytest
from leesgevallen import Lees

from assistant.advice.kenmerken import LIJSTEN, WAARDEN
from assistant.advice.reading.gazetteer import Gazetteer
from assistant.advice.reading.spelling import Spelling
from assistant.advice.reading.tekst import splits
from assistant.advice.reading.woordenschat import begrippen, ontvouw
from knowledge.files import lees_regios

PLAATSEN = [(g.naam, p.naam) for r in lees_regios() for g in r.gemeenten for p in g.woonplaatsen]
VAAG = ("Beek", "Hengelo")


def test_begrippen_zetten_bestaande_waarden() -> None:
    for begrip, _ in begrippen():
        for veld, waarde in {**begrip.zet, **begrip.ontkend}.items():
            if veld == "leeftijd":
                assert waarde in range(12, 27)
                continue
            assert set(waarde if isinstance(waarde, list) else [waarde]) <= {
                *WAARDEN.get(veld, ()),
                *LIJSTEN.get(veld, ()),
            }


def test_elk_patroon_houdt_betekenis_over() -> None:
    assert all(rijen for _, rijen in begrippen())


def test_patroon_met_keuze_en_weglating() -> None:
    assert set(ontvouw("vader|moeder is? ziek")) == {
        ("vader", "is", "ziek"), ("vader", "ziek"), ("moeder", "is", "ziek"), ("moeder", "ziek"),
    }  # fmt: skip


@pytest.mark.parametrize(("gemeente", "plaats"), PLAATSEN)
def test_elke_woonplaats_wijst_haar_gemeente(lees: Lees, gemeente: str, plaats: str) -> None:
    lezing = lees(f"De jongen is 17 en woont in {plaats}.")
    if plaats in VAAG:
        assert "gemeente" in lezing.twijfel or lezing.opmerkingen
    else:
        assert lezing.kenmerken.get("gemeente") == gemeente


def test_aantal_gemeenten_per_regio() -> None:
    assert {r.id: len(r.gemeenten) for r in lees_regios()} == {
        "nmd": 5, "achterhoek": 9, "zuidoost-brabant": 21, "rijk-van-nijmegen": 7,
    }  # fmt: skip


@pytest.mark.parametrize("woord", ["handel", "best", "een", "acht", "oranje", "vries"])
def test_gewone_woorden_zijn_geen_plaats(woord: str) -> None:
    rij = tuple(splits(f"dat is een {woord} ding", Spelling().verbeter))
    assert [t for t in Gazetteer(lees_regios()).zoek(rij) if t.plaatsen[0].gemeente] == []
