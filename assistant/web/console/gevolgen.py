"""What a draft would change: answers to test questions, and outcomes of example youths and of cases."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.orm import Mapped, Session, mapped_column

from assistant.advice.service import Advies, Adviseur, KenmerkenTegenstrijdig, KenmerkOngeldig
from assistant.cases.service import Zaak
from assistant.settings import WORTEL
from assistant.web.console.keuring import adviseur
from knowledge.service import Vraagbaak, maak_vraagbaak
from knowledge.snapshot import Kennis
from knowledge.store import nu
from storage.engine import Base

GEGEVENS: Final = WORTEL / "evaluatie" / "gegevens"


class Testvraag(Base):
    """A question with the item that must answer it."""

    __tablename__ = "testvraag"

    id: Mapped[int] = mapped_column(primary_key=True)
    vraag: Mapped[str]
    regio: Mapped[str | None]
    item: Mapped[str]
    gemaakt: Mapped[Any] = mapped_column(sa.DateTime)


def bewaar_testvraag(engine: Engine, vraag: str, regio: str | None, item: str) -> None:
    """Keeps a question as a test."""
    with Session(engine) as sessie, sessie.begin():
        sessie.add(Testvraag(vraag=vraag, regio=regio, item=item, gemaakt=nu()))


@dataclass(frozen=True)
class AnderAntwoord:
    """A question that another item would answer."""

    vraag: str
    eerst: str
    straks: str


@dataclass(frozen=True)
class AndereUitkomst:
    """A youth for whom verdict, route or contact would differ; ``wie`` is a key or the name of an example."""

    wie: str
    wat: str
    eerst: str
    straks: str


def testvragen(engine: Engine) -> list[tuple[str, str | None]]:
    """Questions with their region: those of the evaluation where they are there, and those that people saved."""
    with Session(engine) as sessie:
        eigen = [(t.vraag, t.regio) for t in sessie.scalars(sa.select(Testvraag))]
    return [*eigen, *((r["vraag"], r.get("regio")) for r in _gegevens("vragen-*-ontwikkel.jsonl"))]


@cache
def _gegevens(patroon: str) -> list[dict[str, Any]]:
    paden = sorted(GEGEVENS.glob(patroon))
    return [json.loads(r) for p in paden for r in p.read_text(encoding="utf-8").splitlines() if r.strip()]


def andere_antwoorden(engine: Engine, nu_: Vraagbaak, straks: Kennis) -> Iterator[AnderAntwoord]:
    """Test questions of which the best item changes."""
    nieuw = maak_vraagbaak(straks, nu_)
    if nieuw.zoeker is nu_.zoeker:
        return
    for vraag, regio in testvragen(engine):
        eerst, later = _beste(nu_, vraag, regio), _beste(nieuw, vraag, regio)
        if eerst != later:
            yield AnderAntwoord(vraag, eerst, later)


def _beste(baak: Vraagbaak, vraag: str, regio: str | None) -> str:
    gevonden = baak.zoeker.zoek(vraag, regios=(regio, "landelijk") if regio else None, aantal=1)
    return gevonden[0].item.id if gevonden and gevonden[0].score >= baak.zoeker.weging.mogelijk else "geen antwoord"


def andere_uitkomsten(nu_: Kennis, straks: Kennis, zaken: Iterable[Zaak]) -> list[AndereUitkomst]:
    """Example youths and cases whose outcome changes."""
    if (nu_.regels, nu_.invullingen, nu_.contacten) == (straks.regels, straks.invullingen, straks.contacten):
        return []
    oud, nieuw = adviseur(nu_), adviseur(straks)
    voorbeelden = [(r["id"], r["kenmerken"], r.get("regio")) for r in _gegevens("casussen-ontwikkel.jsonl")]
    voorbeelden += [(r["id"], r["kenmerken"], None) for r in _gegevens("toetsen-ontwikkel.jsonl") if "kenmerken" in r]
    eigen = [
        (z.sleutel, {"leeftijd": z.leeftijd, "gemeente": z.gemeente, "onderwijs": z.onderwijs}, None) for z in zaken
    ]
    return [v for wie, k, regio in [*eigen, *voorbeelden] for v in _verschillen(wie, k, regio, oud, nieuw)]


def _verschillen(
    wie: str, kenmerken: dict[str, Any], regio: str | None, oud: Adviseur, nieuw: Adviseur
) -> Iterator[AndereUitkomst]:
    try:
        eerst = _kern(oud.adviseer(kenmerken, regio=regio))
        straks = _kern(nieuw.adviseer(kenmerken, regio=regio))
    except (KenmerkOngeldig, KenmerkenTegenstrijdig):
        return
    for wat in eerst | straks:
        if eerst.get(wat, "–") != straks.get(wat, "–"):
            yield AndereUitkomst(wie, wat, eerst.get(wat, "–"), straks.get(wat, "–"))


def _kern(advies: Advies) -> dict[str, str]:
    """What people act on."""
    contact = "; ".join(" ".join(filter(None, [c.organisatie, c.telefoon, c.email])) for c in advies.contact)
    verdicten = {f"JIKP {u.definitie}": u.uitkomst for u in advies.jikp.uitkomsten}
    return {"route": advies.route or "nog open", "contact": contact or "geen", **verdicten}
