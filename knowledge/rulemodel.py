"""What a rule file holds, as typed records.

Rules are data: a definition (who belongs to a target group), a routing table
(the first fitting row wins), and the regional filling-in of a route.  One
record is one *version*; it is in force from ``geldig_van`` up to and including
``geldig_tot``.  Conditions (``als``) are written in a small language, see
``assistant.advice.voorwaarde``.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from knowledge.model import Gebied, Id, Record, RegioId, Vindplaats


def _met_vorm(als: dict[str, Any]) -> dict[str, Any]:
    """A condition whose groups are lists of conditions and whose ages are numbers; what its words mean is checked later."""
    for veld, waarde in als.items():
        if veld in ("alle", "een_van"):
            if not isinstance(waarde, list) or not all(isinstance(deel, dict) for deel in waarde):
                raise ValueError(f"onder {veld} hoort een lijst van voorwaarden, elk met een streepje ervoor")
            for deel in waarde:
                _met_vorm(deel)
        elif veld == "niet":
            if not isinstance(waarde, dict):
                raise ValueError("onder niet hoort een voorwaarde, zoals: niet: {onderwijs: pro}")
            _met_vorm(waarde)
        elif isinstance(waarde, dict):
            _eis_leeftijd(veld, waarde)
    return als


def _eis_leeftijd(veld: str, grens: dict[str, Any]) -> None:
    if veld != "leeftijd" or not set(grens) <= {"van", "tot"}:
        raise ValueError(f"bij {veld} hoort een waarde of een lijst van waarden; alleen leeftijd heeft van en tot")
    if not grens or not all(type(g) is int and 0 <= g <= 120 for g in grens.values()):
        raise ValueError("een leeftijd is een heel getal van 0 tot en met 120, zoals: leeftijd: {tot: 23}")


#: A condition over the facts, as plain data.
Voorwaarde = Annotated[dict[str, Any], AfterValidator(_met_vorm)]


class Begrip(Record):
    """A term that several rules share, such as 'stroomt uit'; ``$`` stands for what it is asked about."""

    id: Id
    tekst: str
    als: Voorwaarde


class Regelcriterium(Record):
    """One criterion of a definition; ``tekst`` is a short phrase that fits behind 'voldaan:'."""

    id: Id
    tekst: str
    als: Voorwaarde
    bronnen: tuple[Vindplaats, ...] = ()


class Regelopmerking(Record):
    """A remark shown when its condition certainly holds."""

    id: Id
    als: Voorwaarde
    tekst: str


class Regeltest(Record):
    """A rule test: a sentence, facts, and what must come out."""

    naam: str = Field(min_length=10)
    kenmerken: dict[str, Any]
    uitkomst: str
    ontbreekt: tuple[str, ...] | None = None


class Regelversie(Record):
    """What every rule version has: identity, validity and the text it rests on."""

    id: Id
    versie: int = Field(ge=1)
    titel: str
    gebied: Gebied
    geldig_van: dt.date
    geldig_tot: dt.date | None = None
    grondslag: tuple[Vindplaats, ...] = Field(min_length=1)
    toelichting: str = ""
    testgevallen: tuple[Regeltest, ...] = ()

    def geldt_op(self, dag: dt.date) -> bool:
        """Whether this version is in force on a date."""
        return self.geldig_van <= dag and (self.geldig_tot is None or dag <= self.geldig_tot)

    def kenmerk(self) -> str:
        """Hash of what decides; tests and explanation notes do not count."""
        return inhoudshash(self.model_dump_json(exclude={"testgevallen", "geldig_tot", "toelichting"}))


class Definitie(Regelversie):
    """Who belongs to a target group, by one document; never mixed with another."""

    soort: Literal["jikp", "doelgroep"]
    strekking: str = Field(description="what the source says, close to its words")
    interpretatie: tuple[str, ...] = ()
    criteria: tuple[Regelcriterium, ...] = Field(min_length=1)
    ja: Voorwaarde
    oordeel: Voorwaarde | None = Field(default=None, description="when a professional must judge, unless 'ja' holds")
    uitleg: dict[Literal["ja", "nee", "onbekend", "oordeel"], str]
    opmerkingen: tuple[Regelopmerking, ...] = ()


class Rij(Record):
    """A row of the routing table."""

    nummer: int
    route: Id
    tekst: str
    als: Voorwaarde
    uitleg: str


class Aanname(Record):
    """A documented default of the routing table for a fact that nobody named.

    It narrows ``veld`` to ``waarden`` when the fact is unknown, ``als`` certainly
    holds and ``tenzij`` does not certainly hold.  Verdicts never use it.
    """

    id: Id
    veld: str
    waarden: tuple[str, ...] = Field(min_length=1)
    onbekend: tuple[str, ...] = Field(default=(), description="other facts that must be unknown too")
    als: Voorwaarde = Field(default_factory=dict)
    tenzij: Voorwaarde | None = None
    tekst: str
    tonen: bool = True


class Hoofdroute(Record):
    """A route of the table, with its generic name."""

    id: Id
    naam: str
    als_alternatief: bool = Field(default=True, description="worth naming as 'what if'")


class Routetabel(Regelversie):
    """The routing table: rows from top to bottom, the first that fits decides."""

    routes: tuple[Hoofdroute, ...]
    rijen: tuple[Rij, ...]
    aannames: tuple[Aanname, ...] = ()
    zonder_rij: str = Field(description="what is said when no row fits")
    opmerkingen: tuple[Regelopmerking, ...] = ()


class Antwoordknop(Record):
    """A quick answer to a question."""

    waarde: str | int
    tekst: str


class Vraagregel(Record):
    """How to ask for a fact, why, and what the answer costs the professional."""

    veld: str
    label: str
    tekst: str
    reden: str
    kosten: float = Field(gt=0)
    waarden: dict[str, str] = Field(default_factory=dict, description="value -> how people say it")
    knoppen: tuple[Antwoordknop, ...] = ()


class Regelset(Record):
    """All rule data together."""

    begrippen: tuple[Begrip, ...] = ()
    definities: tuple[Definitie, ...] = ()
    tabellen: tuple[Routetabel, ...] = ()
    vragen: tuple[Vraagregel, ...] = ()


class Contactverwijzing(Record):
    """A contact for a route, possibly only for some youths or municipalities."""

    contact: Id
    als: Voorwaarde = Field(default_factory=dict)
    gemeenten: tuple[str, ...] = ()


class Routeinvulling(Record):
    """What a main route is called in a region, how far it is and whom to ask."""

    route: Id
    naam: str
    status: str = ""
    status_per_gemeente: dict[str, str] = Field(default_factory=dict)
    instrument: str = ""
    toelichting: str = ""
    contacten: tuple[Contactverwijzing, ...] = ()
    staat_niet_in_bron: str = Field(default="", description="what the source does not say; required without contacts")
    bronnen: tuple[Vindplaats, ...] = Field(min_length=1)


class Maatregel(Record):
    """A supporting measure that stands next to the main route."""

    id: Id
    naam: str
    als: Voorwaarde = Field(default_factory=dict)
    routes: tuple[Id, ...] = ()
    gemeenten: tuple[str, ...] = ()
    toelichting: str = ""
    bronnen: tuple[Vindplaats, ...] = Field(min_length=1)


class Invulling(Record):
    """How one region fills in the main routes."""

    id: Id
    regio: RegioId
    geldig_van: dt.date
    geldig_tot: dt.date | None = None
    routes: tuple[Routeinvulling, ...]
    plicht: tuple[Contactverwijzing, ...] = Field(default=(), description="whom to name next to the route under 18")
    aanvullend: tuple[Maatregel, ...] = ()


def inhoudshash(tekst: str) -> str:
    """Short stable hash of a text."""
    return hashlib.sha256(tekst.encode("utf-8")).hexdigest()[:16]
