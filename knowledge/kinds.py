"""The kinds of records that the knowledge base keeps, and in which file of the shipped folder each lives."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath
from typing import Any, Final

import yaml

from knowledge.files import CONTENT, GEBIEDEN, KennisbestandOnleesbaar, lees_yaml, maak_record
from knowledge.model import Contact, Document, Indicator, Kennisitem, Observatie, Record, Regio, Weggelaten
from knowledge.rulemodel import Begrip, Definitie, Invulling, Routetabel, Vraagregel, inhoudshash

MODELLEN: Final[dict[str, type[Record]]] = {
    "item": Kennisitem,
    "cijfer": Observatie,
    "indicator": Indicator,
    "contact": Contact,
    "invulling": Invulling,
    "regel": Definitie,
    "begrip": Begrip,
    "vraag": Vraagregel,
    "regio": Regio,
    "document": Document,
    "weggelaten": Weggelaten,
}
#: Files with one kind of record; in a region folder every other file holds items, in ``regels`` one rule each.
BESTANDEN: Final = {
    "documenten": "document",
    "regio": "regio",
    "contacten": "contact",
    "invulling": "invulling",
    "cijfers": "cijfer",
    "indicatoren": "indicator",
    "weggelaten": "weggelaten",
    "begrippen": "begrip",
    "vragen": "vraag",
}
#: Kinds of which a file holds one; a list when a next one is ready, such as the routes of a region for next year.
ENKEL: Final = {"regio", "invulling", "regel"}
REGELS: Final = "regels"


@dataclass(frozen=True)
class Stuk:
    """One record with its place in the folder."""

    soort: str
    sleutel: str
    gebied: str
    bestand: str
    volgorde: int
    record: Record

    @property
    def inhoud(self) -> dict[str, Any]:
        """What its author wrote, as plain data."""
        return als_inhoud(self.record)

    @property
    def hash(self) -> str:
        """Hash of everything it says."""
        return recordhash(self.record)


def als_inhoud(record: Record) -> dict[str, Any]:
    """A record as plain data, without what its author left out."""
    return record.model_dump(mode="json", exclude_unset=True)


def recordhash(record: Record) -> str:
    """Hash of everything a record says."""
    return inhoudshash(record.model_dump_json())


def maak(soort: str, ruw: Any, plaats: str) -> Record:
    """A record of a kind from plain data, or an error that names the place and the fields."""
    model = Routetabel if soort == "regel" and isinstance(ruw, dict) and "rijen" in ruw else MODELLEN[soort]
    return maak_record(ruw, model, plaats)


def sleutel(soort: str, record: Record) -> str:
    """What a record is known by within its kind."""
    if soort == "regel":
        return f"{record.id}.{record.versie}"  # type: ignore[attr-defined]
    return str(getattr(record, "veld" if soort == "vraag" else "id"))


def soort_van(pad: PurePath) -> str:
    """The kind of record in a file, by its place in the folder."""
    return BESTANDEN.get(pad.stem, "regel" if pad.parent.name == REGELS else "item")


def hoort_hier(naam: str) -> bool:
    """Whether this is the name of a file in the folder, and nothing outside it."""
    pad = PurePosixPath(naam)
    in_gebied = len(pad.parts) == 2 and pad.parts[0] in (*GEBIEDEN, REGELS)
    return pad.suffix == ".yml" and "\\" not in naam and (in_gebied or naam == "documenten.yml")


def bestand_voor(soort: str, record: Record) -> str:
    """The file for a record that is new."""
    if soort == "regel":
        return f"{REGELS}/{sleutel(soort, record)}.yml"
    if soort in ("begrip", "vraag", "document"):
        return {"begrip": "regels/begrippen.yml", "vraag": "regels/vragen.yml", "document": "documenten.yml"}[soort]
    if soort == "item":
        return f"{gebied_van(record)}/{record.soort}.yml"  # type: ignore[attr-defined]
    naam = next(n for n, s in BESTANDEN.items() if s == soort)
    return f"{gebied_van(record)}/{naam}.yml"


def gebied_van(record: Record) -> str:
    """The region of a record; national where it has none."""
    eigen = record.id if isinstance(record, Regio) else getattr(record, "regio", getattr(record, "gebied", "landelijk"))
    return eigen if eigen in GEBIEDEN else "landelijk"


def lees_map(wortel: Path = CONTENT) -> list[Stuk]:
    """Every record of a folder, in the order of the files."""
    if not wortel.is_dir():
        raise KennisbestandOnleesbaar(f"{wortel} bestaat niet of is geen map. Geef de map met de YAML-bestanden op.")
    stukken = [s for pad in bestanden(wortel) for s in _lees_bestand(pad, wortel)]
    _eenmaal(stukken)
    return stukken


def bestanden(wortel: Path) -> list[Path]:
    """The files of a folder that hold records, in reading order."""
    per_gebied = [p for gebied in (*GEBIEDEN, REGELS) for p in sorted((wortel / gebied).glob("*.yml"))]
    return [p for p in (wortel / "documenten.yml", *per_gebied) if p.exists()]


def maphash(wortel: Path = CONTENT) -> str:
    """Hash of the folder as it is, without reading what it says."""
    som = hashlib.sha256()
    for pad in bestanden(wortel):
        som.update(str(pad.relative_to(wortel)).encode())
        som.update(pad.read_bytes())
    return som.hexdigest()[:32]


def _lees_bestand(pad: Path, wortel: Path) -> Iterator[Stuk]:
    soort, naam = soort_van(pad), pad.relative_to(wortel).as_posix()
    gelezen = lees_yaml(pad)
    lijst = [gelezen] if soort in ENKEL and not isinstance(gelezen, list) else gelezen or []
    if not isinstance(lijst, list):
        raise KennisbestandOnleesbaar(f"{naam}: hier hoort een lijst van items te staan, elk met een streepje ervoor.")
    for nummer, ruw in enumerate(lijst, start=1):
        yield stuk(soort, ruw, f"{naam}, item {nummer}", naam, nummer)


def stuk(soort: str, ruw: Any, plaats: str, bestand: str, volgorde: int) -> Stuk:
    """A record from plain data with its place."""
    record = maak(soort, ruw, plaats)
    map_ = bestand.split("/")[0]
    gebied = map_ if map_ in GEBIEDEN else gebied_van(record)
    return Stuk(soort, sleutel(soort, record), gebied, bestand, volgorde, record)


def _eenmaal(stukken: Iterable[Stuk]) -> None:
    gezien: dict[tuple[str, str], str] = {}
    for s in stukken:
        if eerder := gezien.get((s.soort, s.sleutel)):
            raise KennisbestandOnleesbaar(
                f"{s.bestand}: {s.soort} {s.sleutel} staat ook in {eerder}. Geef elk een eigen id."
            )
        gezien[s.soort, s.sleutel] = s.bestand


class _Schrijver(yaml.SafeDumper):
    """YAML as people write it: texts of several lines as a block."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Lists are indented under their name."""
        super().increase_indent(flow, False)


def _tekst(schrijver: yaml.SafeDumper, tekst: str) -> yaml.ScalarNode:
    return schrijver.represent_scalar("tag:yaml.org,2002:str", tekst, style="|" if "\n" in tekst else None)


_Schrijver.add_representer(str, _tekst)


def als_yaml(inhoud: Any) -> str:
    """Plain data as readable YAML."""
    return yaml.dump(inhoud, Dumper=_Schrijver, allow_unicode=True, sort_keys=False, width=120)


def schrijf_map(wortel: Path, stukken: Iterable[Stuk]) -> int:
    """Writes records as the folder that ships; returns the number of files."""
    per_bestand: dict[str, list[Stuk]] = {}
    for s in stukken:
        per_bestand.setdefault(s.bestand, []).append(s)
    for naam, groep in per_bestand.items():
        inhoud = [s.inhoud for s in sorted(groep, key=lambda s: (s.volgorde, s.sleutel))]
        pad = wortel / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(
            als_yaml(inhoud[0] if groep[0].soort in ENKEL and len(inhoud) == 1 else inhoud), encoding="utf-8"
        )
    return len(per_bestand)
