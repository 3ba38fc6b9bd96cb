"""What the knowledge base holds, as typed records.

Every record has an ``id`` that never changes, and every statement names the
document and section it comes from.  The YAML files under ``content/`` are the
shipped first version; the same records live in the database afterwards.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

RegioId = Literal["nmd", "achterhoek", "zuidoost-brabant", "rijk-van-nijmegen"]
Gebied = Literal["landelijk", "nmd", "achterhoek", "zuidoost-brabant", "rijk-van-nijmegen"]
REGIOS: tuple[RegioId, ...] = ("nmd", "achterhoek", "zuidoost-brabant", "rijk-van-nijmegen")

Soort = Literal[
    "begrip",
    "route",
    "maatregel",
    "plusvoorziening",
    "organisatie",
    "cijfer",
    "doelgroepcriterium",
    "werkwijze",
    "overleg",
    "wettelijk-kader",
    "systeem",
    "aandachtsgroep",
]

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]


class Record(BaseModel):
    """Base of everything that is stored: unknown fields are an error, not a surprise."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Document(Record):
    """A source document: who wrote it, what it covers and until when it runs."""

    id: Id
    titel: str
    regio: RegioId
    jaar: int
    soort: str
    geldig_van: dt.date
    looptijd_tot: dt.date | None = None
    looptijd_tekst: str
    bestand: str = Field(description="name of the text in the source folder, to check facts against")


class Vindplaats(Record):
    """Where a statement stands: document, section and line numbers of the source text."""

    document: Id
    sectie: str = Field(min_length=1)
    regels: str = Field(default="", pattern=r"^(\d+(-\d+)?((, |; )\d+(-\d+)?)*)?$")

    def regelnummers(self) -> list[int]:
        """All line numbers cited, counted from 1."""
        nummers: list[int] = []
        for deel in self.regels.replace(";", ",").split(","):
            if deel.strip():
                van, _, tot = deel.strip().partition("-")
                nummers += range(int(van), int(tot or van) + 1)
        return nummers


class Kennisitem(Record):
    """One answer to one question, for a professional in a hurry.

    ``antwoord`` starts with the answer itself.  ``vragen`` are ways in which
    people ask for it, in other words than the title; ``gevraagd`` are messages
    as people typed them: they help to find the item, and their words count for
    no words of the field.  ``onderwerp`` is the
    same for items of other regions that answer the same question, so that
    "en in de Achterhoek?" finds its counterpart.
    """

    id: Id
    soort: Soort
    regio: Gebied
    titel: str = Field(min_length=3, max_length=140)
    antwoord: str = Field(min_length=10)
    vragen: tuple[str, ...] = ()
    gevraagd: tuple[str, ...] = Field(default=(), description="as people typed it, spelling and story included")
    synoniemen: tuple[str, ...] = Field(default=(), description="names and abbreviations of the subject itself")
    onderwerp: Id | None = None
    gemeenten: tuple[str, ...] = ()
    routes: tuple[Id, ...] = ()
    zie_ook: tuple[Id, ...] = ()
    staat_niet_in_bron: bool = Field(default=False, description="the item says that the sources do not tell")
    interpretatie: bool = Field(default=False, description="our reading of a text that leaves room")
    bronnen: tuple[Vindplaats, ...] = Field(min_length=1)
    dekt: tuple[str, ...] = Field(default=(), description="ids of the fact inventory covered by this item")
    gecontroleerd: dt.date = dt.date(2026, 11, 22)
    geldig_van: dt.date | None = None
    geldig_tot: dt.date | None = None

    @field_validator("antwoord")
    @classmethod
    def _zonder_randwit(cls, tekst: str) -> str:
        return tekst.strip()


class Indicator(Record):
    """Something that is counted or measured, with the words people use for it."""

    id: Id
    naam: str
    omschrijving: str
    eenheid: str
    synoniemen: tuple[str, ...] = ()
    samen_met: tuple[Id, ...] = Field(default=(), description="told in the same breath: count and percentage")
    vraagwoorden: tuple[str, ...] = Field(default=(), description="words that ask for it without naming it: 'hoe vaak'")


class Observatie(Record):
    """One figure: indicator, area, level or type, period, value and its standing."""

    id: Id
    indicator: Id
    regio: Gebied = Field(description="the region whose document gives the figure")
    gebied: str = Field(description="'Nederland', a region id, or the name of a gemeente, school or organisation")
    gebiedsoort: Literal["land", "regio", "subregio", "gemeente", "school", "overig"]
    uitsplitsing: dict[str, str] = Field(default_factory=dict, description="e.g. niveau: mbo-2, onderwijssoort: vo")
    jaar: str = Field(
        pattern=r"^(\d{4}(-\d{4})?)?$",
        description="'2017-2018', '2024', '2020-2024' or '' when the source gives no period",
    )
    waarde: float | None = Field(description="none when the source tells it in words only")
    tot: float | None = Field(default=None, description="upper end when the source gives a range")
    weergave: str = Field(default="", description="as the source prints it, where that differs: '1,60', 'maximaal 420'")
    eenheid: str
    status: Literal["gerealiseerd", "voorlopig", "streefwaarde", "begroot", "raming", "norm"] = "gerealiseerd"
    bij_benadering: bool = False
    onbetrouwbaar: bool = Field(default=False, description="cannot be right; only its reservation is told")
    voorbehoud: str = ""
    bronnen: tuple[Vindplaats, ...] = Field(min_length=1)
    dekt: tuple[str, ...] = ()
    gecontroleerd: dt.date = dt.date(2026, 11, 22)


class Woonplaats(Record):
    """A place as people write it; general knowledge, not from the sources."""

    naam: str
    synoniemen: tuple[str, ...] = ()


class Gemeente(Record):
    """A municipality with its places."""

    naam: str
    synoniemen: tuple[str, ...] = ()
    subregio: str = ""
    algemene_kennis: bool = Field(default=False, description="not named as part of the region in the source")
    woonplaatsen: tuple[Woonplaats, ...] = ()


class Regio(Record):
    """A region with its municipalities and the documents that speak about it."""

    id: RegioId
    naam: str
    synoniemen: tuple[str, ...] = ()
    documenten: tuple[Id, ...]
    gemeenten: tuple[Gemeente, ...]


class Contact(Record):
    """Whom to ask: an organisation or role.  ``gegevens`` stays empty until someone fills it in."""

    id: Id
    regio: RegioId
    organisatie: str
    rol: str = ""
    gegevens: str = ""
    telefoon: str = ""
    email: str = ""
    gemeenten: tuple[str, ...] = Field(default=(), description="empty: the whole region")
    te_bevestigen: bool = False
    toelichting: str = ""
    bronnen: tuple[Vindplaats, ...] = Field(min_length=1)
    gecontroleerd: dt.date = dt.date(2026, 11, 22)
    geldig_van: dt.date | None = None
    geldig_tot: dt.date | None = None


class Weggelaten(Record):
    """An inventory id that is left out on purpose, with the reason."""

    id: str
    reden: str = Field(min_length=5)
