"""What the words of one text say of figures, and what can be told from that alone."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.figures import quoted
from knowledge.figures.table import Paar
from knowledge.figures.vocabulary import Woordgroep, stam

SOM, GEMIDDELDE, VERANDERINGEN, REST = "som", "gemiddelde", "veranderingen", "rest"
NAAST_STREVEN = "streven"  # a result beside its target


@dataclass(frozen=True)
class Gelezen:
    """What the words of one text say, before it is decided what is asked."""

    stammen: frozenset[str]
    kern: frozenset[str]
    gebieden: dict[str, tuple[str, ...]]
    jaren: tuple[str, ...]
    schuif: int | None
    genoemd: dict[Paar, Woordgroep]
    status: str | None
    eenheid: str | None
    vergelijking: str | None
    landelijk: bool
    eigen: bool
    hele_regio: bool
    tegenover: bool
    scheelt: bool
    naast: bool
    rangorde: str
    cijferwoord: bool
    geen_cijfer: bool
    begin_en: bool
    wijst_terug: bool
    vraagt_maat: bool
    overzicht: bool
    andere_vraag: bool
    citaten: tuple[quoted.Citaat, ...]
    hele_periode: bool
    heel: bool
    delen_apart: bool
    laatste: bool
    geteld: str | None = None
    regio: str | None = None
    indicator: str | None = None
    score: float = 0.0
    naam: Woordgroep = frozenset()
    uitsplitsing: tuple[Paar, ...] = ()
    onverklaard: frozenset[str] = frozenset()


def zonder_delen(gelezen: Gelezen, uitsplitsing: tuple[Paar, ...]) -> dict[str, tuple[str, ...]]:
    """The named areas, without a name that belongs to a part: 'Doetinchem' in a name of a service."""
    delen = {s for paar in uitsplitsing for s in gelezen.genoemd[paar]}
    return {g: w for g, w in gelezen.gebieden.items() if not {stam(x) for x in w} <= delen}


def vergelijkt_iets(gelezen: Gelezen) -> bool:
    """Whether a text compares: a sum or a mean is no reason by itself to expect a figure."""
    vergelijkt = gelezen.vergelijking not in (None, SOM, GEMIDDELDE)
    return vergelijkt or (gelezen.landelijk and gelezen.naast) or naast_regio(gelezen)


def naast_regio(gelezen: Gelezen) -> bool:
    """Whether a municipality is held against its region, which is not named: "zit Doesburg boven het regiocijfer"."""
    return gelezen.hele_regio and gelezen.naast and len(gelezen.gebieden) == 1


def naast_elkaar(gelezen: Gelezen) -> bool:
    """Whether areas or years are held against each other: only figures are known per area and year."""
    meer = len(gelezen.jaren) > 1 or (bool(gelezen.jaren) and len(gelezen.gebieden) > 1) or naast_regio(gelezen)
    return meer and bool(gelezen.gebieden) and (vergelijkt_iets(gelezen) or gelezen.naast)
