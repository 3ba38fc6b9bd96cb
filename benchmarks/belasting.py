"""The same load on any chat server: three kinds of turn one by one, then many conversations at once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from typing import Protocol

import httpx

from benchmarks.berichten import Bericht, beschrijvingen, formulierantwoorden, gemengd, vragen
from benchmarks.meten import Rij, kwantielen, meld
from benchmarks.proces import rekentijd

PER_SOORT, GELIJKTIJDIG, BEURTEN = 40, 20, 200


class Deur(Protocol):
    """How one talks to a server: open a conversation, say something in it."""

    basis: str

    async def begin(self, client: httpx.AsyncClient, regio: str | None) -> str:
        """The id of a new conversation."""

    async def zeg(self, client: httpx.AsyncClient, gesprek: str, tekst: str) -> None:
        """One turn; an error or an empty reply is an exception."""


def meet_beurten(deur: Deur, systeem: str, pids: Sequence[int]) -> list[Rij]:
    """Time of a turn per kind, turns per second, and the processor time that a turn takes of the server."""
    return asyncio.run(_meet(deur, systeem, pids))


async def _meet(deur: Deur, systeem: str, pids: Sequence[int]) -> list[Rij]:
    soorten = {
        "vraag": vragen(PER_SOORT),
        "beschrijving": beschrijvingen(PER_SOORT),
        "antwoord in een toets": formulierantwoorden(PER_SOORT),
    }
    rijen: list[Rij] = []
    async with httpx.AsyncClient(base_url=deur.basis, timeout=60) as client:
        for naam, berichten in soorten.items():
            meld(f"{systeem}: {len(berichten)} keer {naam}")
            rijen += kwantielen(naam, systeem, [await _een(deur, client, b) for b in berichten])
        meld(f"{systeem}: {BEURTEN} beurten in {GELIJKTIJDIG} gesprekken tegelijk")
        voor = rekentijd(pids)
        rijen.append(Rij("beurten per seconde, 20 tegelijk", systeem, await _drukte(deur, client, gemengd(BEURTEN))))
    return [*rijen, Rij("rekentijd per beurt", systeem, (rekentijd(pids) - voor) / BEURTEN * 1_000, "ms")]


async def _een(deur: Deur, client: httpx.AsyncClient, bericht: Bericht) -> float:
    """Seconds of one turn in a new conversation, from request to answer."""
    gesprek = await deur.begin(client, bericht.regio)
    if bericht.na:
        await deur.zeg(client, gesprek, bericht.na)
    begin = time.monotonic()
    await deur.zeg(client, gesprek, bericht.tekst)
    return time.monotonic() - begin


async def _drukte(deur: Deur, client: httpx.AsyncClient, berichten: Sequence[Bericht]) -> float:
    async def gesprek(deel: Sequence[Bericht]) -> None:
        nummer = await deur.begin(client, None)
        for bericht in deel:
            await deur.zeg(client, nummer, bericht.tekst)

    begin = time.monotonic()
    await asyncio.gather(*(gesprek(berichten[i::GELIJKTIJDIG]) for i in range(GELIJKTIJDIG)))
    return len(berichten) / (time.monotonic() - begin)
