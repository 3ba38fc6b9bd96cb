"""Custom actions in the same process: Rasa thinks it calls an action server, no socket is opened."""

from __future__ import annotations

import logging
from typing import Any, Final

from rasa.core.channels.channel import OutputChannel
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor

from assistant.messages import Antwoord
from storage.engine import DatabaseOnbereikbaar

logger = logging.getLogger(__name__)

_MISLUKT: Final = "Dit lukte niet door een storing bij mij. Uw gegevens zijn niet gewijzigd; probeer het opnieuw."


class InProces(EndpointConfig):
    """An action endpoint that runs the action here."""

    def __init__(self) -> None:
        super().__init__(url="in-process")
        self._uitvoerder = ActionExecutor()
        self._uitvoerder.register_package("actions")

    async def request(self, *_: Any, **kwargs: Any) -> Any:
        """What an action server would answer to the same JSON; a failure becomes a message, without a stack trace."""
        try:
            uitkomst = await self._uitvoerder.run(kwargs["json"])
        except Exception as fout:
            logger.error("actie %s: %s", kwargs["json"].get("next_action"), type(fout).__name__)
            tekst = str(fout) if isinstance(fout, DatabaseOnbereikbaar) else _MISLUKT
            antwoord = Antwoord(tekst=tekst, gedrag="weet-niet").als_bericht()
            return {"events": [], "responses": [{"text": tekst, "antwoord": antwoord}]}
        return uitkomst.dict() if hasattr(uitkomst, "dict") else uitkomst


class Antwoordkanaal(OutputChannel):
    """Collects the messages of one turn."""

    def __init__(self) -> None:
        self.antwoorden: list[Antwoord] = []

    @classmethod
    def name(cls) -> str:
        """Name in the tracker."""
        return "routewijzer"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:  # noqa: ARG002
        """Takes a message of ours as it is, and any other as plain text."""
        if ruw := message.get("antwoord"):
            self.antwoorden.append(Antwoord.model_validate(ruw))
        elif message.get("text"):
            self.antwoorden.append(Antwoord(tekst=message["text"], gedrag="antwoord"))
