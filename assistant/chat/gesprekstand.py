"""Where a conversation stands, as the weighing of the next turn needs it."""

from __future__ import annotations

from typing import Any, Final

from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.advice.kenmerken import LIJSTEN, WAARDEN

_OVER_KENNIS: Final = frozenset({"action_kennisvraag", "action_buiten_bereik", "action_terugval"})
_OVER_JONGERE: Final = frozenset(
    {"route_form", "jikp_toets_form", "action_advies", "action_toets", "action_waarom", "action_wat_als", "action_contact",
     "action_start_advies"}
)  # fmt: skip

_DOELEN: Final = {
    "jikp_toets_form": "toets", "action_toets": "toets", "route_form": "route", "action_advies": "route",
}  # fmt: skip


def stand_van(tracker: DialogueStateTracker) -> dict[str, Any]:
    """What was asked, what the last turn was about, and what is known."""
    jongere = {v: w for v in ("leeftijd", "gemeente", *WAARDEN, *LIJSTEN) if (w := tracker.get_slot(v)) is not None}
    return {
        "gevraagd": tracker.get_slot("requested_slot") or tracker.get_slot("open_vraag"),
        "laatste": _laatste(tracker),
        "doel": _doel(tracker),
        "bezig": tracker.active_loop_name is not None,
        "jongere": jongere,
        "kennis": tracker.get_slot("laatste_kennis"),
        "regio": tracker.get_slot("regio"),
        "route": (tracker.get_slot("laatste_route") or {}).get("route"),
    }


def _laatste(tracker: DialogueStateTracker) -> str | None:
    """What the last turn was about: a question answered in the middle, also when the open one was asked again after it."""
    laatste = None
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered) and laatste:
            break
        if isinstance(event, ActionExecuted):
            if event.action_name in _OVER_KENNIS:
                return "kennis"
            if event.action_name in _OVER_JONGERE:
                laatste = "jongere"
    return laatste


def _doel(tracker: DialogueStateTracker) -> str | None:
    """What the conversation about the youth was after: the check or the route."""
    gedaan = (e.action_name for e in reversed(tracker.events) if isinstance(e, ActionExecuted))
    return next((_DOELEN[naam] for naam in gedaan if naam in _DOELEN), None)
