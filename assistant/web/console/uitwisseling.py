"""Export and import of the knowledge, and the proposal that an import becomes."""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter
from typing import Annotated, Final

from fastapi import APIRouter, File, Response, UploadFile
from sqlalchemy.orm import Session

from assistant.diensten import diensten
from assistant.web.console import gevolgen
from assistant.web.console.bewerken import datum
from assistant.web.console.kennis import naam
from assistant.web.console.poort import Bezoeker, Redacteur, Velden, naar
from assistant.web.console.verschil import verschil
from assistant.web.console.woorden import gebiednaam
from knowledge.archive import lees_archief, schrijf_archief
from knowledge.exchange import Celfout, ImportGeweigerd, WerkboekOnleesbaar, lees_werkboek, schrijf_werkboek
from knowledge.files import KennisbestandOnleesbaar
from knowledge.kinds import Stuk, gebied_van
from knowledge.model import REGIOS
from knowledge.proposal import Anders, stel_voor, verschillen
from knowledge.publish import StapOngeldig
from knowledge.store import Kennisversie, lees_stukken

router = APIRouter(prefix="/console", include_in_schema=False)
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GROOTSTE_BESTAND: Final = 20_000_000
#: So many versions of a proposal are shown with what changes in them.
GETOOND: Final = 200


@router.get("/uitwisseling")
def overzicht(bezoeker: Redacteur) -> Response:
    """Where to export and import."""
    return _pagina(bezoeker)


def _pagina(bezoeker: Bezoeker, status: int = 200, fout: str = "", celfouten: list[Celfout] | None = None) -> Response:
    wachtend = [v for v in bezoeker.redactie.open_versies("in-review") if v.bundel]
    voorstellen = {v.bundel: v for v in wachtend}
    return bezoeker.toon(
        "uitwisseling.html", status, regios=("landelijk", *REGIOS), fout=fout, celfouten=celfouten or [],
        voorstellen=list(voorstellen.values()), aantallen=Counter(v.bundel for v in wachtend),
    )  # fmt: skip


@router.get("/uitwisseling/export")
def exporteer(bezoeker: Redacteur, vorm: str = "xlsx", regio: str = "") -> Response:
    """The knowledge in force as a workbook, or as the YAML files that ship in a zip."""
    if vorm not in ("xlsx", "yaml") or regio not in ("", "landelijk", *REGIOS):
        return _pagina(bezoeker, 422, "Kies een vorm en een regio uit de lijst.")
    with Session(bezoeker.redactie.engine) as sessie:
        stukken = [s for s in lees_stukken(sessie, dt.date.today()) if regio in ("", s.gebied)]
    bezoeker.noteer("geëxporteerd", f"{regio or 'alles'} als {vorm}")
    inhoud, soort, achter = _als_bestand(stukken, vorm)
    bestand = f"routewijzer-{regio or 'alles'}-{dt.date.today()}.{achter}"
    return Response(inhoud, media_type=soort, headers={"Content-Disposition": f'attachment; filename="{bestand}"'})


def _als_bestand(stukken: list[Stuk], vorm: str) -> tuple[bytes, str, str]:
    if vorm == "yaml":
        return schrijf_archief(stukken), "application/zip", "zip"
    uit = io.BytesIO()
    schrijf_werkboek(uit, stukken)
    return uit.getvalue(), XLSX, "xlsx"


@router.post("/uitwisseling/import")
def importeer(bezoeker: Redacteur, ingevuld: Velden, bestand: Annotated[UploadFile | None, File()] = None) -> Response:
    """Reads a file whole; all that differs becomes one proposal for somebody else to judge, or nothing does."""
    if bestand is None or not bestand.filename:
        return _pagina(bezoeker, 422, "Kies eerst een bestand.")
    try:
        stukken = _lees(bestand)
        anders = _eigen_verschillen(bezoeker, stukken)
        reden = ingevuld.get("reden", "").strip() or f"Import van {bestand.filename[:80]}"
        bundel = stel_voor(bezoeker.redactie.engine, anders, bezoeker.persoon.naam, reden)
    except ImportGeweigerd as fout:
        return _pagina(bezoeker, 422, str(fout).split("\n")[0], fout.fouten)
    except (WerkboekOnleesbaar, KennisbestandOnleesbaar, StapOngeldig) as fout:
        return _pagina(bezoeker, 422, str(fout))
    if bundel is None:
        return _pagina(bezoeker, fout="Alles in dit bestand is gelijk aan wat al geldt. Er is niets voorgesteld.")
    bezoeker.noteer("import voorgesteld", f"{len(anders)} records")
    return naar(f"/console/voorstellen/{bundel}")


def _lees(bestand: UploadFile) -> list[Stuk]:
    inhoud = bestand.file.read(GROOTSTE_BESTAND + 1)
    if len(inhoud) > GROOTSTE_BESTAND:
        raise WerkboekOnleesbaar("Dit bestand is groter dan 20 MB. Importeer één regio tegelijk.")
    if str(bestand.filename).lower().endswith(".zip"):
        return lees_archief(inhoud)
    return lees_werkboek(io.BytesIO(inhoud))


def _eigen_verschillen(bezoeker: Bezoeker, stukken: list[Stuk]) -> list[Stuk]:
    """What differs; all of it must be of a region that this person keeps."""
    with Session(bezoeker.redactie.engine) as sessie:
        anders = verschillen(sessie, stukken)
        vreemd = [(a.stuk, g) for a in anders for g in _gebieden(a) if not bezoeker.persoon.mag_bewerken(g)]
    if vreemd:
        doe = "Laat deze rij zoals zij is, of vraag het de coördinator daarvan"
        fouten = [(s.soort, s.volgorde, "–", f"u houdt {gebiednaam(g)} niet bij", doe) for s, g in vreemd]
        raise ImportGeweigerd([Celfout(*f) for f in fouten])
    return [a.stuk for a in anders]


def _gebieden(anders: Anders) -> list[str]:
    """The regions that a record touches: that of its file, of what it says, and of what it said."""
    oud = [anders.record.gebied] if anders.record else []
    return list(dict.fromkeys([anders.stuk.gebied, gebied_van(anders.stuk.record), *oud]))


@router.get("/voorstellen/{bundel}")
def voorstel(bezoeker: Redacteur, bundel: str) -> Response:
    """Everything in a proposal, and what it would change."""
    versies = bezoeker.redactie.bundel(bundel)
    wacht = [v.id for v in versies if v.status == "in-review"]
    bezoeker.noteer("zaken gelezen", f"gevolgen van voorstel {bundel[:8]}")
    uit = gevolgen.van(bezoeker.redactie, wacht, diensten(), bezoeker.persoon.regio) if wacht else None
    return bezoeker.toon(
        "voorstel.html", versies=versies, gevolgen=uit, bundel=bundel, eerste=versies[0], vandaag=dt.date.today(),
        mag=all(bezoeker.persoon.mag_bewerken(v.record.gebied) for v in versies), open=bool(wacht),
        rijen=[(v, naam(v.inhoud), _verschil(bezoeker, v)) for v in versies[:GETOOND]],
    )  # fmt: skip


def _verschil(bezoeker: Bezoeker, versie: Kennisversie) -> list[object]:
    geldend = bezoeker.redactie.geldend(versie.record.soort, versie.record.sleutel)
    return list(verschil(geldend.inhoud if geldend else None, versie.inhoud))


@router.post("/voorstellen/{bundel}/{daad}")
def oordeel(bezoeker: Redacteur, bundel: str, daad: str, ingevuld: Velden) -> Response:
    """Publishes a proposal as a whole, or drops it as a whole."""
    for versie in bezoeker.redactie.bundel(bundel):
        bezoeker.eis_gebied(versie.record.gebied)
    if daad == "publiceren":
        bezoeker.redactie.publiceer_bundel(bundel, bezoeker.persoon.naam, datum(ingevuld.get("vanaf", "")))
    elif daad == "intrekken":
        bezoeker.redactie.trek_bundel_in(bundel, bezoeker.persoon.naam, ingevuld.get("oordeel", ""))
    else:
        raise StapOngeldig("Deze stap bestaat niet.")
    bezoeker.noteer(f"voorstel {daad}", bundel[:8])
    return naar(f"/console/voorstellen/{bundel}")
