"""Finding concepts and signal words in a text with spaCy's matchers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from assistant.advice.reading.tekst import Indeling, Woord, deel_in
from assistant.advice.reading.woordenschat import GAT, GETAL, Begrip, begrippen, lijst, signalen, vulwoorden

_MAX_GAT = 3


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
        return [a for a, b in self.signalen.get(naam, ()) if van <= a and b <= tot]

    def van_soort(self, *soorten: str) -> Iterator[Vermelding]:
        """Mentions of the given kinds, in the order of the text."""
        return (v for v in self.vermeldingen if v.begrip.soort in soorten)

    def norm(self, nr: int) -> str:
        """The corrected word at ``nr``; empty outside the text."""
        return self.woorden[nr].norm if 0 <= nr < len(self.woorden) else ""


class Zoeker:
    """Rows of words, found in a ``Doc``: fixed rows by phrase, rows with a gap or number by pattern."""

    def __init__(self, vocab: Vocab, patronen: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        self._vast = PhraseMatcher(vocab, attr="NORM")
        self._open = Matcher(vocab)
        vast: dict[str, list[Doc]] = {}
        los: dict[str, list[list[dict[str, Any]]]] = {}
        for sleutel, rij in patronen:
            if GAT in rij or GETAL in rij:
                los.setdefault(sleutel, []).append([d for w in rij for d in _stap(w)])
            else:
                vast.setdefault(sleutel, []).append(Doc(vocab, words=list(rij)))
        for sleutel, docs in vast.items():
            self._vast.add(sleutel, docs)
        for sleutel, stappen in los.items():
            self._open.add(sleutel, stappen)

    def __call__(self, doc: Doc) -> Iterator[tuple[str, int, int]]:
        for zoeker in (self._vast, self._open):
            for sleutel, van, tot in zoeker(doc):
                yield doc.vocab.strings[sleutel], van, tot


def _stap(woord: str) -> list[dict[str, Any]]:
    if woord == GETAL:
        return [{"IS_DIGIT": True}]
    return [{"OP": "?"}] * _MAX_GAT if woord == GAT else [{"NORM": woord}]


class Herkenner:
    """Reads a text into a ``Verhaal`` with one spaCy pipeline."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._begrippen: Sequence[Begrip] = [b for b, _ in begrippen()]
        self._zoek_begrip = Zoeker(nlp.vocab, ((str(nr), rij) for nr, (_, rijen) in enumerate(begrippen()) for rij in rijen))
        self._zoek_sein = Zoeker(nlp.vocab, ((naam, rij) for naam, rijen in signalen().items() for rij in rijen))

    def __call__(self, tekst: str) -> Verhaal:
        doc = self._nlp(tekst)
        rij: tuple[Woord, ...] = doc.user_data["woorden"]
        indeling = deel_in(rij)
        seinen: dict[str, list[tuple[int, int]]] = {}
        for naam, van, tot in self._zoek_sein(doc):
            seinen.setdefault(naam, []).append((van, tot))
        vermeldingen = _langste(self._vermeldingen(doc.vocab, rij))
        return Verhaal(tekst, rij, indeling, vermeldingen, {n: tuple(sorted(s)) for n, s in seinen.items()})

    def _vermeldingen(self, vocab: Vocab, rij: Sequence[Woord]) -> Iterator[Vermelding]:
        blijft = [nr for nr, w in enumerate(rij) if w.norm not in vulwoorden() and w.norm != ":" and w.norm != "/"]
        kern = Doc(vocab, words=[rij[nr].norm for nr in blijft])
        scheiding = frozenset((*lijst("zinnen")["einde_zin"], *lijst("zinnen")["einde_deel"]))
        for sleutel, van, tot in self._zoek_begrip(kern):
            if not any(rij[nr].norm in scheiding for nr in blijft[van:tot]):
                yield Vermelding(self._begrippen[int(sleutel)], blijft[van], blijft[tot - 1] + 1)


def _langste(alle: Iterable[Vermelding]) -> tuple[Vermelding, ...]:
    """Of overlapping mentions the longest stays; different concepts on the same words stay together."""
    gekozen: list[Vermelding] = []
    bezet: dict[int, tuple[int, int]] = {}
    for v in sorted(set_(alle), key=lambda v: (v.van - v.tot, v.van)):
        plek = (v.van, v.tot)
        if all(bezet.get(nr, plek) == plek for nr in range(*plek)):
            gekozen.append(v)
            bezet.update(dict.fromkeys(range(*plek), plek))
    return tuple(v for v in sorted(gekozen, key=lambda v: (v.van, v.tot)) if v.begrip.soort != "niets")


def set_(alle: Iterable[Vermelding]) -> list[Vermelding]:
    """Each concept once per place."""
    uniek = {(id(v.begrip), v.van, v.tot): v for v in alle}
    return list(uniek.values())
