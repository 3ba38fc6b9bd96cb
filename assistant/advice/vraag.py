"""The next question: the fact that settles most for the least effort, with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from assistant.advice.diagram import Maskers
from assistant.advice.kenmerken import LIJSTEN
from assistant.advice.model import Knop, Vraag
from assistant.advice.variabelen import LEEFTIJD, Variabelen
from assistant.advice.woorden import Woorden

#: How many facts are still open after an answer; 0 means settled.
Openstaand = Callable[[Maskers], int]
WEET_NIET = "weet ik niet"


class Vragensteller:
    """Chooses and words the next question."""

    def __init__(self, variabelen: Variabelen, klassen: Mapping[int, list[tuple[int, ...]]], woorden: Woorden) -> None:
        self._variabelen = variabelen
        self._klassen = klassen
        self._woorden = woorden

    def kies(self, velden: Sequence[str], maskers: Maskers, open_: Openstaand) -> str | None:
        """The field that leaves least open per effort; ``None`` when there is nothing to ask."""
        if len(velden) < 2:
            return velden[0] if velden else None
        nu = max(open_(maskers), 1)
        return max(velden, key=lambda veld: self._opbrengst(veld, maskers, open_, nu) / self._kosten(veld))

    def stel(self, veld: str, maskers: Maskers, aanleiding: str, reden: str = "") -> Vraag:
        """The question about a field; ``aanleiding`` says what still depends on it."""
        regel = self._woorden.vragen.get(veld)
        if regel is None:
            tekst, waarom, knoppen = f"Wat is {self._woorden.veld(veld)}?", "dit de uitkomst kan veranderen", []
        else:
            tekst, waarom, knoppen = regel.tekst, regel.reden, self._knoppen(veld, maskers)
        zin = f"nodig omdat {reden or waarom}"
        return Vraag(veld=veld, tekst=tekst, reden=f"{zin}; {aanleiding}" if aanleiding else zin, knoppen=knoppen)

    def _kosten(self, veld: str) -> float:
        regel = self._woorden.vragen.get(veld)
        return regel.kosten if regel else 3.0

    def _opbrengst(self, veld: str, maskers: Maskers, open_: Openstaand, nu: int) -> float:
        antwoorden = list(self._antwoorden(veld, maskers))
        aantal = sum(keer for _, keer in antwoorden)
        return sum(keer * (1 - open_(antwoord) / nu) for antwoord, keer in antwoorden) / aantal + 0.01

    def _antwoorden(self, veld: str, maskers: Maskers) -> Iterable[tuple[Maskers, int]]:
        """What would be known after each answer, and how many answers come down to that.

        Values that no rule tells apart are tried once; a list fact is tried as none, and as all of it.
        """
        delen = self._variabelen.van_veld(veld)
        if veld in LIJSTEN:
            yield from ((_met(maskers, dict.fromkeys(delen, bit)), 1) for bit in (1, 2))
            return
        for i in delen:
            for groep in self._klassen.get(i, ()):
                kan = [bit for bit in groep if maskers[i] >> bit & 1]
                if kan:
                    yield _met(maskers, {i: 1 << kan[0]}), len(kan)

    def _knoppen(self, veld: str, maskers: Maskers) -> list[Knop]:
        regel = self._woorden.vragen[veld]
        if regel.knoppen:
            keuzes: list[tuple[Any, str]] = [(k.waarde, k.tekst) for k in regel.knoppen]
        else:
            keuzes = [(w, t) for w, t in regel.waarden.items() if self._kan_nog(veld, w, maskers)]
        knoppen = [Knop(tekst=t, bericht=t, waarde=w) for w, t in keuzes]
        return [*knoppen, Knop(tekst=WEET_NIET, bericht=WEET_NIET, waarde="onbekend")] if knoppen else []

    def _kan_nog(self, veld: str, waarde: str, maskers: Maskers) -> bool:
        i = self._variabelen.index.get(veld)
        if i is None or veld == LEEFTIJD:
            return True
        return bool(maskers[i] & self._variabelen.masker(i, [waarde]))


def _met(maskers: Maskers, nieuw: dict[int, int]) -> Maskers:
    uit = list(maskers)
    for i, masker in nieuw.items():
        uit[i] = masker
    return tuple(uit)
