"""Records and their versions: find, read, compare with other regions, and begin a draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterator
from typing import Annotated, Any, Final

from fastapi import APIRouter, Form, Response
from sqlalchemy.orm import Session

from assistant.diensten import diensten
from assistant.postvak import Postvak
from assistant.web.console.formulier import FormulierOnleesbaar, bronrijen, gemeentekeuze, invoeren, lees, met_invoer
from assistant.web.console.koppelingen import koppelingen
from assistant.web.console.poort import Bezoeker, NietToegestaan, Redacteur, Velden, naar
from assistant.web.console.testvragen import bewaar_testvraag
from assistant.web.console.verschil import verschil
from knowledge.kinds import Stuk, gebied_van, maak
from knowledge.model import REGIOS
from knowledge.publish import RecordOnbekend, StapOngeldig
from knowledge.store import Kennisversie, lees_stukken

router = APIRouter(prefix="/console", include_in_schema=False)
PER_PAGINA: Final = 50
SOORTEN: Final = {
    "item": "Teksten", "contact": "Contacten", "cijfer": "Cijfers", "indicator": "Indicatoren", "regel": "Regels",
    "begrip": "Begrippen in regels", "vraag": "Vragen", "invulling": "Invulling per regio", "regio": "Regio's",
    "document": "Documenten", "weggelaten": "Weggelaten feiten",
}  # fmt: skip
NIEUW: Final = ("item", "contact", "cijfer")
#: Not checked for so long is old.
OUD: Final = dt.timedelta(days=365)
STANDEN: Final = {"open": "in bewerking", "oud": "langer dan een jaar niet gecontroleerd"}


@router.get("/kennis")
def lijst(
    bezoeker: Redacteur, q: str = "", soort: str = "item", regio: str = "", pagina: int = 1, stand: str = ""
) -> Response:
    """Everything that is in force, to be searched and filtered."""
    with Session(bezoeker.redactie.engine) as sessie:
        stukken = lees_stukken(sessie, dt.date.today(), soort=soort)
    open_ = {(v.record.soort, v.record.sleutel): v for v in bezoeker.redactie.open_versies()}
    gevonden = [s for s in stukken if regio in ("", s.gebied) and _past(s, q)]
    gevonden = [s for s in gevonden if _in_stand(s, stand, open_)]
    begin = max(0, pagina - 1) * PER_PAGINA
    return bezoeker.toon(
        "lijst.html", q=q, soort=soort, regio=regio, soorten=SOORTEN, regios=("landelijk", *REGIOS), pagina=pagina,
        aantal=len(gevonden), rijen=[(s, naam(s.inhoud)) for s in gevonden[begin : begin + PER_PAGINA]],
        paginas=-(-len(gevonden) // PER_PAGINA), stand=stand, standen=STANDEN, open=open_, nieuw=NIEUW,
    )  # fmt: skip


def _in_stand(s: Stuk, stand: str, open_: Container[tuple[str, str]]) -> bool:
    """Whether a record is being worked on, or has not been checked for a year."""
    if stand == "open":
        return (s.soort, s.sleutel) in open_
    return stand != "oud" or dt.date.today() - getattr(s.record, "gecontroleerd", dt.date.max) > OUD


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
    geldend = bezoeker.redactie.geldend(soort, sleutel)
    return bezoeker.toon(
        "record.html", soort=soort, soortnaam=SOORTEN.get(soort, soort), sleutel=sleutel, titel=naam(versies[0].inhoud),
        geldend=geldend, reeks=list(_met_verschil(versies)), gebied=versies[0].record.gebied,
        mag=bezoeker.persoon.mag_bewerken(versies[0].record.gebied), anders=_zelfde_onderwerp(versies[0]),
        zonder=_regios_zonder(bezoeker, versies[0]),
    )  # fmt: skip


def _met_verschil(versies: list[Kennisversie]) -> Iterator[tuple[Kennisversie, list[Any]]]:
    per_nr = {v.nr: v for v in versies}
    for versie in versies:
        basis = per_nr.get(versie.basis or versie.nr - 1)
        yield versie, verschil(basis.inhoud if basis else None, versie.inhoud)


def _zelfde_onderwerp(versie: Kennisversie) -> list[Any]:
    """The same question in other regions and nationally, to be read side by side."""
    onderwerp = versie.inhoud.get("onderwerp")
    zelfde = [i for i in diensten().kennis.items if onderwerp and i.onderwerp == onderwerp]
    anders = [i for i in zelfde if i.id != versie.record.sleutel]
    return sorted(anders, key=lambda i: i.regio != "landelijk")


def _regios_zonder(bezoeker: Bezoeker, versie: Kennisversie) -> list[str]:
    """The regions that still follow this national text and that this person may give a text of their own."""
    if versie.record.soort != "item" or versie.record.gebied != "landelijk":
        return []
    eigen = {i.regio for i in _zelfde_onderwerp(versie)}
    return [r for r in REGIOS if r not in eigen and bezoeker.persoon.mag_bewerken(r)]


@router.post("/kennis/item/{sleutel}/regionaal")
def maak_regionaal(bezoeker: Redacteur, sleutel: str, regio: Annotated[str, Form()]) -> Response:
    """A draft of a regional text in place of the national one, beginning with the national words."""
    bezoeker.eis_gebied(regio)
    landelijk = bezoeker.redactie.geldend("item", sleutel)
    if landelijk is None or landelijk.record.gebied != "landelijk" or regio not in REGIOS:
        raise StapOngeldig("Alleen een landelijke tekst die geldt, kan een regionale versie krijgen.")
    if not landelijk.inhoud.get("onderwerp"):
        raise StapOngeldig("Geef de landelijke tekst eerst een onderwerp; daaraan herkent de chat de regionale tekst.")
    inhoud = {**landelijk.inhoud, "id": f"{regio}-{sleutel.removeprefix('landelijk-')}", "regio": regio}
    versie = bezoeker.redactie.nieuw("item", inhoud, bezoeker.persoon.naam, f"Regionale versie van {sleutel}")
    bezoeker.noteer("regionale tekst begonnen", f"item {versie.record.sleutel}")
    return naar(f"/console/versies/{versie.id}")


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
def nieuw(bezoeker: Redacteur, soort: str, vraag: int = 0) -> Response:
    """An empty form, or one that begins with a question from the inbox."""
    _eis_soort(soort)
    gesteld = Postvak(bezoeker.redactie.engine).geef(vraag) if vraag else None
    begin = {"titel": gesteld.vraag[:140], "vragen": [gesteld.vraag], "regio": gesteld.regio} if gesteld else {}
    if bezoeker.persoon.regio and not begin.get("regio"):
        begin["regio"] = bezoeker.persoon.regio
    return _formulier(bezoeker, soort, begin, ingevuld={"vraag": str(vraag)} if gesteld else {})


@router.post("/nieuw/{soort}")
def maak_nieuw(bezoeker: Redacteur, soort: str, ingevuld: Velden) -> Response:
    """A draft of a record that does not exist yet."""
    _eis_soort(soort)
    inhoud: dict[str, Any] = {"id": ingevuld.get("id", "").strip()}
    try:
        inhoud |= lees(soort, ingevuld, {})
        bezoeker.eis_gebied(gebied_van(maak(soort, inhoud, "nieuw")))
        versie = bezoeker.redactie.nieuw(soort, inhoud, bezoeker.persoon.naam, ingevuld.get("reden", ""))
    except NietToegestaan as fout:
        return _formulier(bezoeker, soort, inhoud, 403, str(fout), ingevuld)
    except ValueError as fout:
        inhoud |= fout.inhoud if isinstance(fout, FormulierOnleesbaar) else {}
        return _formulier(bezoeker, soort, inhoud, 422, str(fout), ingevuld)
    _van_het_postvak(bezoeker, versie, ingevuld.get("vraag", ""))
    bezoeker.noteer("nieuw concept", f"{soort} {versie.record.sleutel}")
    return naar(f"/console/versies/{versie.id}")


def _van_het_postvak(bezoeker: Bezoeker, versie: Kennisversie, vraag: str) -> None:
    """The question that a new item answers becomes a test question, and leaves the inbox."""
    postvak = Postvak(bezoeker.redactie.engine)
    if vraag.isdigit() and (gesteld := postvak.geef(int(vraag))):
        bewaar_testvraag(bezoeker.redactie.engine, gesteld.vraag, gesteld.regio, versie.record.sleutel)
        postvak.handel_af(gesteld.id, f"nieuw item {versie.record.sleutel} door {bezoeker.persoon.naam}")


def _eis_soort(soort: str) -> None:
    if soort not in NIEUW:
        raise RecordOnbekend(
            "Nieuw maken kan voor teksten, contacten en cijfers. Andere soorten komen binnen met een import."
        )


def _formulier(
    bezoeker: Bezoeker, soort: str, inhoud: dict[str, Any], status: int = 200, fout: str = "",
    ingevuld: dict[str, str] | None = None,
) -> Response:  # fmt: skip
    lijst_ = met_invoer([i for i in invoeren(soort, inhoud) if i.naam != "dekt"], ingevuld or {})
    return bezoeker.toon(
        "nieuw.html", status, soort=soort, fout=fout, vraag=(ingevuld or {}).get("vraag", ""), inhoud=inhoud,
        invoeren=lijst_, **hulp(soort, inhoud),
    )  # fmt: skip


def hulp(soort: str, inhoud: dict[str, Any]) -> dict[str, Any]:
    """What a form needs beside its inputs: sources and links to choose from, and municipalities of a contact."""
    kennis = diensten().kennis
    return {
        "bronnen": bronrijen(inhoud), "documenten": kennis.documenten, "koppeling": koppelingen(soort, inhoud, kennis),
        "gemeenten": gemeentekeuze(soort, inhoud, kennis.regios),
    }  # fmt: skip
