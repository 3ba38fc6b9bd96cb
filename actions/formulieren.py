"""The two forms: which fact is asked next, and what a reply says about the youth.

Required slots are never fixed.  After every message the adviser names the one
fact that can still change the outcome and settles most; when there is none,
the form is done.
"""

from __future__ import annotations

from typing import Any, Final

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.antwoorden import zeg
from actions.inname import Inname, neem_in
from actions.jongere import VELDEN, Jongere
from actions.uitkomst import beoordeel, vraag_antwoord
from assistant.diensten import Diensten, diensten

TOETSFORMULIER: Final = "jikp_toets_form"
ROUTEFORMULIER: Final = "route_form"

#: Turns that are about something else; the form steps aside and returns.
_ANDERE_BEURT: Final = frozenset(
    "kennisvraag vervolgvraag waarom wat_als contactvraag hulp groet bedankt dag annuleer nieuwe_leerling "
    "regiokeuze buiten_bereik crisis casusvraag".split()
)


def stap(tracker: Tracker, d: Diensten, formulier: str) -> list[EventType]:
    """Takes in the message unless it is about something else, and says which fact is due."""
    te_lezen = _is_feit(tracker) and not _al_gelezen(tracker)
    inname = neem_in(tracker, d) if te_lezen else Inname(Jongere.uit(tracker), begrepen=False)
    if not inname.jongere.kenmerken and _intent(tracker) == "feit":
        return [SlotSet("requested_slot", None)]
    volgende = beoordeel(inname.jongere, d, tracker).volgende(formulier == TOETSFORMULIER)
    gevraagd = SlotSet("requested_slot", volgende.veld if volgende else None)
    return [*inname.slots(), gevraagd] if inname.begrepen or inname.opnieuw else [gevraagd]


def _al_gelezen(tracker: Tracker) -> bool:
    """Whether the latest message was read before the form began."""
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            return False
        if event.get("event") == "action" and event.get("name") == "action_lees_jongere":
            return True
    return False


def _intent(tracker: Tracker) -> str | None:
    naam = (tracker.latest_message.get("intent") or {}).get("name")
    return str(naam) if naam else None


def _is_feit(tracker: Tracker) -> bool:
    return _intent(tracker) not in _ANDERE_BEURT


class ValidateJikpToetsForm(Action):
    """Dynamic required slots of the JIKP check."""

    def name(self) -> str:
        """Name in the domain."""
        return f"validate_{TOETSFORMULIER}"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Facts from the message and the next fact to ask."""
        return stap(tracker, diensten(), TOETSFORMULIER)


class ValidateRouteForm(Action):
    """Dynamic required slots of the route intake."""

    def name(self) -> str:
        """Name in the domain."""
        return f"validate_{ROUTEFORMULIER}"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Facts from the message and the next fact to ask."""
        return stap(tracker, diensten(), ROUTEFORMULIER)


class VraagKenmerk(Action):
    """Asks for one fact, with the reason and the outcome so far.  One subclass per fact, below."""

    veld = ""

    def name(self) -> str:
        """Name in the domain: ``action_ask_<fact>``."""
        return f"action_ask_{self.veld}"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Says the question."""
        d = diensten()
        jongere = Jongere.uit(tracker)
        toets = tracker.active_loop_name == TOETSFORMULIER
        uitkomst = beoordeel(jongere, d, tracker)
        zeg(dispatcher, vraag_antwoord(uitkomst, jongere, toets))
        return []


VRAAGACTIES: Final = [type(f"Vraag_{veld}", (VraagKenmerk,), {"veld": veld}) for veld in VELDEN]
