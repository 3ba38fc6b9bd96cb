"""The inbox: unanswered questions and thumbs that point down."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Response

from assistant.diensten import diensten
from assistant.oordelen import Oordelenkast
from assistant.postvak import Onbeantwoord, Postvak
from assistant.web.console.poort import Bezoeker, Redacteur, naar
from assistant.web.console.testvragen import bewaar_testvraag
from knowledge.publish import RecordOnbekend, StapOngeldig
from knowledge.search import Treffer

router = APIRouter(prefix="/console/postvak", include_in_schema=False)


@router.get("")
def overzicht(bezoeker: Redacteur) -> Response:
    """What was asked and not answered, most frequent first, each with the items that come closest."""
    groepen = Postvak(bezoeker.redactie.engine).groepen()
    duimen = Oordelenkast(bezoeker.redactie.engine).omlaag()
    bezoeker.noteer("vragen gelezen", "postvak")
    return bezoeker.toon(
        "postvak.html", groepen=[(g, _dichtbij(bezoeker, g.eerste)) for g in groepen[:50]], duimen=duimen[:50],
        aantal=len(groepen), aantal_duimen=len(duimen), titels={i.id: i.titel for i in diensten().kennis.items},
    )  # fmt: skip


def _dichtbij(bezoeker: Bezoeker, vraag: Onbeantwoord) -> list[Treffer]:
    """The items that come closest: of the region of the question, or of the person who looks."""
    regio = vraag.regio or bezoeker.persoon.regio
    regios = (regio, "landelijk") if regio else None
    return diensten().vraagbaak.zoeker.zoek(vraag.vraag, regios=regios, aantal=3)


@router.post("/{id_}/concept")
def maak_concept(bezoeker: Redacteur, id_: int, item: Annotated[str, Form()]) -> Response:
    """A draft of an item with the question among those that people asked, and the question as a test."""
    postvak = Postvak(bezoeker.redactie.engine)
    vraag, bekend = postvak.geef(id_), diensten().kennis.item_bij_id.get(item)
    if vraag is None or bekend is None:
        raise RecordOnbekend("Deze vraag of dit item is er niet meer.")
    bezoeker.eis_gebied(bekend.regio)
    wie = bezoeker.persoon.naam
    versie = bezoeker.redactie.concept("item", item, wie)
    inhoud = {**versie.inhoud, "gevraagd": [*versie.inhoud.get("gevraagd", []), vraag.vraag]}
    bezoeker.redactie.bewaar(versie.id, inhoud, versie.stand, wie, "Vraag uit het postvak")
    bewaar_testvraag(bezoeker.redactie.engine, vraag.vraag, vraag.regio, item)
    postvak.handel_af(id_, f"concept van {item} door {wie}")
    bezoeker.noteer("concept uit postvak", f"item {item}")
    return naar(f"/console/versies/{versie.id}")


@router.post("/{id_}/afwijzen")
def wijs_af(bezoeker: Redacteur, id_: int, reden: Annotated[str, Form()] = "") -> Response:
    """Closes a question without a change, with the reason."""
    Postvak(bezoeker.redactie.engine).handel_af(id_, _afwijzing(bezoeker, reden))
    bezoeker.noteer("vraag afgewezen", str(id_))
    return naar("/console/postvak")


@router.post("/oordelen/{id_}/afhandelen")
def handel_af(bezoeker: Redacteur, id_: int, reden: Annotated[str, Form()] = "") -> Response:
    """Closes a thumb down, with what was done about it."""
    Oordelenkast(bezoeker.redactie.engine).handel_af(id_, _afwijzing(bezoeker, reden))
    bezoeker.noteer("oordeel afgehandeld", str(id_))
    return naar("/console/postvak")


def _afwijzing(bezoeker: Bezoeker, reden: str) -> str:
    if not reden.strip():
        raise StapOngeldig("Geef een reden, zodat een ander ziet wat u ermee deed.")
    return f"{bezoeker.persoon.naam}: {reden.strip()}"
