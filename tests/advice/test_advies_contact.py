"""Every municipality, route and date gives a contact or says that the source is silent."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from adviesgevallen import PEILDATUM

from assistant.advice.plaats import Gemeentelijst
from assistant.advice.service import Adviseur, ContactOntbreekt
from knowledge.files import lees_contacten, lees_documenten, lees_regios
from knowledge.rulefiles import lees_invullingen, lees_regels

PER_ROUTE: dict[str, dict[str, Any]] = {
    "buiten-doelgroep": {"leeftijd": 30},
    "23-plus": {"leeftijd": 24},
    "dagbesteding": {"leeftijd": 18, "perspectief": "dagbesteding"},
    "regulier": {"leeftijd": 18, "startkwalificatie": "ja", "perspectief": "arbeid"},
    "plusvoorziening": {
        "leeftijd": 17, "onderwijs": "mbo-2", "inschrijving": "ingeschreven", "problemen": ["gezondheid"],
        "ernstig": "ja", "dreigende_uitval": "ja", "perspectief": "startkwalificatie", "startkwalificatie": "nee",
    },
    "pro-vso-arbeid": {"leeftijd": 17, "onderwijs": "pro", "perspectief": "arbeid"},
    "entree-arbeid": {"leeftijd": 17, "onderwijs": "entree", "perspectief": "arbeid"},
    "mbo2-arbeid": {"leeftijd": 17, "onderwijs": "mbo-2", "perspectief": "arbeid"},
    "aan-het-werk": {"leeftijd": 17, "onderwijs": "havo", "perspectief": "arbeid"},
    "terug-naar-school": {"leeftijd": 15, "onderwijs": "havo", "inschrijving": "thuiszitter"},
    "doorstroom-onderwijs": {"leeftijd": 16, "onderwijs": "vmbo-kb", "gaat_naar": "mbo-3"},
    "blijf-op-school": {"leeftijd": 17, "onderwijs": "mbo-2", "dreigende_uitval": "ja", "ernstig": "nee"},
}  # fmt: skip


@pytest.mark.parametrize("route", PER_ROUTE)
@pytest.mark.parametrize("dag", [dt.date(2020, 1, 1), dt.date(2021, 1, 1), dt.date(2026, 11, 22)])
def test_elke_gemeente_krijgt_een_contact_of_te_horen_dat_het_er_niet_staat(
    adviseur: Adviseur, gemeenten: Gemeentelijst, route: str, dag: dt.date
) -> None:
    for gemeente in (g for lijst in gemeenten.per_regio.values() for g in lijst):
        advies = adviseur.adviseer({**PER_ROUTE[route], "gemeente": gemeente}, peildatum=dag)
        assert advies.route == route
        eigen = [c for c in advies.contact if c.voor == "route"]
        assert (
            eigen
            or "niet in de bron" in advies.contact_toelichting
            or "noemt de bron geen" in advies.contact_toelichting
        )


@pytest.mark.parametrize(
    ("gemeente", "organisatie"),
    [
        ("Assen", "Werkplein Drentsche Aa (WPDA)"),
        ("Aa en Hunze", "Werkplein Drentsche Aa (WPDA)"),
        ("Tynaarlo", "Werkplein Drentsche Aa (WPDA)"),
        ("Midden-Drenthe", "gemeente Midden-Drenthe"),
        ("Noordenveld", "ISD Noordenkwartier"),
    ],
)
def test_de_sociale_dienst_in_drenthe_is_te_bevestigen(adviseur: Adviseur, gemeente: str, organisatie: str) -> None:
    advies = adviseur.adviseer({**PER_ROUTE["mbo2-arbeid"], "leeftijd": 19, "gemeente": gemeente}, peildatum=PEILDATUM)
    [contact] = advies.contact
    assert (contact.organisatie, contact.te_bevestigen) == (organisatie, True)
    assert contact.gegevens == contact.telefoon == contact.email == ""


def test_zonder_gemeente_staan_alle_mogelijke_contacten_er(adviseur: Adviseur) -> None:
    advies = adviseur.adviseer({**PER_ROUTE["mbo2-arbeid"], "leeftijd": 19}, peildatum=PEILDATUM, regio="nmd")
    assert len(advies.contact) == 3


def test_voor_2021_heeft_nijmegen_nog_geen_programma(adviseur: Adviseur) -> None:
    kenmerken = {**PER_ROUTE["plusvoorziening"], "gemeente": "Nijmegen"}
    voor = adviseur.adviseer(kenmerken, peildatum=dt.date(2020, 12, 31))
    na = adviseur.adviseer(kenmerken, peildatum=dt.date(2021, 1, 1))
    assert voor.contact == [] and "nog geen programma" in voor.contact_toelichting
    assert na.contact[0].organisatie == "de Oversteek"


def test_elk_contact_en_elke_maatregel_noemt_een_bestaand_document() -> None:
    documenten = {d.id for d in lees_documenten()}
    invullingen = lees_invullingen()
    bronnen = [b for c in lees_contacten() for b in c.bronnen]
    bronnen += [b for i in invullingen for r in (*i.routes, *i.aanvullend) for b in r.bronnen]
    regels = lees_regels()
    for regel in (*regels.definities, *regels.tabellen):
        bronnen += regel.grondslag
    bronnen += [b for d in regels.definities for c in d.criteria for b in c.bronnen]
    assert {b.document for b in bronnen} == documenten
    assert all(b.regels for b in bronnen)


def test_elke_regio_vult_elke_route_in() -> None:
    [tabel] = lees_regels().tabellen
    for invulling in lees_invullingen():
        assert {r.route for r in invulling.routes} == {r.id for r in tabel.routes}


def test_een_verwijzing_naar_een_contact_dat_er_niet_is_valt_op() -> None:
    zonder = [c for c in lees_contacten() if c.id != "contact-nmd-rmc"]
    with pytest.raises(ContactOntbreekt, match="contact-nmd-rmc"):
        Adviseur(lees_regels(), lees_invullingen(), zonder, lees_regios(), lees_documenten())
