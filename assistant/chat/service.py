"""Public door of the chat: start a conversation, send a message, delete it."""

from __future__ import annotations

import asyncio
import time
import uuid
from typing import Any

from assistant.chat.invoer import BerichtOnbruikbaar, opgeschoond
from assistant.chat.training import ModelOntbreekt, train, vind_model
from assistant.diensten import diensten
from assistant.messages import Antwoord
from assistant.settings import Instellingen, instellingen, zonder_telemetrie
from knowledge.service import RegioId

__all__ = ["Assistent", "BerichtOnbruikbaar", "ModelOntbreekt", "train", "vind_model"]


class Assistent:
    """The Rasa agent in this process.  Use within one event loop."""

    def __init__(self, keuzes: Instellingen | None = None) -> None:
        zonder_telemetrie()
        from rasa.core.agent import Agent
        from rasa.core.lock_store import InMemoryLockStore, RedisLockStore

        from assistant.chat.inprocess import InProces
        from assistant.chat.trackers import Gesprekkenkast

        self._keuzes = keuzes or instellingen()
        model = vind_model(self._keuzes.model_map)
        sloten = RedisLockStore(host=self._keuzes.redis_url) if self._keuzes.redis_url else InMemoryLockStore()
        self._agent = Agent.load(model_path=str(model), action_endpoint=InProces(), lock_store=sloten)
        self._kast = Gesprekkenkast(self._agent.domain, self._keuzes.database_url)
        self._agent.tracker_store = self._kast
        if self._agent.processor:
            self._agent.processor.tracker_store = self._kast
        diensten().warm()

    @staticmethod
    def nieuw_gesprek() -> str:
        """A new conversation id, not to be guessed."""
        return uuid.uuid4().hex

    async def stuur(
        self, gesprek_id: str, tekst: str, *, regio: RegioId | None = None, verwacht: str | None = None
    ) -> list[Antwoord]:
        """One turn.  Personal data is masked before Rasa, tracker or log see the text."""
        from rasa.core.channels.channel import UserMessage

        from assistant.chat.inprocess import Antwoordkanaal

        schoon = opgeschoond(tekst, self._keuzes.max_tekens)
        gemaskeerd = diensten().maskeerder.maskeer(schoon, diensten().vandaag())
        await self._zet_regio(gesprek_id, regio or self._keuzes.regio)
        kanaal = Antwoordkanaal()
        metadata: dict[str, Any] = {"verwacht": verwacht} if verwacht else {}
        await self._agent.handle_message(
            UserMessage(gemaskeerd.tekst, output_channel=kanaal, sender_id=gesprek_id, metadata=metadata)
        )
        return kanaal.antwoorden

    async def _zet_regio(self, gesprek_id: str, regio: RegioId | None) -> None:
        """Gives a new conversation the user's region."""
        from rasa.shared.core.events import SlotSet

        if regio is None or self._agent.processor is None:
            return
        tracker = await self._agent.processor.fetch_tracker_with_initial_session(gesprek_id)
        if tracker.get_slot("regio") != regio:
            tracker.update(SlotSet("regio", regio))
            await self._kast.save(tracker)

    async def wis(self, gesprek_id: str) -> bool:
        """Deletes a conversation; whether there was one."""
        return await asyncio.to_thread(self._kast.wis, gesprek_id) > 0

    async def ruim_op(self) -> int:
        """Deletes conversations past their retention period; returns the number of events."""
        grens = time.time() - self._keuzes.gesprek_bewaren_dagen * 86_400
        return await asyncio.to_thread(self._kast.wis_ouder_dan, grens)
