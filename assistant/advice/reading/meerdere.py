"""Two youths in one story: where the second one comes in."""

from __future__ import annotations

from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.woordenschat import kaal, lijst, verband

#: With how many words before it another pupil may be announced.
_AANLOOP = 2


def tweede_jongere(verhaal: Verhaal) -> int | None:
    """The word with which a second youth enters, 0 when the text starts with two; ``None`` when there is one."""
    normen = [w.norm for w in verhaal.woorden]
    for zin in lijst("personen")["meer_jongeren"]:
        rij = [kaal(w) for w in str(zin).split()]
        for nr in range(len(normen) - len(rij) + 1):
            if normen[nr : nr + len(rij)] == rij and not (
                _opent_ermee(verhaal, nr) or _erbij(verhaal, nr) or _vergist(verhaal, nr, nr + len(rij))
            ):
                return nr if rij[0] in ("nog", "een", "andere", "tweede", "de") else 0
    return _nog_een_met_leeftijd(normen)


def _erbij(verhaal: Verhaal, nr: int) -> bool:
    """ "ruzie met een andere leerling", "zijn plek is aan een andere leerling gegeven": somebody in the same story."""
    return verhaal.norm(verhaal.voor(nr)) in verband("betrokken_bij") or verhaal.norm(nr - 1) in verband(
        "betrokken_bij"
    )


def _vergist(verhaal: Verhaal, nr: int, tot: int) -> bool:
    """ "... maar dat was een ander meisje": named to say that the story is not about that one."""
    return any(van <= nr and tot <= einde for van, einde in verhaal.signalen.get("was_iemand_anders", ()))


def _opent_ermee(verhaal: Verhaal, nr: int) -> bool:
    """ "Nu een andere leerling. Pro, 17": nothing was told of anybody before, so this is who it is about."""
    verteld = any(v.van < nr for v in verhaal.vermeldingen) or any(w.soort == "getal" for w in verhaal.woorden[:nr])
    return 0 < nr <= _AANLOOP and not verteld


def begin_van_verhaal(verhaal: Verhaal) -> int:
    """ "twee weken terug belde ik over een meisje. Nu gaat het om ...": the word where the present story begins."""
    for plek in verhaal.signalen.get("nu_over", ()):
        zin, _ = verhaal.indeling.zinsgrenzen(plek[0])
        if verhaal.sein("eerder_over", 0, plek[0]) and zin:
            return zin
    return 0


def terzijde(verhaal: Verhaal) -> tuple[int, int]:
    """ "De oudste is 21, daar gaat het niet over. Het gaat over de jongste: ...": the words about who it is not about."""
    for plek in verhaal.sein("niet_over", 0, len(verhaal.woorden)):
        zin, einde = verhaal.indeling.zinsgrenzen(plek)
        if plek - zin <= _AANLOOP and zin:  # a sentence of its own, about the one before it
            zin, _ = verhaal.indeling.zinsgrenzen(zin - 1)
        if verhaal.sein("gaat_om", einde, len(verhaal.woorden)):
            return zin, einde
    return 0, 0


def _nog_een_met_leeftijd(normen: list[str]) -> int | None:
    """ "jongen van 16 ... en een meisje van 17": a second person word followed by an age."""
    personen = [nr for nr, n in enumerate(normen) if n in ("jongen", "meisje") and normen[nr + 1 : nr + 2] == ["van"]]
    if len(personen) > 1 and normen[personen[0]] != normen[personen[1]]:
        return personen[1]
    return None
