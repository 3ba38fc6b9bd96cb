"""The whole base or a region as an Excel workbook: one sheet per kind, one row per record.

Lists of words stand one per line in a cell; what has parts of its own (sources,
conditions) stands as YAML.  An import reads everything first and reports every
cell that is wrong; nothing is taken over unless all is right.
"""

from __future__ import annotations

import datetime as dt
import typing
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from types import NoneType
from typing import IO, Any, Final, Literal
from zipfile import BadZipFile, ZipFile

import yaml
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet
from pydantic import ValidationError

from knowledge.files import lees_getypt
from knowledge.kinds import MODELLEN, Stuk, als_yaml, bestand_voor, hoort_hier, maak, soort_van, stuk
from knowledge.meldingen import veldmelding
from knowledge.rulemodel import Definitie, Routetabel

PLAATS: Final = "in bestand"
MAX_CEL: Final = 32_767
MAX_RIJEN: Final = 20_000
#: Bytes of a workbook that was unpacked; the whole base takes a tenth of it.
GROOTST: Final = 100_000_000
#: In a cell that must be filled: an empty text is meant.
LEEG: Final = "(leeg)"
_UITLIJNING: Final = Alignment(wrap_text=True, vertical="top")
_JA, _NEE = "ja", "nee"
Vorm = Literal["tekst", "getal", "datum", "ja-nee", "woorden", "yaml"]
_EENVOUDIG: Final[dict[Any, Vorm]] = {int: "getal", float: "getal", bool: "ja-nee", dt.date: "datum"}


class WerkboekOnleesbaar(ValueError):
    """The file is no workbook that can be read; says what to do."""


@dataclass(frozen=True)
class Celfout:
    """What is wrong in one cell and what to do about it."""

    blad: str
    rij: int
    kolom: str
    mis: str
    doe: str

    def __str__(self) -> str:
        return f"blad {self.blad}, rij {self.rij}, kolom {self.kolom}: {self.mis}. {self.doe}"


class ImportGeweigerd(ValueError):
    """The workbook has errors; nothing was taken over."""

    def __init__(self, fouten: list[Celfout]) -> None:
        super().__init__("\n".join([f"{len(fouten)} fouten; er is niets overgenomen.", *map(str, fouten[:50])]))
        self.fouten = fouten


@cache
def velden(soort: str) -> dict[str, Vorm]:
    """The columns of a sheet with the form of their cells; the two kinds of rules share one sheet."""
    modellen = (Definitie, Routetabel) if soort == "regel" else (MODELLEN[soort],)
    return {n: _vorm(t) for m in modellen for n, t in typing.get_type_hints(m).items() if n in m.model_fields}


def _vorm(type_: Any) -> Vorm:
    """How a field of this type stands in a cell."""
    kern = next((a for a in typing.get_args(type_) if a is not NoneType), type_) if _mag_leeg(type_) else type_
    if typing.get_origin(kern) is tuple and typing.get_args(kern)[0] is str:
        return "woorden"
    if kern is str or typing.get_origin(kern) is Literal:
        return "tekst"
    return _EENVOUDIG.get(kern, "yaml")


def _mag_leeg(type_: Any) -> bool:
    return NoneType in typing.get_args(type_)


# --- writing -----------------------------------------------------------------------------------------


def schrijf_werkboek(pad: Path | IO[bytes], stukken: Iterable[Stuk]) -> None:
    """Writes records as a workbook."""
    boek = Workbook()
    if boek.active is not None:
        boek.remove(boek.active)
    bladen = {soort: _blad(boek, soort) for soort in MODELLEN}
    nummers = Counter(dict.fromkeys(MODELLEN, 1))
    for s in stukken:
        nummers[s.soort] += 1
        _rij(bladen[s.soort], nummers[s.soort], s)
    boek.save(pad)


def _blad(boek: Workbook, soort: str) -> Worksheet:
    blad: Worksheet = boek.create_sheet(soort)
    blad.append([*velden(soort), PLAATS])
    for cel in blad[1]:
        cel.font = Font(bold=True)
        blad.column_dimensions[get_column_letter(cel.column)].width = 60 if cel.value == "antwoord" else 24
    blad.freeze_panes = "B2"
    return blad


def _rij(blad: Worksheet, nummer: int, s: Stuk) -> None:
    inhoud, vormen = s.inhoud, velden(s.soort)
    for kolom, (naam, vorm) in enumerate(vormen.items(), start=1):
        if naam in inhoud and (waarde := naar_cel(inhoud[naam], vorm)) is not None:
            _cel(blad, nummer, kolom, waarde, f"{s.soort} {s.sleutel}, {naam}")
    _cel(blad, nummer, len(vormen) + 1, s.bestand, s.sleutel)


def _cel(blad: Worksheet, rij: int, kolom: int, waarde: str | float, waar: str) -> None:
    """Text stays text: what begins with = is no formula, and a telephone number keeps its zero."""
    if isinstance(waarde, str) and (len(waarde) > MAX_CEL or ILLEGAL_CHARACTERS_RE.search(waarde)):
        raise WerkboekOnleesbaar(f"{waar}: deze tekst past niet in een cel van Excel. Exporteer naar YAML.")
    cel = blad.cell(rij, kolom, waarde)
    if isinstance(waarde, str):
        cel.data_type, cel.number_format, cel.alignment = "s", "@", _UITLIJNING


def naar_cel(waarde: Any, vorm: Vorm) -> str | float | None:
    """A value as it stands in a cell; none for an empty cell."""
    if waarde is None or waarde in ([], {}):
        return None
    if vorm == "ja-nee":
        return _JA if waarde else _NEE
    if vorm == "woorden":
        return "\n".join(waarde)
    return als_yaml(waarde).rstrip() if vorm == "yaml" else waarde or (LEEG if vorm == "tekst" else waarde)


# --- reading -----------------------------------------------------------------------------------------


def lees_werkboek(pad: Path | IO[bytes]) -> list[Stuk]:
    """Every record of a workbook, or a report of everything that is wrong with it."""
    try:
        with ZipFile(pad) as onderdelen:
            if sum(deel.file_size for deel in onderdelen.infolist()) > GROOTST:
                raise WerkboekOnleesbaar(
                    "Dit werkboek is uitgepakt te groot. Exporteer en importeer één regio tegelijk."
                )
        boek = load_workbook(pad, data_only=True)
    except WerkboekOnleesbaar:
        raise
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError) as fout:
        naam = pad.name if isinstance(pad, Path) else "Dit bestand"
        raise WerkboekOnleesbaar(f"{naam} is geen leesbaar Excel-werkboek. Sla het op als .xlsx.") from fout
    fouten: list[Celfout] = []
    stukken = [s for blad in boek.worksheets for s in _lees_blad(blad, fouten)]
    fouten += _dubbel(stukken)
    if fouten:
        raise ImportGeweigerd(fouten)
    return stukken


def _lees_blad(blad: Worksheet, fouten: list[Celfout]) -> Iterator[Stuk]:
    soort = blad.title
    if soort not in MODELLEN:
        kies = f"Kies uit {', '.join(MODELLEN)}"
        fouten.append(Celfout(soort, 1, "–", "dit blad hoort niet bij de kennisbank", kies))
        return
    if blad.max_row > MAX_RIJEN:
        fouten.append(Celfout(soort, MAX_RIJEN, "–", "te veel rijen", "Verwijder lege rijen onder de tabel"))
        return
    rijen = blad.iter_rows(values_only=True)
    koppen = [str(k).strip() if k is not None else "" for k in next(rijen, ())]
    vormen = velden(soort)
    for kop in koppen:
        if kop and kop != PLAATS and kop not in vormen:
            fouten.append(Celfout(soort, 1, kop, "deze kolom bestaat niet", "Verwijder de kolom of herstel de naam"))
    for nummer, rij in enumerate(rijen, start=2):
        waarden = {k: w for k, w in zip(koppen, rij, strict=False) if k and w not in (None, "")}
        if waarden and (gelezen := _lees_rij(soort, nummer, waarden, fouten)):
            yield gelezen


def _lees_rij(soort: str, nummer: int, waarden: dict[str, Any], fouten: list[Celfout]) -> Stuk | None:
    bestand = str(waarden.pop(PLAATS, ""))
    if bestand and not (hoort_hier(bestand) and soort_van(PurePosixPath(bestand)) == soort):
        mis = f"{bestand[:80]} is geen bestand voor dit blad"
        fouten.append(
            Celfout(soort, nummer, PLAATS, mis, "Zet terug wat er stond; bij een nieuwe rij blijft de cel leeg")
        )
        return None
    ruw: dict[str, Any] = {}
    for naam, vorm in velden(soort).items():
        if naam not in waarden:
            continue
        try:
            ruw[naam] = uit_cel(waarden[naam], vorm)
        except (ValueError, yaml.YAMLError) as fout:
            mis = str(fout).split("\n")[0]
            fouten.append(Celfout(soort, nummer, naam, mis, "Vergelijk met een cel die wel goed is"))
            return None
    verplicht = {
        n: None for n, f in MODELLEN[soort].model_fields.items() if f.is_required() and _mag_leeg(f.annotation)
    }
    try:
        return stuk(soort, {**verplicht, **ruw}, f"rij {nummer}", bestand or _nieuw_bestand(soort, ruw), nummer)
    except ValueError as fout:
        fouten += _celfouten(soort, nummer, fout)
        return None


def _nieuw_bestand(soort: str, ruw: dict[str, Any]) -> str:
    """Where a row without a file belongs."""
    return bestand_voor(soort, maak(soort, ruw, "nieuwe rij"))


def _celfouten(soort: str, nummer: int, fout: ValueError) -> list[Celfout]:
    oorzaak = fout.__cause__
    if not isinstance(oorzaak, ValidationError):
        return [Celfout(soort, nummer, "–", str(fout), "Herstel de rij")]
    return [
        Celfout(soort, nummer, str(e["loc"][0]) if e["loc"] else "–", *_mis_en_doe(veldmelding(dict(e))))
        for e in oorzaak.errors()
    ]


def _mis_en_doe(melding: str) -> tuple[str, str]:
    """A sentence part 'wrong; what to do' in its two halves."""
    mis, _, doe = melding.partition("; ")
    return mis, (doe or "vul de cel of herstel de waarde").capitalize()


def uit_cel(waarde: Any, vorm: Vorm) -> Any:
    """A value from a cell, as the record expects it."""
    if isinstance(waarde, dt.datetime):
        return waarde.date().isoformat()
    if vorm == "tekst":
        return "" if waarde == LEEG else str(waarde)
    if vorm == "woorden":
        return [r.strip() for r in str(waarde).split("\n") if r.strip()]
    if vorm == "ja-nee":
        return _ja_nee(waarde)
    return lees_getypt(str(waarde)) if vorm == "yaml" else waarde


def _ja_nee(waarde: Any) -> bool:
    if isinstance(waarde, bool):
        return waarde
    if str(waarde).strip().lower() not in (_JA, _NEE):
        raise ValueError("hier hoort ja of nee te staan")
    return str(waarde).strip().lower() == _JA


def _dubbel(stukken: Iterable[Stuk]) -> Iterator[Celfout]:
    gezien: dict[tuple[str, str], int] = {}
    for s in stukken:
        if (eerder := gezien.get((s.soort, s.sleutel))) is not None:
            yield Celfout(s.soort, s.volgorde, "id", f"{s.sleutel} staat ook op rij {eerder}", "Geef elk een eigen id")
        gezien[s.soort, s.sleutel] = s.volgorde
