"""The youth under discussion: which facts the conversation holds, and how a message adds to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions.stel import als_bewering
from assistant.advice.kenmerken import LIJSTEN, WAARDEN
from assistant.advice.model import Bewijs
from assistant.advice.reading import Gelezen, Lezing
from assistant.diensten import Diensten
from knowledge.service import RegioId

#: Facts that are slots of the conversation.  A birth date never is: masking leaves the age.
VELDEN: Final = ("leeftijd", "gemeente", *WAARDEN, *LIJSTEN)
#: Set beside the kind of turn when a description also asks what the sources answer.
OOK_GEVRAAGD: Final = "ook_gevraagd"
#: What the conversation remembers beside the facts.
BIJ: Final = ("bewijs", "niet_bekend", "twijfel", "opmerkingen", "mogelijk", "open_vraag", "laatste_route", "gesteld")


@dataclass
class Jongere:
    """Facts about the youth as the conversation knows them."""

    kenmerken: dict[str, Any] = field(default_factory=dict)
    bewijs: list[dict[str, Any]] = field(default_factory=list)
    niet_bekend: list[str] = field(default_factory=list)
    twijfel: list[str] = field(default_factory=list)
    opmerkingen: list[str] = field(default_factory=list)
    mogelijk: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def uit(cls, tracker: Tracker) -> Jongere:
        """From the slots of a conversation."""
        return cls(
            kenmerken={v: tracker.get_slot(v) for v in VELDEN if tracker.get_slot(v) is not None},
            bewijs=list(tracker.get_slot("bewijs") or []),
            niet_bekend=list(tracker.get_slot("niet_bekend") or []),
            twijfel=list(tracker.get_slot("twijfel") or []),
            opmerkingen=list(tracker.get_slot("opmerkingen") or []),
            mogelijk=dict(tracker.get_slot("mogelijk") or {}),
        )

    def bewijzen(self) -> list[Bewijs]:
        """The fragments as the advice shows them."""
        return [Bewijs(**b) for b in self.bewijs]

    def verwerk(self, lezing: Lezing) -> bool:
        """Takes in what a message said; returns whether it said anything."""
        nieuw = {v: w for v, w in lezing.kenmerken.items() if v in VELDEN}
        for veld in lezing.gewist:
            self.kenmerken.pop(veld, None)
        self.kenmerken.update(nieuw)
        geraakt = set(nieuw) | lezing.gewist
        self.bewijs = [b for b in self.bewijs if b["veld"] not in geraakt] + [_als_bewijs(g) for g in lezing.bewijs]
        self.niet_bekend = sorted((set(self.niet_bekend) - geraakt) | (lezing.onbekend - set(nieuw)))
        beslist = geraakt | ({"perspectief"} if nieuw.get("gaat_naar", "nee") != "nee" else set())
        self.twijfel = sorted((set(self.twijfel) - beslist) | set(lezing.twijfel))
        self.mogelijk.update({v: sorted(w) for v, w in lezing.mogelijk.items()})
        self.mogelijk = {v: w for v, w in self.mogelijk.items() if v not in self.kenmerken}
        self.opmerkingen = list(lezing.opmerkingen)
        return bool(nieuw or lezing.gewist or lezing.onbekend or lezing.twijfel or lezing.mogelijk)

    def slots(self) -> list[EventType]:
        """Everything back into slots."""
        rest = {n: getattr(self, n) for n in ("bewijs", "niet_bekend", "twijfel", "opmerkingen", "mogelijk")}
        return [SlotSet(v, self.kenmerken.get(v)) for v in VELDEN] + [SlotSet(n, w or None) for n, w in rest.items()]


def lees(tracker: Tracker, d: Diensten, jongere: Jongere, vorm: Callable[[str], str] = str) -> Lezing:
    """Reads the latest message in the light of what is known and what was asked; a correction needs no reading."""
    if wijziging := bijschrift(tracker).get("kenmerken"):
        return Lezing({v: w for v, w in wijziging.items() if w is not None}, gewist=frozenset(wijziging))
    gevraagd = tracker.get_slot("requested_slot") or tracker.get_slot("open_vraag")
    return lees_tekst(vorm(tekst_van(tracker)), tracker, d, jongere, gevraagd)


def lees_tekst(
    tekst: str, tracker: Tracker, d: Diensten, jongere: Jongere | None = None, gevraagd: str | None = None
) -> Lezing:
    """Reads a text; without a youth on its own."""
    bekend = jongere.kenmerken if jongere else {}
    return d.lezer.lees(als_bewering(tekst), peildatum=peildatum(tracker, d), gevraagd=gevraagd, bekend=bekend)


def tekst_van(tracker: Tracker) -> str:
    """The latest message."""
    return str(tracker.latest_message.get("text") or "")


def bijschrift(tracker: Tracker) -> dict[str, Any]:
    """What the door knew beside the text of the latest message."""
    return dict(tracker.latest_message.get("metadata") or {})


def peildatum(tracker: Tracker, d: Diensten) -> dt.date:
    """The date of assessment of this conversation; today unless another was given."""
    gegeven = tracker.get_slot("peildatum")
    return dt.date.fromisoformat(gegeven) if gegeven else d.vandaag()


def kennisregio(tracker: Tracker, d: Diensten) -> RegioId | None:
    """Region for a knowledge question: the setting of the user, else that of the youth under discussion."""
    gemeente = tracker.get_slot("gemeente")
    return tracker.get_slot("regio") or (d.kennis.regio_van(gemeente) if gemeente else None)


def gewist() -> list[EventType]:
    """Forgets the youth, keeps region and knowledge."""
    return [SlotSet(n, None) for n in (*VELDEN, *BIJ, "requested_slot")]


def _als_bewijs(gelezen: Gelezen) -> dict[str, Any]:
    return {
        "veld": gelezen.veld,
        "waarde": gelezen.waarde,
        "fragment": gelezen.fragment,
        "oordeel": gelezen.oordeel,
        "begin": gelezen.begin,
        "eind": gelezen.eind,
    }
