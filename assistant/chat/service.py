"""Public door of the chat: start a conversation, send a message, delete it."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import time
import uuid
import warnings
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from sqlalchemy.exc import SQLAlchemyError

from assistant.advice.model import Advies
from assistant.cases.service import Toegang
from assistant.chat.components.afweging import onmiskenbaar
from assistant.chat.components.beurtzicht import STAND, VERWACHT, ZEKER, Beurtzicht, Gesprekstand
from assistant.chat.gesprekstand import stand_van
from assistant.chat.invoer import BerichtOnbruikbaar, opgeschoond
from assistant.chat.training import CONFIG, ModelOntbreekt, train, vind_model
from assistant.chat.uitstel import stel_uit
from assistant.diensten import Diensten, diensten
from assistant.logs import stel_in
from assistant.messages import Antwoord, Beurt
from assistant.opruimen import zonder_opruimen
from assistant.postvak import Postvak
from assistant.settings import Instellingen, instellingen, zonder_telemetrie
from knowledge.questions import is_vraag
from knowledge.service import RegioId
from storage.engine import open_engine

if TYPE_CHECKING:
    from rasa.core.lock_store import LockStore

logger = logging.getLogger(__name__)

#: Kinds of reply that leave a question open.
ONBEANTWOORD: Final = ("weet-niet", "verduidelijk")

__all__ = ["Assistent", "BerichtOnbruikbaar", "ModelOntbreekt", "train", "vind_model"]


class Assistent:
    """The Rasa agent in this process.  Use within one event loop."""

    @zonder_opruimen()
    def __init__(self, keuzes: Instellingen | None = None, *, vluchtig: bool = False) -> None:
        """Loads the model; ``vluchtig`` keeps conversations in memory only."""
        zonder_telemetrie()
        stel_in(instellingen().log_niveau)
        stel_uit(CONFIG)
        with warnings.catch_warnings():  # Rasa and TensorFlow speak of their own future at import
            warnings.simplefilter("ignore")
            from rasa.core.agent import Agent
            from rasa.core.lock_store import InMemoryLockStore

            from assistant.chat.inprocess import InProces
            from assistant.chat.lichter import maak_licht
            from assistant.chat.trackers import Gesprekkenkast, Vluchtigekast

        self._keuzes = keuzes or instellingen()
        model = vind_model(self._keuzes.model_map)
        sloten = _redissloten(self._keuzes.redis_url) if self._keuzes.redis_url else InMemoryLockStore()
        self._agent = Agent.load(model_path=str(model), action_endpoint=InProces(), lock_store=sloten)
        domein = self._agent.domain
        self._kast = Vluchtigekast(domein) if vluchtig else Gesprekkenkast(domein, self._keuzes.database_url)
        self._postvak = None if vluchtig else Postvak(open_engine(self._keuzes.database_url))
        self._agent.tracker_store = self._kast
        if self._agent.processor is None:
            raise ModelOntbreekt
        self._verwerker = self._agent.processor
        self._verwerker.tracker_store = self._kast
        maak_licht(self._verwerker)
        diensten().warm()

    @staticmethod
    def nieuw_gesprek() -> str:
        """A new conversation id, not to be guessed."""
        return uuid.uuid4().hex

    async def stuur(
        self,
        gesprek_id: str,
        tekst: str,
        *,
        regio: RegioId | None = None,
        peildatum: dt.date | None = None,
        verwacht: str | None = None,
        zaken: Toegang | None = None,
    ) -> list[Antwoord]:
        """The answers of one turn; ``verwacht`` names the kind of turn when the door knows it, ``zaken`` who is signed in."""
        weet: dict[str, Any] = {"zaken": asdict(zaken)} if zaken else {}
        weet |= {"verwacht": verwacht} if verwacht else {}
        return (await self.beurt(gesprek_id, tekst, regio=regio, peildatum=peildatum, weet=weet)).antwoorden

    async def beurt(
        self,
        gesprek_id: str,
        tekst: str,
        *,
        regio: RegioId | None = None,
        peildatum: dt.date | None = None,
        weet: Mapping[str, Any] | None = None,
    ) -> Beurt:
        """One turn.  Personal data is masked before Rasa, tracker or log see the text.

        ``regio`` and ``peildatum`` set the frame of the conversation.  ``weet`` is what the
        door knows beside the text: ``verwacht`` (the kind of turn), ``kenmerken`` (facts that
        the user corrected, ``None`` for one that was removed), ``zaken`` (who is signed in, as a ``Toegang``).
        """
        from rasa.core.channels.channel import UserMessage

        from assistant.chat.inprocess import Antwoordkanaal

        schoon = opgeschoond(tekst, self._keuzes.max_tekens)
        gemaskeerd = diensten().maskeerder.maskeer(schoon, peildatum or diensten().vandaag())
        kanaal = Antwoordkanaal()
        kader = {"regio": regio or self._keuzes.regio, "peildatum": peildatum.isoformat() if peildatum else None}
        async with self._agent.lock_store.lock(gesprek_id), self._kast.beurt(gesprek_id):
            betekenis = lees_alvast(gemaskeerd.tekst, diensten())
            stand = await self._zet_kader(gesprek_id, {k: w for k, w in kader.items() if w})
            zicht = Beurtzicht(gemaskeerd.tekst, Gesprekstand(**stand), diensten())
            zeker = (weet or {}).get(VERWACHT) or onmiskenbaar(zicht)
            if betekenis is None and zeker is None:
                betekenis = diensten().vraagbaak.begin_alvast(gemaskeerd.tekst)
            if betekenis:
                await asyncio.wrap_future(betekenis)  # other conversations go on meanwhile
            bij = {**(weet or {}), "deur": kader["regio"], STAND: stand, ZEKER: zeker}
            await self._verwerker.handle_message(UserMessage(gemaskeerd.tekst, kanaal, gesprek_id, metadata=bij))
        await self._onthoud_onbeantwoord(gemaskeerd.tekst, kader["regio"], kanaal.antwoorden)
        return Beurt(antwoorden=kanaal.antwoorden, tekst=gemaskeerd.tekst, gemaskeerd=sorted(gemaskeerd.soorten))

    async def soort_beurt(self, tekst: str, regio: RegioId | None = None) -> str:
        """The intent of a first message, without a conversation; the text is masked as in a turn."""
        from rasa.core.channels.channel import UserMessage

        schoon = diensten().maskeerder.maskeer(opgeschoond(tekst, self._keuzes.max_tekens), diensten().vandaag())
        gelezen = await self._verwerker.parse_message(
            UserMessage(schoon.tekst, metadata={STAND: {"regio": regio or self._keuzes.regio}})
        )
        return str(gelezen["intent"]["name"])

    async def _onthoud_onbeantwoord(self, vraag: str, regio: str | None, antwoorden: list[Antwoord]) -> None:
        """A masked question without an answer goes to the inbox of the people who keep the knowledge."""
        open_ = (a for a in antwoorden if a.gedrag in ONBEANTWOORD and not (a.bronnen or a.zaken))
        onbeantwoord = next(open_, None)
        if self._postvak is None or onbeantwoord is None:
            return
        try:
            await asyncio.to_thread(self._postvak.leg_in, vraag, regio, onbeantwoord.gedrag)
        except SQLAlchemyError as fout:  # the answer matters more than the inbox
            logger.warning("vraag niet in het postvak: %s", type(fout).__name__)

    async def adviseer(
        self, gesprek_id: str, beschrijving: str, regio: RegioId | None = None, peildatum: dt.date | None = None
    ) -> Advies:
        """The advice on a description, by the same turn that the chat takes."""
        antwoorden = await self.stuur(
            gesprek_id, beschrijving, regio=regio, peildatum=peildatum, verwacht="beschrijving"
        )
        for antwoord in antwoorden:
            if antwoord.advies:
                return antwoord.advies
        raise BerichtOnbruikbaar(antwoorden[0].tekst if antwoorden else "Hier las ik geen leerling in.")

    async def zet_regio(self, gesprek_id: str, regio: RegioId) -> None:
        """The region of the user, before the first message."""
        async with self._kast.beurt(gesprek_id):
            await self._zet_kader(gesprek_id, {"regio": regio})

    async def _zet_kader(self, gesprek_id: str, kader: dict[str, str]) -> dict[str, Any]:
        """Gives the conversation its region and date of assessment where they differ; returns where it stands."""
        from rasa.shared.core.events import SlotSet

        tracker = await self._verwerker.fetch_tracker_with_initial_session(gesprek_id)
        keuze = tracker.get_slot("regiokeuze")
        if keuze and kader.get("regio") == keuze["deur"]:  # said in the conversation, and the setting is as it was
            kader = {**kader, "regio": keuze["regio"]}
        nieuw = [SlotSet(naam, waarde) for naam, waarde in kader.items() if tracker.get_slot(naam) != waarde]
        onderwerp = tracker.get_slot("laatste_kennis")
        if onderwerp and any(event.key == "regio" for event in nieuw):
            nieuw.append(SlotSet("laatste_kennis", {**onderwerp, "regio": None}))  # what is asked next is about here
        if nieuw:
            tracker.update_with_events(nieuw, self._agent.domain)
            await self._kast.save(tracker)
        return stand_van(tracker)

    async def loop_warm(self) -> None:
        """One question and one description, so that the first user does not wait for what loads on first use."""
        diensten().ken_routes()
        gesprek = self.nieuw_gesprek()
        for tekst in ("wat is een startkwalificatie", "leerling van 17 op het pro, wil werken, woont in Assen"):
            await self.stuur(gesprek, tekst)
        await self.wis(gesprek)

    async def wis(self, gesprek_id: str) -> bool:
        """Deletes a conversation; whether there was one."""
        return await asyncio.to_thread(self._kast.wis, gesprek_id) > 0

    async def ruim_op(self) -> int:
        """Deletes conversations past their retention period; returns the number of events."""
        grens = time.time() - self._keuzes.gesprek_bewaren_dagen * 86_400
        return await asyncio.to_thread(self._kast.wis_ouder_dan, grens)


def lees_alvast(tekst: str, d: Diensten) -> Future[Any] | None:
    """Reads a text; the sentence vector of a question, the longest sum of a turn, is computed beside.  Both are remembered."""
    betekenis = d.vraagbaak.begin_alvast(tekst) if is_vraag(tekst) else None
    d.lezer.lees(tekst, peildatum=d.vandaag())
    return betekenis


def _redissloten(url: str) -> LockStore:
    """Locks shared by several processes, on the Redis of a ``redis://`` address."""
    from rasa.core.lock_store import RedisLockStore

    adres = urlsplit(url)
    return RedisLockStore(
        host=adres.hostname or "localhost",
        port=adres.port or 6379,
        db=int(adres.path.strip("/") or 1),
        username=adres.username,
        password=adres.password,
    )
