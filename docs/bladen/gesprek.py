"""gesprek.md: intents, slots, forms and actions, from domain.yml, the training data and the actions themselves."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any, Final

import yaml
from rasa_sdk import Action

import actions
from assistant.advice.kenmerken import LIJSTEN, WAARDEN
from docs.bladen.opmaak import WORTEL, code, codes, eerste_zin, tabel
from knowledge.rulefiles import lees_regels

_KOP = """# The conversation: intents, slots, forms and actions

Rasa decides what kind of turn a message is; which answer follows is never a matter of training. Slots are filled by
reading the text, never by guessing.
"""

#: What the conversation remembers beside the facts about the youth.
GEHEUGEN: Final = {
    "bewijs": "the words each fact came from",
    "niet_bekend": "facts that were asked and not known, so that they are not asked again",
    "twijfel": "facts that the text contradicts; they count as unknown",
    "opmerkingen": "remarks of the reading, such as a place that was taken for the home",
    "mogelijk": "facts that were narrowed, not named: 'vmbo' is one of five school types",
    "open_vraag": "the fact that was asked last",
    "gesteld": "what was last supposed, for 'wie bel ik dan?'",
    "laatste_route": "the last advice, to tell what a change brought about",
    "laatste_kennis": "the last knowledge answer, for 'en in de Achterhoek?'",
    "peildatum": "date of assessment",
    "regio": "region of the user",
    "regiokeuze": "the region that the user said to work in, and the setting of the door at that time",
}


class SlotZonderUitleg(LookupError):
    """A slot of the domain is not described."""

    def __init__(self, slot: str) -> None:
        super().__init__(f"slot '{slot}' has no meaning yet; add it to GEHEUGEN in docs/bladen/gesprek.py")


def domein() -> dict[str, Any]:
    """The domain of the conversation."""
    inhoud: dict[str, Any] = _lees("domain.yml")
    return inhoud


def blad() -> str:
    """The page."""
    d = domein()
    formulieren = [(code(naam), "dynamic: the one fact that can still change the outcome") for naam in d["forms"]]
    return "\n\n".join(
        [
            _KOP.strip(),
            "## Intents", tabel(("intent", "for example", "first action"), _intents(d)),
            "## Slots", tabel(("slot", "meaning", "values"), (slotregel(s) for s in d["slots"])),
            "## Forms", tabel(("form", "required slots"), formulieren),
            "## Actions", tabel(("action", "module", "what it does"), _acties(d)),
        ]
    )  # fmt: skip


def _lees(pad: str) -> Any:
    return yaml.safe_load((WORTEL / pad).read_text(encoding="utf-8"))


def _intents(d: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    voorbeelden = dict(_voorbeelden())
    acties = {stappen[0]["intent"]: stappen[1]["action"] for stappen in _regels() if "intent" in stappen[0]}
    for intent in d["intents"]:
        yield code(intent), voorbeelden.get(intent, ""), code(acties.get(intent, ""))


def _voorbeelden() -> Iterator[tuple[str, str]]:
    for pad in sorted((WORTEL / "data" / "nlu").glob("*.yml")):
        for groep in yaml.safe_load(pad.read_text(encoding="utf-8"))["nlu"]:
            if "intent" in groep:
                yield groep["intent"], groep["examples"].split("\n")[0].removeprefix("- ")


def _regels() -> Iterator[list[dict[str, Any]]]:
    """The rules without a condition: a turn outside a form."""
    for pad in sorted((WORTEL / "data" / "rules").glob("*.yml")):
        for regel in yaml.safe_load(pad.read_text(encoding="utf-8"))["rules"]:
            if "condition" not in regel:
                yield regel["steps"]


def slotregel(naam: str) -> tuple[str, str, str]:
    """A slot with its meaning and values; an undescribed one is an error."""
    labels = {v.veld: v.label for v in lees_regels().vragen}
    if naam in GEHEUGEN:
        return code(naam), GEHEUGEN[naam], ""
    waarden = (*WAARDEN.get(naam, ()), *LIJSTEN.get(naam, ()))
    if naam not in labels and not waarden:
        raise SlotZonderUitleg(naam)
    return code(naam), labels.get(naam, naam.replace("_", " ")), codes(waarden)


def _acties(d: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    klassen = {klasse().name(): klasse for klasse in _onderklassen(Action)}
    for naam in d["actions"]:
        klasse = klassen.get(naam)
        uitleg = eerste_zin(inspect.getdoc(klasse)) if klasse else ""
        yield code(naam), code(klasse.__module__) if klasse else "", uitleg


def _onderklassen(klasse: type[Action]) -> Iterator[type[Action]]:
    for module in pkgutil.iter_modules(actions.__path__):
        importlib.import_module(f"actions.{module.name}")
    for onder in klasse.__subclasses__():
        if onder.__module__.startswith("actions."):
            yield onder
            yield from _onderklassen(onder)
