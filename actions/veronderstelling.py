"""A supposition as a plain sentence: Dutch puts the verb of "als hij toch naar school wil" last, facts have it second."""

from __future__ import annotations

from typing import Final

from assistant.advice.reading.tekst import is_persoonsvorm

_ONDERWERP: Final = frozenset("hij ze zij ie het die deze".split())
_LIDWOORD: Final = frozenset("de een deze die zijn haar mijn onze dit".split())
#: Forms that can close a clause without being its finite verb, and look like one.
_GEEN_VERB: Final = frozenset("niet wat dat het uit naart met".split())


def hoofdzin(bijzin: str) -> str:
    """ "hij toch naar school wil" becomes "hij wil toch naar school"; a sentence with its verb in place stays as it is."""
    woorden = bijzin.split()
    onderwerp = _lengte_onderwerp(woorden)
    if not onderwerp or len(woorden) <= onderwerp + 1 or is_persoonsvorm(woorden[onderwerp].lower()):
        return bijzin
    laatste = woorden[-1].lower()
    if laatste in _GEEN_VERB or not is_persoonsvorm(laatste):
        return bijzin
    return " ".join([*woorden[:onderwerp], woorden[-1], *woorden[onderwerp:-1]])


def _lengte_onderwerp(woorden: list[str]) -> int:
    """How many words the subject takes: "hij", "de jongen"; none when the text starts with something else."""
    if woorden and woorden[0].lower() in _ONDERWERP:
        return 1
    return 2 if len(woorden) > 2 and woorden[0].lower() in _LIDWOORD else 0
