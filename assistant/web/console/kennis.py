"""Records and their versions: find, draft, try out, review, publish, restore."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any, Final

from fastapi import APIRouter, Form, Query, Response
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from assistant.diensten import diensten
from assistant.web.console import gevolgen
from assistant.web.console.formulier import bronrijen, invoeren, lees
from assistant.web.console.poort import Bezoeker, Redacteur, Velden, naar
from assistant.web.console.verschil import verschil
from knowledge.kinds import Stuk, als_yaml, gebied_van, maak
from knowledge.model import REGIOS
from knowledge.publish import Bewerkingsconflict, RecordOnbekend, Redactie, StapOngeldig
from knowledge.service import Vraagbaak, maak_vraagbaak
from knowledge.store import Kennisversie, lees_stukken

router = APIRouter(prefix="/console", include_in_schema=False)
PER_PAGINA: Final = 50
SOORTEN: Final = {
    "item": "Items", "contact": "Contacten", "cijfer": "Cijfers", "indicator": "Indicatoren", "regel": "Regels",
    "begrip": "Begrippen in regels", "vraag": "Vragen", "invulling": "Invulling per regio", "regio": "Regio's",
    "document": "Documenten", "weggelaten": "Weggelaten feiten",
}  # fmt: skip


@router.get("/kennis")
def lijst(bezoeker: Redacteur, q: str = "", soort: str = "item", regio: str = "", pagina: int = 1) -> Response:
    """Everything that is in force, to be searched and filtered."""
    with Session(bezoeker.redactie.engine) as sessie:
        stukken = lees_stukken(sessie, dt.date.today())
    gevonden = [s for s in stukken if s.soort == soort and regio in ("", s.gebied) and _past(s, q)]
    begin = max(0, pagina - 1) * PER_PAGINA
    return bezoeker.toon(
        "lijst.html", q=q, soort=soort, regio=regio, soorten=SOORTEN, regios=("landelijk", *REGIOS), pagina=pagina,
        aantal=len(gevonden), rijen=[(s, naam(s.inhoud)) for s in gevonden[begin : begin + PER_PAGINA]],
        paginas=-(-len(gevonden) // PER_PAGINA),
    )  # fmt: skip


def _past(s: Stuk, zoek: str) -> bool:
    return all(woord in f"{s.sleutel} {s.inhoud}".lower() for woord in zoek.lower().split())


def naam(inhoud: dict[str, Any]) -> str:
    """What a record is called."""
    volgorde = ("titel", "organisatie", "naam", "tekst", "omschrijving", "indicator", "reden", "id")
    return str(next((inhoud[v] for v in volgorde if inhoud.get(v)), ""))


@router.get("/kennis/{soort}/{sleutel}")
def record(bezoeker: Redacteur, soort: str, sleutel: str) -> Response:
    """One record with all its versions and what changed in each."""
    versies = bezoeker.redactie.versies(soort, sleutel)
    return bezoeker.toon(
        "record.html", soort=soort, sleutel=sleutel, titel=naam(versies[0].inhoud), geldend=_geldend(bezoeker, versies[0]),
        reeks=list(_met_verschil(versies)), mag=bezoeker.persoon.mag_bewerken(versies[0].record.gebied),
        anders=_zelfde_onderwerp(versies[0]),
    )  # fmt: skip


def _geldend(bezoeker: Bezoeker, versie: Kennisversie) -> Kennisversie | None:
    return bezoeker.redactie.geldend(versie.record.soort, versie.record.sleutel)


def _met_verschil(versies: list[Kennisversie]) -> Iterator[tuple[Kennisversie, list[Any]]]:
    per_nr = {v.nr: v for v in versies}
    for versie in versies:
        basis = per_nr.get(versie.basis or versie.nr - 1)
        yield versie, verschil(basis.inhoud if basis else None, versie.inhoud)


def _zelfde_onderwerp(versie: Kennisversie) -> list[Any]:
    """The same question in other regions, to be read side by side."""
    onderwerp = versie.inhoud.get("onderwerp")
    return [
        i for i in diensten().kennis.items if onderwerp and i.onderwerp == onderwerp and i.id != versie.record.sleutel
    ]


@router.post("/kennis/{soort}/{sleutel}/concept")
def maak_concept(bezoeker: Redacteur, soort: str, sleutel: str) -> Response:
    """Opens the draft of a record."""
    bezoeker.eis_gebied(bezoeker.redactie.versies(soort, sleutel)[0].record.gebied)
    versie = bezoeker.redactie.concept(soort, sleutel, bezoeker.persoon.naam)
    bezoeker.noteer("concept geopend", f"{soort} {sleutel}")
    return naar(f"/console/versies/{versie.id}")


@router.post("/kennis/{soort}/{sleutel}/archiveren")
def archiveer(bezoeker: Redacteur, soort: str, sleutel: str, reden: Annotated[str, Form()] = "") -> Response:
    """A draft that takes a record out of force."""
    bezoeker.eis_gebied(bezoeker.redactie.versies(soort, sleutel)[0].record.gebied)
    versie = bezoeker.redactie.archiveer(soort, sleutel, bezoeker.persoon.naam, reden or "Niet meer nodig")
    bezoeker.noteer("archiveren voorgesteld", f"{soort} {sleutel}")
    return naar(f"/console/versies/{versie.id}")


@router.get("/nieuw/{soort}")
def nieuw(bezoeker: Redacteur, soort: str) -> Response:
    """An empty form."""
    if soort not in ("item", "contact"):
        raise RecordOnbekend("Nieuw maken kan voor items en contacten.")
    return bezoeker.toon("nieuw.html", soort=soort, invoeren=_lege(soort), **_hulp({}))


@router.post("/nieuw/{soort}")
def maak_nieuw(bezoeker: Redacteur, soort: str, ingevuld: Velden) -> Response:
    """A draft of a record that does not exist yet."""
    inhoud = {"id": ingevuld.get("id", "").strip(), **lees(soort, ingevuld, {})}
    try:
        bezoeker.eis_gebied(gebied_van(maak(soort, inhoud, "nieuw")))
        versie = bezoeker.redactie.nieuw(soort, inhoud, bezoeker.persoon.naam, ingevuld.get("reden", ""))
    except (ValueError, StapOngeldig) as fout:
        invoer = [i for i in invoeren(soort, inhoud) if i.naam != "dekt"]
        return bezoeker.toon("nieuw.html", 422, soort=soort, invoeren=invoer, fout=str(fout), **_hulp(inhoud))
    bezoeker.noteer("nieuw concept", f"{soort} {versie.record.sleutel}")
    return naar(f"/console/versies/{versie.id}")


def _lege(soort: str) -> list[Any]:
    return [i for i in invoeren(soort, {}) if i.naam != "dekt"]


def _hulp(inhoud: dict[str, Any]) -> dict[str, Any]:
    return {"bronnen": bronrijen(inhoud), "documenten": diensten().kennis.documenten}


@router.get("/versies/{id_}")
def bewerk(bezoeker: Redacteur, id_: int, vraag: Annotated[str, Query(max_length=500)] = "") -> Response:
    """The editor of a draft, or a version that can only be read; with the try-out."""
    return _bewerkpagina(bezoeker, bezoeker.redactie.versie(id_), vraag=vraag)


def _bewerkpagina(
    bezoeker: Bezoeker, versie: Kennisversie, status: int = 200, inhoud: dict[str, Any] | None = None,
    fout: str = "", vraag: str = "",
) -> Response:  # fmt: skip
    geldend, getoond = _geldend(bezoeker, versie), inhoud or versie.inhoud
    return bezoeker.toon(
        "bewerk.html", status, versie=versie, titel=naam(getoond), fout=fout, vraag=vraag,
        invoeren=invoeren(versie.record.soort, getoond), heeft_bronnen="bronnen" in getoond, **_hulp(getoond),
        verschil=verschil(geldend.inhoud if geldend else None, versie.inhoud),
        mag=bezoeker.persoon.mag_bewerken(versie.record.gebied), proef=_proef(bezoeker, versie, vraag),
        vandaag=dt.date.today(), yaml=als_yaml(versie.inhoud),
    )  # fmt: skip


def _proef(bezoeker: Bezoeker, versie: Kennisversie, vraag: str) -> dict[str, Any] | None:
    """What the chat would say with this draft in place."""
    if not vraag.strip():
        return None
    baak = _vraagbaak(bezoeker.redactie.engine, versie.id, versie.stand, diensten().kennis.versie)
    regio = versie.record.gebied if versie.record.gebied in REGIOS else None
    antwoorden = baak.beantwoord(vraag, regio)
    treffers = baak.zoeker.zoek(vraag, regios=(regio, "landelijk") if regio else None, aantal=5)
    return {"antwoord": antwoorden[0] if antwoorden else None, "treffers": treffers}


@lru_cache(maxsize=4)
def _vraagbaak(engine: Engine, id_: int, _stand: int, _versie: int) -> Vraagbaak:
    """The search index with a draft in place; vectors of unchanged texts are reused."""
    return maak_vraagbaak(Redactie(engine).kennis([id_]), diensten().vraagbaak)


@router.post("/versies/{id_}")
def bewaar(bezoeker: Redacteur, id_: int, ingevuld: Velden) -> Response:
    """Saves a draft; what cannot be saved stays in the form."""
    versie = bezoeker.redactie.versie(id_)
    bezoeker.eis_gebied(versie.record.gebied)
    inhoud = versie.inhoud
    try:
        inhoud = lees(versie.record.soort, ingevuld, versie.inhoud)
        stand = int(ingevuld.get("stand", "0"))
        bezoeker.redactie.bewaar(id_, inhoud, stand, bezoeker.persoon.naam, ingevuld.get("reden", ""))
    except Bewerkingsconflict as fout:
        return _conflict(bezoeker, fout)
    except ValueError as fout:
        return _bewerkpagina(bezoeker, versie, 422, inhoud, str(fout))
    bezoeker.noteer("concept bewaard", f"{versie.record.soort} {versie.record.sleutel}")
    return naar(f"/console/versies/{id_}")


def _conflict(bezoeker: Bezoeker, fout: Bewerkingsconflict) -> Response:
    """Both texts next to each other; saving again keeps one's own."""
    return bezoeker.toon(
        "conflict.html", 409, ander=fout.ander, verschil=verschil(fout.ander.inhoud, fout.eigen),
        invoeren=invoeren(fout.ander.record.soort, fout.eigen), heeft_bronnen="bronnen" in fout.eigen,
        **_hulp(fout.eigen), ander_yaml=als_yaml(fout.ander.inhoud), eigen_yaml=als_yaml(fout.eigen),
    )  # fmt: skip


@router.post("/versies/{id_}/{daad}")
def stap(bezoeker: Redacteur, id_: int, daad: str, ingevuld: Velden) -> Response:
    """A step on the path of a version."""
    versie = bezoeker.redactie.versie(id_)
    bezoeker.eis_gebied(versie.record.gebied)
    nieuw_ = _doe(bezoeker.redactie, versie, daad, bezoeker.persoon.naam, ingevuld)
    bezoeker.noteer(daad, f"{versie.record.soort} {versie.record.sleutel} versie {versie.nr}")
    return naar(f"/console/versies/{nieuw_.id}")


def _doe(redactie: Redactie, versie: Kennisversie, daad: str, wie: str, ingevuld: dict[str, str]) -> Kennisversie:
    oordeel = ingevuld.get("oordeel", "")
    if daad == "aanbieden":
        return redactie.bied_aan(versie.id, wie)
    if daad == "teruggeven":
        return redactie.geef_terug(versie.id, wie, oordeel)
    if daad == "publiceren":
        return redactie.publiceer(versie.id, wie, _datum(ingevuld.get("vanaf", "")), oordeel)
    if daad == "intrekken":
        return redactie.trek_in(versie.id, wie, oordeel)
    if daad == "terugzetten":
        return redactie.herstel(versie.id, wie)
    raise RecordOnbekend("Deze stap bestaat niet.")


def _datum(tekst: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(tekst) if tekst else None
    except ValueError as fout:
        raise StapOngeldig("De ingangsdatum is geen datum. Schrijf hem als 2027-01-31.") from fout


@router.get("/versies/{id_}/gevolgen")
def toon_gevolgen(bezoeker: Redacteur, id_: int) -> Response:
    """What this version would change, before it is published."""
    versie = bezoeker.redactie.versie(id_)
    d, straks = diensten(), bezoeker.redactie.kennis([id_])
    bezwaren = bezoeker.redactie.bezwaren([id_])
    onleesbaar = any(b.record == "regels" for b in bezwaren)
    zaken = d.zaken.alle(d.vandaag(), bezoeker.persoon.regio)
    bezoeker.noteer("zaken gelezen", f"gevolgen van {versie.record.soort} {versie.record.sleutel}")
    return bezoeker.toon(
        "gevolgen.html", versie=versie, titel=naam(versie.inhoud), bezwaren=bezwaren,
        antwoorden=list(gevolgen.andere_antwoorden(bezoeker.redactie.engine, d.vraagbaak, straks)),
        uitkomsten=[] if onleesbaar else gevolgen.andere_uitkomsten(d.kennis, straks, zaken),
        hoeveel=len(gevolgen.testvragen(bezoeker.redactie.engine)), zaken=len(zaken),
    )  # fmt: skip
