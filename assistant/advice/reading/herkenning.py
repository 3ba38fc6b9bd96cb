"""Finding concepts and signal words in a text with spaCy's matchers."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from assistant.advice.reading.losniveau import is_mbo, losse_niveaus
from assistant.advice.reading.tekst import Indeling, Woord, deel_in, scheiding
from assistant.advice.reading.werkplek import is_werkplek
from assistant.advice.reading.woordenschat import (
    GAT,
    GETAL,
    GROOT,
    Begrip,
    begrippen,
    getalwoorden,
    lijst,
    signalen,
    vulwoorden,
)

_MAX_GAT = 3
_OPENINGEN = frozenset({GAT, GETAL, GROOT})
_KORTE_TUSSENZIN = 8
#: Verbs that start something new; no gap reaches across them.
_GAAT_VERDER = ["gaat", "gaan", "wil", "willen", "wilde", "stroomt", "zoekt"]
#: Signs that may stand inside an expression: "profiel: arbeid", "gl/tl".
_DOORZICHTIG = frozenset({":", "/"})
#: A workplace or occupation; only in the light of a verb does it say anything.
WERKPLEK = Begrip("werkplek", "werkplek", kenmerken={"naast_doel": True})
_GETALLEN = [*map(str, range(3000)), *getalwoorden("kleine", "telwoorden")]


@dataclass(frozen=True, slots=True)
class Vermelding:
    """A concept found in words ``van`` up to ``tot``."""

    begrip: Begrip
    van: int
    tot: int


@dataclass(frozen=True)
class Verhaal:
    """A text with everything found in it."""

    tekst: str
    woorden: tuple[Woord, ...]
    indeling: Indeling
    vermeldingen: tuple[Vermelding, ...]
    signalen: Mapping[str, tuple[tuple[int, int], ...]]

    def fragment(self, van: int, tot: int) -> tuple[str, int, int]:
        """The original words with their character offsets."""
        begin, eind = self.woorden[van].begin, self.woorden[max(van, tot - 1)].eind
        return self.tekst[begin:eind], begin, eind

    def sein(self, naam: str, van: int, tot: int) -> list[int]:
        """Where signal ``naam`` stands completely within words ``van`` up to ``tot``."""
        return [a for a, _ in self._delen(naam, van, tot)]

    def _delen(self, naam: str, van: int, tot: int) -> Iterator[tuple[int, int]]:
        """The places of a signal; "graag denk ik met jullie mee" is no doubt."""
        schijn = self.signalen.get(f"schijnbaar_{naam}", ())
        delen = ((a, b) for a, b in self.signalen.get(naam, ()) if van <= a and b <= tot)
        return ((a, b) for a, b in delen if not any(begin <= a and b <= einde for begin, einde in schijn))

    def laatste(self, naam: str, van: int, tot: int) -> tuple[int, int]:
        """End and length of the last signal ``naam`` within words ``van`` up to ``tot``; (-1, 0) without one."""
        return max(((b, b - a) for a, b in self._delen(naam, van, tot)), default=(-1, 0))

    def van_soort(self, *soorten: str) -> Iterator[Vermelding]:
        """Mentions of the given kinds, in the order of the text."""
        return (v for v in self.vermeldingen if v.begrip.soort in soorten)

    def tussen(self, van: int, tot: int) -> set[str]:
        """The corrected words from ``van`` up to ``tot``, without order."""
        return {w.norm for w in self.woorden[max(0, van) : max(0, tot)]}

    def norm(self, nr: int) -> str:
        """The corrected word at ``nr``; empty outside the text."""
        return self.woorden[nr].norm if 0 <= nr < len(self.woorden) else ""

    def voor(self, van: int) -> int:
        """Where the word before ``van`` stands, an article apart: "bij" in "bij het mbo"."""
        return van - (2 if self.norm(van - 1) in lijst("zinnen")["lidwoorden"] else 1)


class Zoeker:
    """Rows of words, found in a ``Doc``: fixed rows by phrase, rows with a gap or number by pattern."""

    def __init__(self, vocab: Vocab, patronen: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        self._vast = PhraseMatcher(vocab, attr="NORM")
        self._open: dict[str, Matcher] = {}
        vast: dict[str, list[Doc]] = {}
        los: list[tuple[str, tuple[str, ...]]] = []
        for sleutel, rij in patronen:
            if _OPENINGEN & set(rij):
                los.append((sleutel, rij))
            else:
                vast.setdefault(sleutel, []).append(Doc(vocab, words=list(rij)))
        for sleutel, docs in vast.items():
            self._vast.add(sleutel, docs)
        self._verdeel(vocab, los)

    def _verdeel(self, vocab: Vocab, los: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        """The rows with something open, each under the word of it that the fewest rows have: without that it cannot match.

        One matcher for them all tries every row at every word, which took most of the time of reading.
        """
        keren = Counter(w for _, rij in los for w in set(rij))
        per_woord: dict[str, dict[str, list[list[dict[str, Any]]]]] = {}
        for sleutel, rij in los:
            zeldzaamst = min((w for w in rij if w not in _OPENINGEN), key=lambda w: (keren[w], w))
            stappen = [d for w in rij for d in _stap(w)]
            per_woord.setdefault(zeldzaamst, {}).setdefault(sleutel, []).append(stappen)
        for woord, rijen in per_woord.items():
            self._open[woord] = Matcher(vocab)
            for sleutel, alle in rijen.items():
                self._open[woord].add(sleutel, alle)

    def __call__(self, doc: Doc) -> Iterator[tuple[str, int, int]]:
        """Key, first word and end of every row found."""
        woorden = dict.fromkeys(t.norm_ for t in doc)
        open_ = (self._open[w](doc) for w in woorden if w in self._open)
        vast = self._vast(doc) if len(self._vast) else ()
        for sleutel, van, tot in itertools.chain(vast, *open_):
            yield doc.vocab.strings[sleutel], van, tot


def _stap(woord: str) -> list[dict[str, Any]]:
    if woord == GETAL:
        return [{"NORM": {"IN": _GETALLEN}}]
    if woord == GROOT:
        return [{"TEXT": {"REGEX": r"^\d{4,6}$"}}]
    if woord == GAT:
        return [{"OP": "?", "NORM": {"NOT_IN": _GAAT_VERDER}}] * _MAX_GAT
    return [{"NORM": woord}]


class Herkenner:
    """Reads a text into a ``Verhaal`` with one spaCy pipeline."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._begrippen: Sequence[Begrip] = [b for b, _ in begrippen()]
        genummerd = [(str(nr), b, rij) for nr, (b, rijen) in enumerate(begrippen()) for rij in rijen]
        self._zoek_kern = Zoeker(nlp.vocab, ((nr, rij) for nr, b, rij in genummerd if not b.heeft("vol")))
        self._zoek_vol = Zoeker(nlp.vocab, ((nr, rij) for nr, b, rij in genummerd if b.heeft("vol")))
        self._zoek_sein = Zoeker(nlp.vocab, ((naam, rij) for naam, rijen in signalen().items() for rij in rijen))

    def __call__(self, tekst: str) -> Verhaal:
        """The text with its words, clauses, mentions and signals."""
        doc = self._nlp(tekst)
        rij: tuple[Woord, ...] = doc.user_data["woorden"]
        indeling = deel_in(rij)
        seinen: dict[str, list[tuple[int, int]]] = {}
        for naam, van, tot in self._zoek_sein(doc):
            if indeling.zinsgrenzen(van) == indeling.zinsgrenzen(tot - 1):
                seinen.setdefault(naam, []).append((van, tot))
        vermeldingen = _met_losse_niveaus(rij, indeling, _langste(self._vermeldingen(doc, rij)))
        return Verhaal(tekst, rij, indeling, vermeldingen, {n: tuple(sorted(s)) for n, s in seinen.items()})

    def _vermeldingen(self, doc: Doc, rij: Sequence[Woord]) -> Iterator[Vermelding]:
        blijft = [nr for nr, w in enumerate(rij) if w.norm not in vulwoorden() and w.norm not in _DOORZICHTIG]
        haakjes = _tussen_haakjes(rij)
        yield from self._in_kern(doc.vocab, rij, blijft)
        if haakjes:
            yield from self._in_kern(doc.vocab, rij, [nr for nr in blijft if nr not in haakjes])
        yield from (Vermelding(WERKPLEK, nr, nr + 1) for nr, w in enumerate(rij) if is_werkplek(w.norm))
        for sleutel, van, tot in self._zoek_vol(doc):
            yield Vermelding(self._begrippen[int(sleutel)], van, tot)

    def _in_kern(self, vocab: Vocab, rij: Sequence[Woord], blijft: Sequence[int]) -> Iterator[Vermelding]:
        kern = Doc(vocab, words=[rij[nr].norm for nr in blijft])
        for sleutel, van, tot in self._zoek_kern(kern):
            if not any(rij[nr].norm in scheiding() for nr in blijft[van:tot]):
                yield Vermelding(self._begrippen[int(sleutel)], blijft[van], blijft[tot - 1] + 1)


def _met_losse_niveaus(
    rij: Sequence[Woord], indeling: Indeling, vermeldingen: tuple[Vermelding, ...]
) -> tuple[Vermelding, ...]:
    """The mentions with the levels that are called by a number alone."""
    bezet = frozenset(nr for v in vermeldingen for nr in range(v.van, v.tot))
    mbo = [v.van for v in vermeldingen if is_mbo(v.begrip)]
    los = [Vermelding(begrip, nr, nr + 1) for begrip, nr in losse_niveaus(rij, indeling, bezet, mbo)] if mbo else []
    return tuple(sorted((*vermeldingen, *los), key=lambda v: (v.van, v.tot)))


def _tussen_haakjes(rij: Sequence[Woord]) -> frozenset[int]:
    """The words of short asides, brackets included: an expression may run on around them."""
    weg: set[int] = set()
    open_: int | None = None
    for nr, woord in enumerate(rij):
        if woord.norm == "(":
            open_ = nr
        elif woord.norm == ")" and open_ is not None and nr - open_ <= _KORTE_TUSSENZIN:
            weg.update(range(open_, nr + 1))
            open_ = None
    return frozenset(weg)


def _langste(alle: Iterable[Vermelding]) -> tuple[Vermelding, ...]:
    """Within a layer the longest of overlapping mentions stays; concepts on the same words stay together."""
    gekozen: list[Vermelding] = []
    bezet: dict[tuple[str, int], tuple[int, int]] = {}
    uniek = {(id(v.begrip), v.van, v.tot): v for v in alle}
    for v in sorted(uniek.values(), key=lambda v: (v.van - v.tot, v.van)):
        plek, laag = (v.van, v.tot), v.begrip.laag
        lagen = ("school", "feit", "naast") if laag == "niets" else (laag,)
        if all(bezet.get((soort, nr), plek) == plek for nr in range(*plek) for soort in lagen):
            gekozen.append(v)
            bezet.update({(soort, nr): plek for nr in range(*plek) for soort in lagen})
    return tuple(v for v in sorted(gekozen, key=lambda v: (v.van, v.tot)) if v.begrip.soort != "niets")
