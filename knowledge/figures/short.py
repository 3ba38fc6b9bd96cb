"""Follow-ups of a word or two, written out: 'en 3' after 'niveau 2', 'en b' after 'budget a', 'en werk' after a share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.figures.table import Paar
from knowledge.figures.vocabulary import Woordenboek, woorden

_AANLOOP = frozenset({"en", "of", "maar", "dan", "die", "van", "bij", "op", "niveau", "maatregel", "budget", "mbo"})
_MEEST = 2


def uitgeschreven(tekst: str, eerder: Sequence[Paar], boek: Woordenboek) -> Iterator[str]:
    """Longer texts that a short one may stand for, the likeliest first."""
    los = [w for w in woorden(tekst) if w not in _AANLOOP]
    if len(los) == 1 and (vol := _ander_deel(los[0], eerder, boek)):
        yield f"en {vol}"
    if 0 < len(los) <= _MEEST and tekst.lower().startswith(("en ", "of ")):
        yield f"en voor {' '.join(los)}"


def _ander_deel(woord: str, eerder: Sequence[Paar], boek: Woordenboek) -> str | None:
    """The name of another part that differs only in its last word from a name of the part before."""
    for sleutel, waarde in eerder:
        bekend = boek.uitsplitsingen.get((sleutel, waarde))
        for naam in bekend.woorden if bekend else ():
            nieuw = " ".join([*naam.split()[:-1], woord])
            anders = (d for (s, w), d in boek.uitsplitsingen.items() if s == sleutel and w != waarde)
            if " " in naam and any(nieuw in d.woorden for d in anders):
                return nieuw
    return None
