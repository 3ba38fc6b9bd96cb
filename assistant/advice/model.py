"""The messages of the advice package: Toets, Advies and their parts.  Field names are the contract."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Uitkomstwaarde = Literal["ja", "nee", "onbekend"]
Criteriumwaarde = Literal["voldaan", "niet voldaan", "onbekend"]


class Bericht(BaseModel):
    """Base of the messages."""

    model_config = ConfigDict(extra="forbid")


class Bron(Bericht):
    """Where a statement stands, and whether that document is still running."""

    document: str
    titel: str
    sectie: str
    regels: str = ""
    looptijd_tot: dt.date | None = None
    verlopen: bool = False


class Criterium(Bericht):
    """One criterion of a definition and whether it is met."""

    model_config = ConfigDict(frozen=True)  # one object is shared by the results of all who have these facts

    id: str
    tekst: str
    uitkomst: Criteriumwaarde
    bron: Bron
    kenmerken: dict[str, Any] = Field(default_factory=dict, description="the known facts it looks at")


class Uitkomst(Bericht):
    """The verdict of one definition, with what can still change it."""

    definitie: str
    titel: str
    uitkomst: Uitkomstwaarde
    criteria: list[Criterium]
    ontbreekt: list[str] = Field(description="facts that can still change the verdict; empty when it is certain")
    bron: Bron
    looptijd_tot: dt.date | None
    uitleg: str
    strekking: str
    interpretatie: list[str]
    opmerkingen: list[str]
    oordeel_professional: bool = False
    versie: int


class ZonderUitkomst(Bericht):
    """A definition that has no version in force on the date, with the dates that are known."""

    definitie: str
    reden: str


class Knop(Bericht):
    """A quick answer."""

    tekst: str
    bericht: str
    waarde: str | int


class Vraag(Bericht):
    """The next question: the fact, how to ask it, why it is needed and quick answers."""

    veld: str
    tekst: str
    reden: str
    knoppen: list[Knop] = Field(default_factory=list)


class Toets(Bericht):
    """A JIKP check: every definition side by side."""

    peildatum: dt.date
    kenmerken: dict[str, Any]
    beperkt: dict[str, list[str]] = Field(default_factory=dict, description="facts known to be one of some values")
    uitkomsten: list[Uitkomst]
    zonder_uitkomst: list[ZonderUitkomst] = Field(default_factory=list)
    doelgroepen: list[Uitkomst] = Field(default_factory=list, description="further target groups, same form")
    volgende_vraag: Vraag | None = None
    opmerkingen: list[str] = Field(default_factory=list)
    bewijs_id: str
    bewijsstuk: dict[str, Any] = Field(default_factory=dict, description="receipt, to be run again; no personal data")


class Bewijs(Bericht):
    """The words a fact came from."""

    veld: str
    waarde: Any
    fragment: str
    oordeel: Literal["genoemd", "ontkend", "ander-persoon", "verleden"] = "genoemd"
    begin: int | None = None
    eind: int | None = None


class Rijuitleg(Bericht):
    """The deciding row of the routing table."""

    nummer: int
    tekst: str
    bron: Bron
    kenmerken: dict[str, Any] = Field(default_factory=dict, description="the facts that the row looks at")


class Aangenomen(Bericht):
    """A default that was used for a fact nobody named."""

    veld: str
    waarde: str
    tekst: str


class Alternatief(Bericht):
    """Which single change of a fact leads to another route."""

    route: str
    naam: str
    als: str
    veld: str
    waarden: list[str | int]


class Contactregel(Bericht):
    """Whom to ask."""

    id: str
    organisatie: str
    rol: str
    gegevens: str
    te_bevestigen: bool
    bron: Bron
    telefoon: str = ""
    email: str = ""
    toelichting: str = ""
    voor: Literal["route", "plicht"] = "route"

    @property
    def bereik(self) -> str:
        """How to reach them, as far as somebody filled it in."""
        return ", ".join(deel for deel in (self.gegevens, self.telefoon, self.email) if deel)


class Aanvulling(Bericht):
    """A supporting measure next to the route."""

    id: str
    naam: str
    toelichting: str
    bron: Bron


class Advies(Bericht):
    """A route advice: route, contact, measures, and how it came about."""

    peildatum: dt.date
    route: str | None
    naam: str = ""
    status: str = ""
    instrument: str = ""
    rij: Rijuitleg | None = None
    kenmerken: dict[str, Any]
    beperkt: dict[str, list[str]] = Field(default_factory=dict)
    bewijs: list[Bewijs] = Field(default_factory=list)
    aannames: list[Aangenomen] = Field(default_factory=list)
    twijfel: list[str] = Field(default_factory=list, description="facts that the text contradicts")
    ontbreekt: list[str]
    volgende_vraag: Vraag | None = None
    mogelijk: list[str] = Field(default_factory=list, description="routes that are still possible")
    alternatieven: list[Alternatief] = Field(default_factory=list)
    contact: list[Contactregel] = Field(default_factory=list)
    contact_toelichting: str = ""
    aanvullend: list[Aanvulling] = Field(default_factory=list)
    jikp: Toets
    uitleg: str
    opmerkingen: list[str] = Field(default_factory=list)
    bronnen: list[Bron]
    bewijs_id: str
    bewijsstuk: dict[str, Any] = Field(default_factory=dict)


class Regelbevinding(Bericht):
    """What the check of the rules found, with a concrete youth for whom it goes wrong."""

    ernst: Literal["fout", "waarschuwing", "info"]
    soort: str
    regel: str
    melding: str
    tegenvoorbeeld: dict[str, Any] | None = None


class Regeltestuitslag(Bericht):
    """What comes out of one rule test, beside what its author expects."""

    regel: str
    versie: int
    naam: str
    kenmerken: dict[str, Any]
    verwacht: str
    uitkomst: str
    ontbreekt: list[str] = Field(default_factory=list)
    klopt: bool
    fout: str = ""
