"""A described youth: take in the facts, and say the outcome when it is settled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.antwoorden import zeg, zeg_kennis
from actions.inname import neem_in
from actions.jongere import OOK_GEVRAAGD, Jongere, gewist, kennisregio, tekst_van
from actions.uitkomst import advies_antwoord, beoordeel, toets_antwoord
from assistant.advice.model import Advies
from assistant.diensten import Diensten, diensten
from assistant.messages import Antwoord
from knowledge.questions import is_vraag
from knowledge.service import RegioId

#: After one of these the route is given or no longer asked for; before that the intake is on its way.
_ROUTE_OF_EINDE: Final = ("route_form", "action_advies", "action_nieuwe_leerling", "action_annuleer")
#: Where the youth goes, or wants to.
_BESTEMMING: Final = frozenset({"gaat_naar", "perspectief"})
#: "Ik wil alleen weten of hij jikp is."
_UITSLUITEND: Final = re.compile(r"(?i)\b(?:alleen|enkel|slechts)\b")


class ActionLeesJongere(Action):
    """Reads facts from the message into the slots."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_lees_jongere"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Facts as slots; and first the answer to what was asked along with them."""
        d = diensten()
        inname = neem_in(tracker, d)
        vraag = (tracker.latest_message.get("intent") or {}).get(OOK_GEVRAAGD)
        if not vraag:
            return inname.slots()
        regio = d.kennis.regio_van(inname.jongere.kenmerken.get("gemeente") or "") or kennisregio(tracker, d)
        return [*inname.slots(), *zeg_kennis(dispatcher, d.vraagbaak.beantwoord(vraag, regio), d)]


class ActionAdvies(Action):
    """Says route, contact and JIKP outcome."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_advies"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """The advice, and what changed since the last one."""
        d = diensten()
        jongere = Jongere.uit(tracker)
        uitkomst = beoordeel(jongere, d, tracker)
        zeg(dispatcher, advies_antwoord(uitkomst, jongere, tracker.get_slot("laatste_route")))
        if uitkomst.advies is None:
            return [SlotSet("laatste_route", None), SlotSet("open_vraag", None)]
        return [*_onthoud(uitkomst.advies), *_als_onderwerp(uitkomst.advies, d)]


def _onthoud(advies: Advies) -> list[EventType]:
    vraag = advies.volgende_vraag
    return [
        SlotSet("laatste_route", {"route": advies.route, "naam": advies.naam}),
        SlotSet("open_vraag", vraag.veld if vraag else None),
    ]


def _als_onderwerp(advies: Advies, d: Diensten) -> list[EventType]:
    """The route becomes the subject, so that "hoe heet die route" and "is die al af" can be asked."""
    regio: RegioId | None = advies.kenmerken.get("regio") or None
    stand = d.vraagbaak.over_route(advies.route, advies.naam or "", regio) if advies.route else None
    return [SlotSet("laatste_kennis", stand.als_dict())] if stand else []


class ActionToets(Action):
    """Says the JIKP outcome per definition."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_toets"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """The check; and the route, when that was being asked for, or is what follows from where the youth goes."""
        d = diensten()
        jongere = Jongere.uit(tracker)
        uitkomst = beoordeel(jongere, d, tracker)
        zeg(dispatcher, toets_antwoord(uitkomst, jongere))
        if uitkomst.advies is None or uitkomst.advies.route is None:
            return []
        if not (_zocht_route(tracker) or _vertelt_verder(tracker, jongere)):
            return []
        zeg(dispatcher, advies_antwoord(uitkomst, jongere, None))
        return [*_onthoud(uitkomst.advies), *_als_onderwerp(uitkomst.advies, d)]


def _zocht_route(tracker: Tracker) -> bool:
    """Whether the check came in the middle of an intake for the route of this youth, and was not all that is wanted."""
    for event in reversed(tracker.events):
        if event.get("event") == "action" and event.get("name") in _ROUTE_OF_EINDE:
            return bool(event["name"] == "route_form")
        if event.get("event") == "user" and _UITSLUITEND.search(str(event.get("text") or "")):
            return False
    return False


def _vertelt_verder(tracker: Tracker, jongere: Jongere) -> bool:
    """After a check, "ze gaat naar mbo 2, geen zorgen verder": where the youth goes is told, and nothing is asked."""
    tekst = tekst_van(tracker)
    zojuist = {b["veld"] for b in jongere.bewijs if b["oordeel"] == "genoemd" and b["fragment"] in tekst}
    beurten = [event for event in tracker.events if event.get("event") in ("user", "action")]
    eerder = [event.get("name") for event in beurten[: _laatste_bericht(beurten)]]
    begin = max((n for n, naam in enumerate(eerder) if naam in _ROUTE_OF_EINDE), default=-1)
    return bool(zojuist & _BESTEMMING) and not is_vraag(tekst) and "action_toets" in eerder[begin + 1 :]


def _laatste_bericht(beurten: Sequence[dict[str, Any]]) -> int:
    return max((n for n, event in enumerate(beurten) if event.get("event") == "user"), default=0)


class ActionNietBegrepen(Action):
    """A reply in a form that held no fact: says so; the form asks again."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_niet_begrepen"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Says that it was not understood and how to go on."""
        tekst = "Dat begreep ik niet. Weet u het niet, antwoord dan 'weet ik niet'. Met 'laat maar' stopt u."
        zeg(dispatcher, Antwoord(tekst=tekst, gedrag="verduidelijk"))
        return []


class ActionNieuweLeerling(Action):
    """Forgets the youth and invites the next description."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_nieuwe_leerling"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Clean slots."""
        zeg(
            dispatcher,
            Antwoord(
                tekst="Goed, een nieuwe leerling. Beschrijf de situatie in eigen woorden, zonder naam: "
                "leeftijd, woonplaats, school en wat er aan de hand is.",
                gedrag="smalltalk",
            ),
        )
        return gewist()


class ActionAnnuleer(Action):
    """Stops the running check or intake."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_annuleer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Says so and forgets the question; the facts stay until a new youth."""
        tekst = "Gestopt. De gegevens van deze leerling onthoud ik nog; met 'nieuwe leerling' wis ik ze."
        zeg(dispatcher, Antwoord(tekst=tekst, gedrag="smalltalk"))
        return [SlotSet("requested_slot", None), SlotSet("open_vraag", None)]
