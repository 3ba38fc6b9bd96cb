"""Everything around the work: greeting, help, limits, danger, and not understanding."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import yaml
from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.advies import ActionAdvies
from actions.antwoorden import als_antwoord, als_knoppen, zeg
from actions.inname import neem_in
from actions.jongere import Jongere, kennisregio
from assistant.diensten import diensten
from assistant.messages import Antwoord
from knowledge.service import Stand

_TEKSTEN: Final[dict[str, dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("teksten.yml").read_text(encoding="utf-8")
)


def _zeg_vast(dispatcher: CollectingDispatcher, sleutel: str) -> None:
    tekst = _TEKSTEN[sleutel]
    knoppen = als_knoppen([(k, k) for k in tekst.get("knoppen", [])])
    zeg(dispatcher, Antwoord(tekst=tekst["tekst"].strip(), gedrag=tekst["gedrag"], knoppen=knoppen))


class VasteTekst(Action):
    """Says one fixed text of ``teksten.yml``.  One subclass per text, below."""

    sleutel = ""

    def name(self) -> str:
        """Name in the domain: ``action_<key>``."""
        return f"action_{self.sleutel}"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """The text and its buttons."""
        _zeg_vast(dispatcher, self.sleutel)
        return []


#: Set beside the kind of turn when words decided that it is out of scope: then the sources are not asked.
STELLIG: Final = "stellig"
#: How surely the sources must answer what looks out of scope, or say that they do not tell it.
_TOCH_BINNEN: Final = 0.62
#: Texts that are said only where nothing better can be.
_ANDERS: Final = ("buiten_bereik", "terugval", "start_advies", "crisis")
VASTE_TEKSTEN: Final = [type(f"Tekst_{s}", (VasteTekst,), {"sleutel": s}) for s in _TEKSTEN if s not in _ANDERS]


class ActionStartAdvies(Action):
    """Gives the route of the youth under discussion, or invites a description."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_start_advies"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """The advice on what is known, with what is still open; without a youth the invitation."""
        if Jongere.uit(tracker).kenmerken:
            return ActionAdvies().run(dispatcher, tracker, domain)
        _zeg_vast(dispatcher, "start_advies")
        return []


class ActionCrisis(Action):
    """Danger: whom to call now.  What the message tells of the youth under discussion is kept for after that."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_crisis"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """The text, and no advice beside it."""
        _zeg_vast(dispatcher, "crisis")
        return neem_in(tracker, diensten()).slots() if Jongere.uit(tracker).kenmerken else []


class ActionBuitenBereik(Action):
    """Declines politely, unless the sources do answer the question."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_buiten_bereik"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """A confident knowledge answer wins from a guess that it is out of scope."""
        if (tracker.latest_message.get("intent") or {}).get(STELLIG):
            _zeg_vast(dispatcher, "buiten_bereik")
            return []
        return _antwoord_of(dispatcher, tracker, "buiten_bereik")


class ActionTerugval(Action):
    """The turn was not understood: the three nearest topics, or what this assistant can do."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_terugval"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Top three as buttons."""
        return _antwoord_of(dispatcher, tracker, "terugval")


def _antwoord_of(dispatcher: CollectingDispatcher, tracker: Tracker, anders: str) -> list[EventType]:
    d = diensten()
    vorige = Stand.uit_dict(tracker.get_slot("laatste_kennis"))
    gevonden = d.vraagbaak.beantwoord(str(tracker.latest_message.get("text") or ""), kennisregio(tracker, d), vorige)
    grens, telt = (0.0, ("antwoord",)) if anders == "terugval" else (_TOCH_BINNEN, ("antwoord", "weet-niet"))
    raak = [g for g in gevonden if g.gedrag in telt and g.zekerheid >= grens]
    if not raak:
        _zeg_vast(dispatcher, anders)
        return []
    for g in raak:
        zeg(dispatcher, als_antwoord(g, d))
    return [SlotSet("laatste_kennis", raak[-1].stand.als_dict())]
