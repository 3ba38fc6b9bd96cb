"""Reading a message: which figures it asks for, whole, in parts, in a row or behind a run-up."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from knowledge.figures import framing, parts, short
from knowledge.figures.parsed import NAAST_STREVEN
from knowledge.figures.parsing import Ontleder
from knowledge.figures.places import Gebieden
from knowledge.figures.question import Cijfervraag
from knowledge.figures.single import Enkellezer
from knowledge.figures.table import LAND, Tabel
from knowledge.figures.vocabulary import Woordenboek
from knowledge.questions import kern, zonder_bepaald

_ZEKER = 0.7  # a whole text that is read this surely needs no shorter reading
#: A second part that borrows from the first: its verb ("..., en het deel dat werkt") or what is counted ("en wat is dat voor alles samen").
_LEUNT_OP_EERSTE = ("het deel", "het aandeel", "wat is dat", "hoeveel is dat", "hoe is dat", "hoe zit dat")
_DEEL_ZEKER = 0.6  # certainty that a part of a question needs to count as one
#: The part that was asked of before, pointed at: "zelfde niveau maar dan aan het werk".
_ZELFDE_DEEL = re.compile(
    r"(?i)\b(?:op |voor |bij )?(?:het |de |dat )?zelfde (?:niveau|groep|soort|schoolsoort|opleiding|onderwijs)\b(?:,? maar(?: dan)?)?"
)
_EN = re.compile(r"\s(?:en|plus|\+|&)\s")


class Lezer:
    """Reads a text as one question for a figure or as several."""

    def __init__(
        self, tabel: Tabel, gebieden: Gebieden, boek: Woordenboek, vandaag: Callable[[], dt.date] = dt.date.today
    ) -> None:
        self._tabel, self._boek = tabel, boek
        self._ontleder = Ontleder(tabel, gebieden, boek, vandaag)
        self._enkel = Enkellezer(tabel, gebieden, boek, self._ontleder)

    def lees(self, vraag: str, regio: str | None, vorige: Cijfervraag | None) -> Cijfervraag | None:
        """The figure that a text asks for, or none when it asks for something else.

        A second figure in the same text goes along in ``ook``.
        """
        vraag = self._met_laatste_plaats(vraag, regio)
        heel = self._zonder_aanloop(
            vraag, regio, self._met_tweede(vraag, self._een_of_uitgeschreven(vraag, regio, vorige)), vorige
        )
        delen = parts.deelvragen(vraag, self._boek)
        if len(delen) < 2 or (heel and heel.vergelijking):
            return heel
        gelezen: list[Cijfervraag] = []
        for deel in delen:
            eerder = gelezen[-1] if gelezen else None
            verder = f"en {deel}" if eerder and deel.lower().startswith(_LEUNT_OP_EERSTE) else deel
            erft = eerder.uitsplitsing if eerder else ()
            teksten = [zonder_bepaald(verder), verder] if erft else [verder]
            lezingen = [
                self._enkel.lees(t, regio, eerder or vorige, erft)
                for tekst in dict.fromkeys(teksten)
                for t in parts.zonder_inleiding(tekst)
            ]
            zeker = [v for v in lezingen if v and v.zekerheid >= _DEEL_ZEKER]
            zelfde = [v for v in zeker if v.zelfde_cijfer(zeker[0])]  # a run-up makes no figure less sure
            nieuw = max(zelfde, key=lambda v: v.zekerheid, default=None)
            if nieuw and not any(nieuw.zelfde_cijfer(g) for g in gelezen):
                gelezen.append(nieuw)
        eigen_eenheid = any(self._boek.eenheidswoorden & set(self._boek.stammen(deel)) for deel in delen[1:])
        wijst = any(zonder_bepaald(deel) != deel for deel in delen[1:])
        if len(gelezen) < 2 or (heel and not eigen_eenheid and not wijst and _omvat(heel, gelezen)):
            return heel
        return replace(gelezen[0], ook=tuple(gelezen[1:]))

    def _met_laatste_plaats(self, vraag: str, regio: str | None) -> str:
        """A question for "there" with the last of the places told of, when that says all: a student of X moves to Y."""
        if (delen := framing.vraag_daar(vraag)) is None or self._zegt_waar(delen[1], regio):
            return vraag
        plaatsen = self._ontleder.plaatsen(delen[0])
        korter = framing.met_plaats(delen[1], plaatsen[-1]) if plaatsen else vraag
        zegt_wat = self._ontleder.ontleed(korter, regio).indicator is not None
        gelezen = self._enkel.lees(korter, regio, None) if zegt_wat else None
        return korter if gelezen and gelezen.zekerheid >= _ZEKER else vraag

    def _zonder_aanloop(
        self, vraag: str, regio: str | None, heel: Cijfervraag | None, vorige: Cijfervraag | None
    ) -> Cijfervraag | None:
        """A reading of the clause that asks, when what is told around it makes the whole doubtful."""
        if heel and heel.zekerheid >= _ZEKER:
            return heel
        if vorige and (begin := framing.voor_de_komma(vraag)) and (verder := self._enkel.lees(begin, regio, vorige)):
            return verder
        zinnen = dict.fromkeys([*framing.vraagzinnen(vraag, self._boek), *kern(vraag)])
        if not zinnen or (gelezen := self._ontleder.ontleed(vraag, regio)).geen_cijfer:
            return heel
        plaatsen = [" ".join(w) for w in gelezen.gebieden.values()]
        kader = {z: [*([] if self._zegt_waar(z, regio) else plaatsen), *gelezen.jaren] for z in zinnen}
        # "Uitval op havo stelt niks voor. Hoeveel waren het?" asks of the kind of school that was told of.
        soort = tuple(paar for paar in gelezen.uitsplitsing if paar[0] == "onderwijs")
        delen = {z: soort if self._ontleder.ontleed(z, regio).wijst_terug else () for z in zinnen}
        lezingen = (self._enkel.lees(framing.met_kader(z, kader[z]), regio, None, delen[z]) for z in zinnen)
        korter = [k for k in lezingen if k]
        if len(zinnen) == 1 and korter and self._zegt_waar(next(iter(zinnen)), regio):
            return korter[0]
        return max([*([heel] if heel else []), *korter], key=lambda v: v.zekerheid, default=None)

    def _zegt_waar(self, zin: str, regio: str | None) -> bool:
        """Whether a clause says itself of which area it asks: "welk deel van onze studenten"."""
        gelezen = self._ontleder.ontleed(zin, regio)
        return gelezen.eigen or bool(gelezen.gebieden)

    def _een_of_uitgeschreven(self, vraag: str, regio: str | None, vorige: Cijfervraag | None) -> Cijfervraag | None:
        """One figure; a follow-up of a word or two is read as what it stands for when it says nothing by itself."""
        if vorige and vorige.uitsplitsing and _ZELFDE_DEEL.search(vraag):
            return self._enkel.lees(f"en {_ZELFDE_DEEL.sub(' ', vraag)}", regio, vorige, vorige.uitsplitsing)
        gelezen = self._enkel.lees(vraag, regio, vorige)
        if gelezen is not None or vorige is None:
            return gelezen
        langer = short.uitgeschreven(vraag, vorige.uitsplitsing, self._boek)
        return next((v for t in langer if (v := self._enkel.lees(t, regio, vorige)) is not None), None)

    def _met_tweede(self, vraag: str, heel: Cijfervraag | None) -> Cijfervraag | None:
        """The question with a second indicator, or all of a row: 'terug naar school en werk'."""
        if heel and (rij := self._in_een_rij(vraag, heel)):
            een, *meer = (replace(heel, indicatoren=groep) for groep in rij)
            return replace(een, ook=tuple(meer))
        if heel is None or not _EN.search(vraag) or heel.vergelijking not in (None, NAAST_STREVEN):
            return heel
        if ander := self._andere_kant(vraag, heel):
            een = replace(heel, vergelijking=None)
            return replace(een, ook=(replace(een, indicatoren=ander),))
        if heel.vergelijking:
            return heel
        gelezen = self._ontleder.ontleed(vraag, heel.regio)
        plaatsen = {*heel.gebieden} or {heel.regio or LAND}
        tweede = self._ontleder.herkent.tweede(gelezen.kern, gelezen.onverklaard, plaatsen)
        if tweede is None or tweede in heel.indicatoren:
            return heel
        return replace(heel, ook=(replace(heel, indicatoren=self._tabel.groep(tweede)),))

    def _in_een_rij(self, vraag: str, heel: Cijfervraag) -> list[tuple[str, ...]]:
        """What three or more in a row name: "de streefcijfers voor nieuwe vsv, terug naar school en werk"."""
        rij: list[tuple[str, ...]] = []
        for stuk in parts.stukken(vraag) if heel.vergelijking is None and not heel.uitsplitsing else ():
            lezingen = (self._ontleder.ontleed(t, heel.regio) for t in (stuk, f"voor {stuk}"))
            gelezen = next((g for g in lezingen if g.indicator and g.score >= 1 and not g.uitsplitsing), None)
            groep = self._tabel.groep(gelezen.indicator) if gelezen and gelezen.indicator else ()
            if groep and not any(set(groep) & set(g) for g in rij):
                rij.append(groep)
            elif not groep and len(rij) < parts.RIJ:
                rij = []
        return rij if len(rij) >= parts.RIJ else []

    def _andere_kant(self, vraag: str, heel: Cijfervraag) -> tuple[str, ...]:
        """What the other side of one "en" names: "nieuwe vsv en terug naar school" are two figures of the same."""
        kanten = _EN.split(vraag)
        gelezen = [self._ontleder.ontleed(k, heel.regio) for k in kanten] if len(kanten) == 2 else []
        if not gelezen or not all(g.indicator and g.score >= 1 and not g.uitsplitsing for g in gelezen):
            return ()
        groepen = [self._tabel.groep(g.indicator) for g in gelezen if g.indicator]
        anders = [g for g in groepen if not set(g) & set(heel.indicatoren)]
        return anders[0] if len(anders) == 1 else ()


def _omvat(heel: Cijfervraag, delen: list[Cijfervraag]) -> bool:
    """Whether one reading already has every part: the same figure for each of the named levels or subjects."""
    sleutels = {sleutel for sleutel, _ in heel.uitsplitsing}
    genoemd = len(heel.uitsplitsing) >= len(delen) and len(sleutels) < len(heel.uitsplitsing)
    return genoemd and heel.indicatoren == delen[0].indicatoren
