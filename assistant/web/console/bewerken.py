"""One version: edit it, try it out, hand it in, judge it, publish it, and see first what it would change."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from assistant.diensten import diensten
from assistant.web.console import gevolgen
from assistant.web.console.formulier import FormulierOnleesbaar, invoeren, lees, met_invoer
from assistant.web.console.handleiding import hulpblad
from assistant.web.console.kennis import SOORTEN, hulp, naam
from assistant.web.console.poort import Bezoeker, Redacteur, Velden, naar
from assistant.web.console.proef import proef, voorbeeld
from assistant.web.console.verschil import verschil
from knowledge.kinds import als_yaml
from knowledge.publish import Bewerkingsconflict, RecordOnbekend, Redactie, StapOngeldig
from knowledge.store import Kennisversie

router = APIRouter(prefix="/console", include_in_schema=False)


@router.get("/versies/{id_}")
def bewerk(bezoeker: Redacteur, id_: int, vraag: Annotated[str, Query(max_length=500)] = "") -> Response:
    """The editor of a draft, or a version that can only be read; with the try-out."""
    return _pagina(bezoeker, bezoeker.redactie.versie(id_), vraag=vraag)


def _pagina(
    bezoeker: Bezoeker, versie: Kennisversie, status: int = 200, inhoud: dict[str, Any] | None = None,
    fout: str = "", vraag: str = "", melding: str = "", ingevuld: dict[str, str] | None = None,
) -> Response:  # fmt: skip
    soort, getoond = versie.record.soort, inhoud or versie.inhoud
    geldend = bezoeker.redactie.geldend(soort, versie.record.sleutel)
    return bezoeker.toon(
        "bewerk.html", status, versie=versie, titel=naam(getoond), fout=fout, vraag=vraag, melding=melding,
        soortnaam=SOORTEN.get(soort, soort), invoeren=met_invoer(invoeren(soort, getoond), ingevuld or {}),
        **hulp(soort, getoond), heeft_bronnen="bronnen" in getoond, inhoud=getoond, geldend=geldend,
        verschil=verschil(geldend.inhoud if geldend else None, versie.inhoud),
        mag=bezoeker.persoon.mag_bewerken(versie.record.gebied), proef=proef(bezoeker, versie, vraag),
        voorbeeld=voorbeeld(soort, getoond), vandaag=dt.date.today(), yaml=als_yaml(versie.inhoud),
        hulp=hulpblad(f"/console/kennis/{soort}"), niet_bewaard=als_yaml(getoond) if ingevuld and versie.status != "concept" else "",
    )  # fmt: skip


@router.post("/versies/{id_}/voorbeeld")
def toon_voorbeeld(bezoeker: Redacteur, id_: int, ingevuld: Velden) -> Response:
    """What the chat would show of a text that is not saved yet: the whole page, or that part for a script."""
    versie = bezoeker.redactie.versie(id_)
    try:
        inhoud = lees(versie.record.soort, ingevuld, versie.inhoud)
    except ValueError as fout:
        return _pagina(bezoeker, versie, 422, fout=str(fout), ingevuld=ingevuld)
    if bezoeker.request.headers.get("x-deel") == "voorbeeld":
        return bezoeker.toon("voorbeeld.html", voorbeeld=voorbeeld(versie.record.soort, inhoud))
    return _pagina(bezoeker, versie, inhoud=inhoud, melding="Dit is een voorbeeld. Uw tekst is nog niet bewaard.")


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
        return _conflict(bezoeker, fout, ingevuld.get("reden", ""))
    except ValueError as fout:
        inhoud = fout.inhoud if isinstance(fout, FormulierOnleesbaar) else inhoud
        return _pagina(bezoeker, versie, 422, inhoud, str(fout), ingevuld=ingevuld)
    bezoeker.noteer("concept bewaard", f"{versie.record.soort} {versie.record.sleutel}")
    return naar(f"/console/versies/{id_}")


def _conflict(bezoeker: Bezoeker, fout: Bewerkingsconflict, reden: str) -> Response:
    """Both texts next to each other; saving again keeps one's own."""
    soort = fout.ander.record.soort
    return bezoeker.toon(
        "conflict.html", 409, ander=fout.ander, reden=reden, verschil=verschil(fout.ander.inhoud, fout.eigen),
        invoeren=invoeren(soort, fout.eigen), heeft_bronnen="bronnen" in fout.eigen, inhoud=fout.eigen,
        **hulp(soort, fout.eigen), ander_yaml=als_yaml(fout.ander.inhoud), eigen_yaml=als_yaml(fout.eigen),
    )  # fmt: skip


@router.get("/versies/{id_}/gevolgen")
def toon_gevolgen(bezoeker: Redacteur, id_: int) -> Response:
    """What this version would change, before it is published."""
    versie = bezoeker.redactie.versie(id_)
    bezoeker.noteer("zaken gelezen", f"gevolgen van {versie.record.soort} {versie.record.sleutel}")
    uit = gevolgen.van(bezoeker.redactie, [id_], diensten(), bezoeker.persoon.regio)
    return bezoeker.toon("gevolgen.html", versie=versie, titel=naam(versie.inhoud), gevolgen=uit)


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
        return redactie.bied_aan(versie.id)
    if daad == "teruggeven":
        return redactie.geef_terug(versie.id, wie, oordeel)
    if daad == "publiceren":
        return redactie.publiceer(versie.id, wie, datum(ingevuld.get("vanaf", "")), oordeel)
    if daad == "intrekken":
        return redactie.trek_in(versie.id, wie, oordeel)
    if daad == "terugzetten":
        return redactie.herstel(versie.id, wie)
    raise RecordOnbekend("Deze stap bestaat niet.")


def datum(tekst: str) -> dt.date | None:
    """A date of a form; none when it is empty."""
    try:
        return dt.date.fromisoformat(tekst) if tekst else None
    except ValueError as fout:
        raise StapOngeldig("De ingangsdatum is geen datum die bestaat. Schrijf hem als 2027-01-31.") from fout
