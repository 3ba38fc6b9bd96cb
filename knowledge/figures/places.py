"""Areas that a question names: regions, municipalities, and places that lie in one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rapidfuzz import fuzz, process

from knowledge.figures.vocabulary import woorden
from knowledge.model import REGIOS, Regio
from knowledge.text import gewoon_woord

_VOOR_PLAATS = frozenset({"in", "uit", "te", "van", "gemeente", "voor", "dan", "en", "of", "bij", "rond"})
_VOOR_ONBEKEND = frozenset({"in", "gemeente", "te"})
_MAANDEN = frozenset("januari februari maart april mei juni juli augustus september oktober november december".split())
_GELIJKENIS = 86
_GELIJKENIS_LANG = 90
_GELIJKENIS_BEKEND = 93
_MIN_LENGTE = 5
_MIN_LENGTE_PLAATS = 8
_MIN_LENGTE_BEGIN = 7

IsWoord = Callable[[str], bool]


class Gebieden:
    """Every name by which an area is known, with the region it belongs to."""

    def __init__(
        self, regios: Iterable[Regio], namen: Iterable[tuple[str, str, str]], elders: Iterable[str] = ()
    ) -> None:
        """``namen`` are areas in the figures themselves, with their region and what kind of area they are.

        ``elders`` are areas that the sources do not treat, known so that another area's figure is not given.
        """
        self._gebied: dict[tuple[str, ...], str] = {}
        self._plaats: dict[tuple[str, ...], str] = {}
        self._regio_van: dict[str, str] = {r: r for r in REGIOS}
        self._naam: dict[str, str] = {}
        namen = list(namen)
        for naam, regio, _ in namen:
            self._voeg_toe(naam, naam, regio)
        regios = list(regios)
        for regio_ in regios:
            for gemeente in regio_.gemeenten:
                for naam in (gemeente.naam, *gemeente.synoniemen):
                    self._voeg_toe(naam, gemeente.naam, regio_.id)
                    self._voeg_toe(f"gemeente {naam}", gemeente.naam, regio_.id)
                if gemeente.naam in regio_.naam.split() and "-" not in gemeente.naam:
                    self._voeg_toe(gemeente.naam, regio_.id, regio_.id)
                for plaats in gemeente.woonplaatsen:
                    for naam in (plaats.naam, *plaats.synoniemen):
                        self._plaats.setdefault(tuple(woorden(naam)), gemeente.naam)
        for regio_ in regios:
            self._naam[regio_.id] = regio_.naam
            for naam in (regio_.id, regio_.naam, *regio_.synoniemen):
                self._voeg_toe(naam, regio_.id, regio_.id)
        for naam, regio, soort in namen:
            if soort == "subregio":
                self._voeg_toe(naam, naam, regio)
                for deel in naam.split("-"):  # 'Peelland', where 'Helmond' stays the municipality
                    self._gebied.setdefault(tuple(woorden(deel)), naam)
                    for vorm in (f"subregio {deel}", f"{deel} subregio", f"{deel}se subregio"):
                        self._gebied.setdefault(tuple(woorden(vorm)), naam)
        for naam in elders:
            self._gebied.setdefault(tuple(woorden(naam)), naam.title())
        self._lang = {" ".join(s): g for s, g in (self._plaats | self._gebied).items() if len(s) > 1}
        self._enkel = {s[0]: g for s, g in self._plaats.items() if len(s) == 1 and len(s[0]) >= _MIN_LENGTE_PLAATS}
        self._enkel |= {s[0]: g for s, g in self._gebied.items() if len(s) == 1 and len(s[0]) >= _MIN_LENGTE}

    def _voeg_toe(self, naam: str, gebied: str, regio: str) -> None:
        self._gebied[tuple(woorden(naam))] = gebied
        self._regio_van.setdefault(gebied, regio)

    def regio_van(self, gebied: str) -> str | None:
        """The region of an area; none for the whole country."""
        return self._regio_van.get(gebied)

    def is_regio(self, gebied: str) -> bool:
        """Whether the area is one of the four regions."""
        return gebied in REGIOS

    def naam(self, gebied: str) -> str:
        """How an area is called."""
        return self._naam.get(gebied, gebied)

    def lees(
        self, tekst: list[str], bekend: IsWoord, precies: IsWoord, gewoon: IsWoord
    ) -> tuple[dict[str, tuple[str, ...]], list[str]]:
        """Areas in a list of words, each with the words that name it, and the words that are left.

        A ``precies`` word is a known one as it is spelled and is never read as a misspelled name.  A ``bekend``
        word may be a misspelled known one; it is no hamlet, and a municipality only when it is much like its name.
        A ``gewoon`` word, such as 'best', is a municipality only after 'in', 'uit' and the like.
        """
        gevonden: dict[str, tuple[str, ...]] = {}
        rest: list[str] = []
        plek = 0
        while plek < len(tekst):
            gebied, lengte = self._op(tekst, plek, bekend, precies, gewoon)
            if gebied:
                gevonden.setdefault(gebied, tuple(tekst[plek : plek + lengte]))
            else:
                rest.append(tekst[plek])
            plek += lengte
        return gevonden, rest

    def _op(
        self, tekst: list[str], plek: int, bekend: IsWoord, precies: IsWoord, gewoon: IsWoord
    ) -> tuple[str | None, int]:
        for lengte in range(min(5, len(tekst) - plek), 0, -1):
            woordreeks = tuple(tekst[plek : plek + lengte])
            voorzetsel = plek > 0 and tekst[plek - 1] in _VOOR_PLAATS
            if woordreeks in self._gebied and (lengte > 1 or voorzetsel or not gewoon(woordreeks[0])):
                return self._gebied[woordreeks], lengte
            if (
                woordreeks in self._plaats
                and (voorzetsel or len("".join(woordreeks)) > _MIN_LENGTE)
                and not bekend(woordreeks[-1])
            ):
                return self._plaats[woordreeks], lengte
        for lengte in range(min(3, len(tekst) - plek), 1, -1):
            if gebied := self._lang_verschreven(tekst[plek : plek + lengte], bekend):
                return gebied, lengte
        if bijvoeglijk := self._bijvoeglijk(tekst[plek], precies):
            return bijvoeglijk, 1
        return self._verschreven(tekst[plek], bekend, precies) or self._onbekend(tekst, plek, bekend), 1

    def _bijvoeglijk(self, woord: str, precies: IsWoord) -> str | None:
        """The area of an adjective: 'drutense', 'winterswijkse', 'assense'."""
        if not woord.endswith("se") or precies(woord):
            return None
        namen = (woord[:-2], woord[:-1], f"{woord[:-2]}en")
        return next((self._gebied[(n,)] for n in namen if (n,) in self._gebied), None)

    @staticmethod
    def _onbekend(tekst: list[str], plek: int, bekend: IsWoord) -> str | None:
        """A strange word after 'in' or 'gemeente': an area that the sources do not know; no 'te houden' or 'gemeente kende'."""
        woord, voor = tekst[plek], tekst[plek - 1] if plek else ""
        vreemd = len(woord) >= _MIN_LENGTE and woord.isalpha() and woord not in _MAANDEN and not bekend(woord)
        werkwoord = (voor == "te" and woord.endswith("en")) or (voor == "gemeente" and gewoon_woord(woord))
        return woord.capitalize() if vreemd and voor in _VOOR_ONBEKEND and not werkwoord else None

    def _lang_verschreven(self, reeks: list[str], bekend: IsWoord) -> str | None:
        """A misspelled name of more words, 'oude ijselstreek'; at least one word must be strange."""
        if all(bekend(w) for w in reeks) or min(map(len, reeks)) < 3:
            return None
        namen = self._lang.keys()
        beste = process.extractOne(" ".join(reeks), namen, scorer=fuzz.ratio, score_cutoff=_GELIJKENIS_LANG)
        return self._lang[beste[0]] if beste and len(beste[0].split()) == len(reeks) else None

    def _verschreven(self, woord: str, bekend: IsWoord, precies: IsWoord) -> str | None:
        if len(woord) < _MIN_LENGTE or precies(woord):
            return None
        grens = _GELIJKENIS_BEKEND if bekend(woord) else _GELIJKENIS
        beste = process.extractOne(woord, self._enkel.keys(), scorer=fuzz.ratio, score_cutoff=grens)
        if beste:
            return self._enkel[beste[0]] if beste[0][0] == woord[0] else None
        if len(woord) < _MIN_LENGTE_BEGIN or bekend(woord):
            return None
        begin = {g for (naam, *_), g in self._gebied.items() if naam.startswith(woord)}
        return begin.pop() if len(begin) == 1 else None
