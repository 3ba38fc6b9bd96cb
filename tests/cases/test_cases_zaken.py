"""The case database: a synthetic set that is always the same, and the questions that people ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from assistant.cases.models import Contactmoment, Jongere, Traject
from assistant.cases.service import ZaakOnbekend, Zaken
from knowledge.files import lees_regios
from storage.engine import open_engine
from storage.migrate import werk_bij

VANDAAG = dt.date(2026, 11, 22)


@pytest.fixture
def engine(vers: str) -> Iterator[sa.Engine]:
    engine = open_engine(vers)
    werk_bij(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def zaken(engine: sa.Engine) -> Zaken:
    return Zaken(engine)


def jongere(
    sleutel: str, *trajecten: Traject, geboren: dt.date = dt.date(2008, 1, 1), gemeente: str = "Assen"
) -> Jongere:
    return Jongere(
        sleutel=sleutel,
        regio="nmd",
        gemeente=gemeente,
        geboortedatum=geboren,
        onderwijs="pro",
        trajecten=list(trajecten),
    )


def traject(
    status: str = "lopend", begin: dt.date = dt.date(2026, 1, 1), route: str = "pro-vso-arbeid", **bij: object
) -> Traject:
    return Traject(route=route, status=status, begin=begin, **bij)


def bewaar(engine: sa.Engine, *jongeren: Jongere) -> None:
    with Session(engine) as sessie, sessie.begin():
        sessie.add_all(jongeren)


def inhoud(engine: sa.Engine) -> list[tuple[object, ...]]:
    with engine.connect() as verbinding:
        tabellen = ("jongere", "traject", "contactmoment")
        return [tuple(r) for t in tabellen for r in verbinding.execute(sa.text(f"select * from {t} order by id"))]


def test_de_voorbeeldset_is_elke_keer_dezelfde(engine: sa.Engine, tmp_path: Path) -> None:
    ander = open_engine(f"sqlite:///{tmp_path / 'ander.db'}")
    werk_bij(ander)
    assert Zaken(engine).vul_demo() == Zaken(ander).vul_demo() == 240
    assert inhoud(engine) == inhoud(ander)
    ander.dispose()


def test_de_voorbeeldset_is_als_synthetisch_gemerkt(engine: sa.Engine, zaken: Zaken) -> None:
    zaken.vul_demo()
    with Session(engine) as sessie:
        assert set(sessie.scalars(sa.select(Jongere.synthetisch))) == {True}


def test_in_elke_regio_is_een_voorbeeld_al_23_zonder_overdracht(zaken: Zaken) -> None:
    zaken.vul_demo()
    te_laat = [z for z in zaken.alle(VANDAAG) if z.leeftijd == 23 and z.status == "lopend"]
    assert {z.sleutel[:3] for z in te_laat} == {"NMD", "ACH", "ZOB", "NIJ"}


def test_de_voorbeeldset_komt_niet_bij_echte_zaken(engine: sa.Engine, zaken: Zaken) -> None:
    bewaar(engine, jongere("NMD-9000"))
    assert zaken.vul_demo() == 0
    assert len(inhoud(engine)) == 1


def test_de_voorbeeldset_kent_alleen_gemeenten_van_de_eigen_regio(engine: sa.Engine, zaken: Zaken) -> None:
    zaken.vul_demo()
    bekend = {(r.id, g.naam) for r in lees_regios() for g in r.gemeenten}
    with Session(engine) as sessie:
        assert set(sessie.execute(sa.select(Jongere.regio, Jongere.gemeente)).tuples()) <= bekend


def test_geen_tabel_heeft_een_kolom_voor_een_naam() -> None:
    kolommen = {k.name for model in (Jongere, Traject, Contactmoment) for k in model.__table__.columns}
    assert kolommen.isdisjoint({"naam", "voornaam", "achternaam", "bsn", "adres", "telefoon", "email"})


def test_tellen_op_route_gemeente_en_regio(engine: sa.Engine, zaken: Zaken) -> None:
    bewaar(
        engine,
        jongere("NMD-0001", traject()),
        jongere("NMD-0002", traject(), gemeente="Tynaarlo"),
        jongere("NMD-0003", traject(status="afgerond")),
        jongere("NMD-0004", traject(route="dagbesteding")),
    )
    assert zaken.aantal_op_route("pro-vso-arbeid") == 2
    assert zaken.aantal_op_route("pro-vso-arbeid", gemeente="Assen") == 1
    assert zaken.aantal_op_route(None, regio="nmd") == 3
    assert zaken.aantal_op_route("pro-vso-arbeid", regio="achterhoek") == 0


def test_een_jongere_met_twee_trajecten_telt_een_keer(engine: sa.Engine, zaken: Zaken) -> None:
    bewaar(engine, jongere("NMD-0001", traject(), traject(begin=dt.date(2026, 5, 1))))
    assert zaken.aantal_op_route("pro-vso-arbeid") == 1


def test_de_stand_toont_het_lopende_traject_en_het_laatste_contact(engine: sa.Engine, zaken: Zaken) -> None:
    contacten = [Contactmoment(datum=dt.date(2026, m, 1), soort="contact", organisatie="RMC") for m in (9, 3)]
    bewaar(
        engine,
        jongere(
            "NMD-0042",
            traject(vaste_begeleider="jobcoach", contacten=contacten),
            traject("gestopt", dt.date(2026, 8, 1)),
        ),
    )
    stand = zaken.stand("nmd-0042", VANDAAG)
    assert (stand.status, stand.vaste_begeleider, stand.laatste_contact) == ("lopend", "jobcoach", dt.date(2026, 9, 1))


def test_een_onbekende_zaak_wordt_bij_naam_genoemd(zaken: Zaken) -> None:
    with pytest.raises(ZaakOnbekend, match="NMD-9999"):
        zaken.stand("NMD-9999", VANDAAG)


def test_een_sleutel_met_sql_is_gewoon_een_onbekende_zaak(zaken: Zaken) -> None:
    zaken.vul_demo()
    with pytest.raises(ZaakOnbekend):
        zaken.stand("x' OR '1'='1", VANDAAG)
    assert zaken.aantal_op_route("'; DROP TABLE jongere; --") == 0
    assert zaken.aantal_op_route(None) > 0


@pytest.mark.parametrize(
    ("geboren", "hoort_erbij"),
    [
        (dt.date(2003, 11, 22), False),
        (dt.date(2003, 11, 23), True),
        (dt.date(2004, 5, 22), True),
        (dt.date(2004, 5, 23), False),
        (dt.date(2004, 2, 29), True),
    ],
)
def test_wie_binnen_zes_maanden_23_wordt(engine: sa.Engine, zaken: Zaken, geboren: dt.date, hoort_erbij: bool) -> None:
    bewaar(engine, jongere("NMD-0001", traject(), geboren=geboren))
    assert bool(zaken.worden_23(VANDAAG)) is hoort_erbij


def test_een_schrikkelkind_wordt_23_op_1_maart(engine: sa.Engine, zaken: Zaken) -> None:
    bewaar(engine, jongere("NMD-0001", geboren=dt.date(2004, 2, 29)))
    assert zaken.stand("NMD-0001", VANDAAG).wordt_23_op == dt.date(2027, 3, 1)


def test_de_eerste_verjaardag_staat_bovenaan(engine: sa.Engine, zaken: Zaken) -> None:
    bewaar(engine, *(jongere(f"NMD-000{m}", geboren=dt.date(2004, m, 1)) for m in (4, 1, 3)))
    assert [z.sleutel for z in zaken.worden_23(VANDAAG)] == ["NMD-0001", "NMD-0003", "NMD-0004"]


@pytest.mark.parametrize("maanden", [1, 2, 3, 12])
def test_een_maand_verder_over_de_jaargrens(zaken: Zaken, maanden: int) -> None:
    assert zaken.worden_23(dt.date(2026, 12, 31), maanden) == []


def test_alleen_lopende_zaken_zonder_begeleider(engine: sa.Engine, zaken: Zaken) -> None:
    bewaar(
        engine,
        jongere("NMD-0001", traject()),
        jongere("NMD-0002", traject(vaste_begeleider="mentor")),
        jongere("NMD-0003", traject(status="gestopt")),
        jongere("NMD-0004"),
    )
    assert [z.sleutel for z in zaken.zonder_begeleider(VANDAAG)] == ["NMD-0001"]
    assert zaken.zonder_begeleider(VANDAAG, "achterhoek") == []


def test_een_verwijderde_jongere_laat_niets_achter(engine: sa.Engine) -> None:
    contact = Contactmoment(datum=VANDAAG, soort="contact", organisatie="RMC")
    bewaar(engine, jongere("NMD-0001", traject(contacten=[contact])))
    with Session(engine) as sessie, sessie.begin():
        sessie.delete(sessie.scalars(sa.select(Jongere)).one())
    assert inhoud(engine) == []


def test_een_sleutel_bestaat_een_keer(engine: sa.Engine) -> None:
    with pytest.raises(sa.exc.IntegrityError):
        bewaar(engine, jongere("NMD-0001"), jongere("NMD-0001"))


def test_de_zaken_werken_ook_op_postgresql(postgres: str) -> None:
    engine = open_engine(postgres)
    werk_bij(engine)
    zaken = Zaken(engine)
    assert zaken.vul_demo() == 240
    assert zaken.stand("NMD-0042", VANDAAG).synthetisch
    assert zaken.aantal_op_route(None, regio="nmd") > 0
    engine.dispose()
