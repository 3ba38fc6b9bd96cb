"""Figures are data: one table of observations, questions in any wording, answers with their source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from knowledge.figures.answer import Antwoorder
from knowledge.figures.places import Gebieden
from knowledge.figures.question import Cijfervraag
from knowledge.figures.reading import Lezer
from knowledge.figures.refusal import Cijferantwoord
from knowledge.figures.table import Tabel
from knowledge.figures.vocabulary import woordenboek
from knowledge.model import Document, Indicator, Observatie, Regio

__all__ = ["Cijferantwoord", "Cijfers", "Cijfervraag"]


class Cijfers:
    """The figures of the knowledge base: reads questions and answers them."""

    def __init__(
        self,
        observaties: Iterable[Observatie],
        indicatoren: Iterable[Indicator],
        regios: Iterable[Regio],
        documenten: Iterable[Document],
        vandaag: Callable[[], dt.date] = dt.date.today,
    ) -> None:
        bekend = {d.id for d in documenten}
        alle = [o for o in observaties if all(b.document in bekend for b in o.bronnen)]
        tabel, boek = Tabel(alle, indicatoren), woordenboek()
        namen = sorted({(o.gebied, o.regio, o.gebiedsoort) for o in alle if o.gebiedsoort in ("gemeente", "subregio")})
        gebieden = Gebieden(regios, namen, boek.andere_gebieden)
        self._boek = boek
        self._naam = {i.id: i.naam for i in tabel.indicatoren.values()}
        self._lezer = Lezer(tabel, gebieden, boek, vandaag)
        self._antwoorder = Antwoorder(tabel, gebieden, boek)

    def lees(self, vraag: str, regio: str | None = None, vorige: Cijfervraag | None = None) -> Cijfervraag | None:
        """The figure that a text asks for; none when it does not ask for one.

        ``vorige`` is the question before: what a follow-up does not name, it takes from there.
        """
        return self._lezer.lees(vraag, regio, vorige)

    def beantwoord(self, vraag: Cijfervraag) -> Cijferantwoord:
        """The answer, with sources; ``gevonden`` is false when the source does not tell it."""
        return self._antwoorder.beantwoord(vraag)

    def onderwerp(self, vraag: Cijfervraag) -> str:
        """What a figure was asked of, in words: the level, type or subject that it was narrowed down to."""
        return " ".join(self.delen(vraag))

    def delen(self, vraag: Cijfervraag) -> list[str]:
        """The same, one by one."""
        return [self._boek.naam(sleutel, waarde) for sleutel, waarde in vraag.uitsplitsing]

    def maat(self, vraag: Cijfervraag) -> str:
        """What a figure counts or measures, by the name of its indicator."""
        return next((self._naam[i] for i in vraag.indicatoren if i in self._naam), "")
