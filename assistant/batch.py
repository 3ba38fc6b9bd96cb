"""Many conversations, descriptions or checks at once: one JSON object a line in, one out, same order."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import AsyncIterator, Iterable
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.advice.kenmerken import KenmerkOngeldig
from assistant.chat.service import Assistent, BerichtOnbruikbaar
from assistant.diensten import diensten
from assistant.messages import Antwoord
from assistant.problems import Probleem, probleem, uit_kenmerk, uit_validatie
from knowledge.service import RegioId


class Regel(BaseModel):
    """One line of input: a conversation, a set of facts or a description."""

    model_config = ConfigDict(extra="forbid")

    id: str | int | None = None
    regio: RegioId | None = None
    beurten: list[str] | None = None
    kenmerken: dict[str, Any] | None = None
    beschrijving: str | None = None
    peildatum: dt.date | None = None


async def verwerk(assistent: Assistent, regels: Iterable[str]) -> AsyncIterator[dict[str, Any]]:
    """The result of every line; an unusable line gives its problem and the rest goes on."""
    for ruw in regels:
        if ruw.strip():
            yield await _een(assistent, ruw)


async def _een(assistent: Assistent, ruw: str) -> dict[str, Any]:
    id_ = None
    try:
        gelezen = json.loads(ruw)
        id_ = gelezen.get("id") if isinstance(gelezen, dict) else None
        regel = Regel.model_validate(gelezen)
        return {"id": id_, **await _uitkomst(assistent, regel)}
    except json.JSONDecodeError as fout:
        mis = probleem("json-ongeldig", "Deze regel is geen JSON", 400, f"Herstel de regel bij teken {fout.pos + 1}.")
    except ValidationError as fout:
        mis = uit_validatie(fout)
    except KenmerkOngeldig as fout:
        mis = uit_kenmerk(fout)
    except BerichtOnbruikbaar as fout:
        mis = probleem("bericht-onbruikbaar", "Het bericht is niet bruikbaar", 422, str(fout))
    return _fout(id_, mis)


def _fout(id_: Any, mis: Probleem) -> dict[str, Any]:
    return {"id": id_, "fout": mis.model_dump(mode="json")}


async def _uitkomst(assistent: Assistent, regel: Regel) -> dict[str, Any]:
    if regel.kenmerken is not None:
        toets = diensten().adviseur.toets(regel.kenmerken, regel.peildatum, regel.regio)
        return {"toets": toets.model_dump(mode="json")}
    gesprek = assistent.nieuw_gesprek()
    try:
        if regel.beschrijving is not None:
            advies = await assistent.adviseer(gesprek, regel.beschrijving, regel.regio, regel.peildatum)
            return {"advies": advies.model_dump(mode="json")}
        if regel.beurten is not None:
            return {"beurten": [await _beurt(assistent, gesprek, tekst, regel) for tekst in regel.beurten]}
    finally:
        await assistent.wis(gesprek)
    raise KenmerkOngeldig("regel", "noem `beurten`, `beschrijving` of `kenmerken`")


async def _beurt(assistent: Assistent, gesprek: str, tekst: str, regel: Regel) -> list[dict[str, Any]]:
    """The answers of one turn; within a conversation a "??" is answered, and costs nobody the turns around it."""
    try:
        antwoorden = await assistent.stuur(gesprek, tekst, regio=regel.regio, peildatum=regel.peildatum)
    except BerichtOnbruikbaar as fout:
        if len(regel.beurten or ()) == 1:
            raise
        antwoorden = [Antwoord(gedrag="verduidelijk", tekst=str(fout))]
    return [a.als_bericht() for a in antwoorden]
