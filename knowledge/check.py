"""Checks that keep the knowledge base true: sources, figures, links, coverage, readability.

The source texts and fact inventories are not part of the package; where their
folders are found the facts are checked against them, else that is said.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any, Literal

from knowledge import files
from knowledge.model import Document, Kennisitem, Observatie, Vindplaats

GEDEELD = Path(__file__).resolve().parents[2] / "shared"
INVENTARISSEN = ("nmd", "achterhoek", "zuidoost-brabant", "rijk-van-nijmegen")
LANGE_ZIN = 25

_GETAL = re.compile(r"\d+(?:[.,]\d+)*")
_TELWOORDEN = {
    1: "een|één|eerste|enige", 2: "twee|tweede|beide|dubbel", 3: "drie|derde", 4: "vier|vierde|vierjarig",
    5: "vijf|vijfde", 6: "zes|zesde", 7: "zeven|zevende", 8: "acht|achtste", 9: "negen|negende", 10: "tien|tiende",
    11: "elf|elfde", 12: "twaalf|twaalfde",
}  # fmt: skip


@dataclass(frozen=True)
class Bevinding:
    """Something that a check found, with the record and what to do about it."""

    ernst: Literal["fout", "waarschuwing"]
    record: str
    melding: str


def controleer(wortel: Path = files.CONTENT, gedeeld: Path = GEDEELD) -> Iterator[Bevinding]:
    """Every finding over the content folder; no finding of level ``fout`` means it is sound."""
    items, observaties = files.lees_items(wortel), files.lees_observaties(wortel)
    documenten = {d.id: d for d in files.lees_documenten(wortel)}
    yield from _unieke_ids([*items, *observaties, *files.lees_contacten(wortel)])
    yield from _verwijzingen(items)
    yield from _indicatoren(observaties, wortel)
    records: list[Kennisitem | Observatie] = [*items, *observaties]
    for record in records:
        yield from _bronnen_bestaan(record.id, record.bronnen, documenten, gedeeld)
    for item in items:
        yield from _getallen_in_bron(item, documenten, gedeeld)
        yield from _leesbaar(item)
    for observatie in observaties:
        yield from _waarde_in_bron(observatie, documenten, gedeeld)
    if not any(brontekst(gedeeld, d.bestand) for d in documenten.values()):
        melding = f"de bronteksten staan niet in {gedeeld.name}/bronnen; getallen zijn niet aan hun bron getoetst"
        yield Bevinding("waarschuwing", "bronnen", melding)
    yield from _dekking(items, observaties, wortel, gedeeld)


def _unieke_ids(records: Iterable[Any]) -> Iterator[Bevinding]:
    for id_, aantal in Counter(r.id for r in records).items():
        if aantal > 1:
            yield Bevinding("fout", id_, f"deze id komt {aantal} keer voor; geef elk item een eigen id")


def _verwijzingen(items: list[Kennisitem]) -> Iterator[Bevinding]:
    bekend = {i.id for i in items}
    for item in items:
        for doel in item.zie_ook:
            if doel not in bekend:
                yield Bevinding("fout", item.id, f"zie_ook verwijst naar {doel}, dat niet bestaat")
    dubbel = Counter((i.onderwerp, i.regio) for i in items if i.onderwerp)
    for (onderwerp, regio), aantal in dubbel.items():
        if aantal > 1:
            yield Bevinding("fout", str(onderwerp), f"{aantal} items van {regio} hebben dit onderwerp; kies er één")


def _indicatoren(observaties: list[Observatie], wortel: Path) -> Iterator[Bevinding]:
    bekend = {i.id for i in files.lees_indicatoren(wortel)}
    for o in observaties:
        if o.indicator not in bekend:
            yield Bevinding("fout", o.id, f"indicator {o.indicator} staat niet in indicatoren.yml")


def _bronnen_bestaan(
    id_: str, bronnen: tuple[Vindplaats, ...], documenten: dict[str, Document], gedeeld: Path
) -> Iterator[Bevinding]:
    for bron in bronnen:
        document = documenten.get(bron.document)
        if document is None:
            yield Bevinding("fout", id_, f"document {bron.document} bestaat niet")
            continue
        regels = brontekst(gedeeld, document.bestand)
        if regels and bron.regels and max(bron.regelnummers()) > len(regels):
            yield Bevinding("fout", id_, f"{bron.document} heeft geen regel {max(bron.regelnummers())}")


@cache
def brontekst(gedeeld: Path, bestand: str) -> list[str]:
    """The lines of a source text, or none where the folder is not there."""
    pad = gedeeld / "bronnen" / bestand
    return pad.read_text(encoding="utf-8").split("\n") if pad.exists() else []


def _aangehaald(bronnen: Iterable[Vindplaats], documenten: dict[str, Document], gedeeld: Path) -> str:
    """The cited lines with the names of their sections; nothing of a source whose text is not there."""
    tekst: list[str] = []
    for bron in bronnen:
        regels = brontekst(gedeeld, documenten[bron.document].bestand) if bron.document in documenten else []
        if regels:
            tekst += [*(regels[n - 1] for n in bron.regelnummers() if n <= len(regels)), bron.sectie]
    return "\n".join(tekst)


def _waarden(tekst: str) -> set[float]:
    """Numbers in a text in every plausible reading: 1.234 and 1,5 and 1.5 and number words."""
    gevonden: set[float] = set()
    for ruw in _GETAL.findall(tekst):
        for kandidaat in {
            ruw.replace(".", "").replace(",", "."),
            ruw.replace(",", ""),
            ruw.replace(".", "").replace(",", ""),
        }:
            try:
                gevonden.add(float(kandidaat))
            except ValueError:
                gevonden |= {float(d) for d in re.findall(r"\d+", ruw)}
        gevonden |= {float(d) for d in re.findall(r"\d+", ruw)}
    laag = tekst.lower()
    for getal, woorden in _TELWOORDEN.items():
        if re.search(rf"\b({woorden})", laag):
            gevonden.add(float(getal))
    return gevonden


def _getallen_in_bron(item: Kennisitem, documenten: dict[str, Document], gedeeld: Path) -> Iterator[Bevinding]:
    bron = _aangehaald(item.bronnen, documenten, gedeeld)
    if not bron.strip() or not any(b.regels for b in item.bronnen):
        return
    bekend = _waarden(bron)
    vrij = {"2017", "2020", "2021", "2024"}
    tekst = re.sub(r"(?im)^\s*\d+[.)]\s", " ", item.antwoord)
    tekst = re.sub(r"(?i)\b(mbo|niveau|havo|vwo|klas|stap|artikel)[ -]?\d\b", " ", tekst)
    missend = sorted({g for g in _GETAL.findall(tekst) if g not in vrij and not _waarden(g) & bekend})
    if missend:
        yield Bevinding("fout", item.id, f"getal {', '.join(missend)} staat niet in de aangehaalde regels")


def _waarde_in_bron(o: Observatie, documenten: dict[str, Document], gedeeld: Path) -> Iterator[Bevinding]:
    bron = _aangehaald(o.bronnen, documenten, gedeeld)
    if (
        o.waarde is None
        or not any(b.regels for b in o.bronnen)
        or not brontekst(gedeeld, documenten[o.bronnen[0].document].bestand)
    ):
        return
    if (
        not {o.waarde, o.waarde / 1000, o.waarde / 1_000_000} & _waarden(bron)
        and "afgeleid" not in o.voorbehoud.lower()
    ):
        yield Bevinding(
            "fout",
            o.id,
            f"waarde {o.waarde} staat niet in de aangehaalde regels (of noem 'afgeleid' in het voorbehoud)",
        )


def _leesbaar(item: Kennisitem) -> Iterator[Bevinding]:
    zinnen = [z for z in re.split(r"(?<=[.!?:])\s+|\n+", item.antwoord) if len(z.split()) > 2]
    lang = [z for z in zinnen if len(z.split()) > LANGE_ZIN]
    if lang:
        yield Bevinding("waarschuwing", item.id, f"lange zin ({len(lang[0].split())} woorden): {lang[0][:60]}…")
    if len(item.vragen) < 3:
        yield Bevinding("waarschuwing", item.id, "minder dan drie vragen; mensen vragen er op meer manieren naar")


def zinslengte(items: Iterable[Kennisitem]) -> float:
    """Mean number of words per sentence over all answers."""
    lengtes = [len(z.split()) for i in items for z in re.split(r"(?<=[.!?:])\s+|\n+", i.antwoord) if len(z.split()) > 2]
    return mean(lengtes) if lengtes else 0.0


def inventaris_ids(gedeeld: Path = GEDEELD) -> dict[str, set[str]]:
    """Ids of the fact inventories per region; empty where the folder is not there."""
    gevonden: dict[str, set[str]] = defaultdict(set)
    for regio in INVENTARISSEN:
        pad = gedeeld / "domein" / f"{regio}.yml"
        if pad.exists():
            gevonden[regio] = set(_ids_in(files.lees_yaml(pad)))
    return gevonden


def _ids_in(knoop: Any) -> Iterator[str]:
    """Ids of records that carry a source of their own (criteria inside a record belong to it)."""
    if isinstance(knoop, dict):
        sleutel = knoop.get("id") or knoop.get("definitie_id")
        if sleutel and ("bron" in knoop or "bron_a" in knoop or "lezing_1" in knoop or "ontbreekt" in knoop):
            yield str(sleutel)
        for waarde in knoop.values():
            yield from _ids_in(waarde)
    elif isinstance(knoop, list):
        for deel in knoop:
            yield from _ids_in(deel)


def _dekking(
    items: list[Kennisitem], observaties: list[Observatie], wortel: Path, gedeeld: Path
) -> Iterator[Bevinding]:
    records: list[Kennisitem | Observatie] = [*items, *observaties]
    gedekt = {i for r in records for i in r.dekt} | {w.id for w in files.lees_weggelaten(wortel)}
    for regio, ids in inventaris_ids(gedeeld).items():
        for id_ in sorted(ids - gedekt):
            yield Bevinding(
                "fout",
                id_,
                f"feit uit de inventaris van {regio} is door geen item gedekt en niet als weggelaten vermeld",
            )
