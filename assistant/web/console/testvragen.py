"""The questions that are asked again before something goes live, and which of them may get another answer."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection
from functools import cache
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.orm import Mapped, Session, mapped_column

from assistant.settings import WORTEL
from knowledge.lexical import Woordindex
from knowledge.model import Kennisitem
from knowledge.snapshot import Kennis
from knowledge.store import nu
from knowledge.text import STOPWOORDEN, lemma, vouw
from storage.engine import Base

GEGEVENS: Final = WORTEL / "evaluatie" / "gegevens"
#: So many of the shipped questions are asked again: more would keep somebody waiting, and looks less like the change.
HOOGSTENS: Final = 40
Vraag = tuple[str, str | None]


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


@cache
def gegevens(patroon: str) -> list[dict[str, Any]]:
    """Lines of the evaluation sets, where they are there."""
    paden = sorted(GEGEVENS.glob(patroon))
    return [json.loads(r) for p in paden for r in p.read_text(encoding="utf-8").splitlines() if r.strip()]


def testvragen(engine: Engine, eerst: Kennis, straks: Kennis) -> list[Vraag]:
    """What to ask again: everything that people saved, and the shipped questions most like the texts that change."""
    anders = _anders(eerst, straks)
    if not anders:
        return []
    with Session(engine) as sessie:
        eigen = [(t.vraag, t.regio) for t in sessie.scalars(sa.select(Testvraag))]
    return list(dict.fromkeys([*eigen, *_die_erop_lijken(anders)]))


def _anders(eerst: Kennis, straks: Kennis) -> list[Kennisitem]:
    """The items that come, go or change, as they were and as they become."""
    oud, nieuw = set(eerst.items), set(straks.items)
    return [*(oud - nieuw), *(nieuw - oud)]


def _die_erop_lijken(items: Collection[Kennisitem]) -> list[Vraag]:
    vragen, index = _geleverd()
    regios = {i.regio for i in items}
    teksten = [t for i in items for t in (i.titel, i.antwoord, *i.vragen, *i.synoniemen)]
    scores = index.scores(w for t in teksten for w in _woorden(t))
    mag = [
        n for n, (_, r) in enumerate(vragen) if scores[n] > 0 and (r is None or r in regios or "landelijk" in regios)
    ]
    return [vragen[n] for n in sorted(mag, key=lambda n: -scores[n])[:HOOGSTENS]]


@cache
def _geleverd() -> tuple[list[Vraag], Woordindex]:
    """The shipped questions with their words."""
    vragen = [(str(r["vraag"]), r.get("regio")) for r in gegevens("vragen-*-ontwikkel.jsonl")]
    return vragen, Woordindex([Counter(_woorden(v)) for v, _ in vragen])


def _woorden(tekst: str) -> list[str]:
    return [lemma(w) for w in vouw(tekst).split() if w not in STOPWOORDEN]
