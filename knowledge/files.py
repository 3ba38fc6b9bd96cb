"""Reading knowledge from YAML files, with errors that name file, record and remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from knowledge.meldingen import meldingen
from knowledge.model import Contact, Document, Indicator, Kennisitem, Observatie, Record, Regio, Weggelaten

CONTENT = Path(__file__).parent / "content"
GEBIEDEN = ("landelijk", "nmd", "achterhoek", "zuidoost-brabant", "rijk-van-nijmegen")

#: Files with a meaning of their own; every other YAML file of a region holds items.
BIJZONDER = {"regio", "contacten", "invulling", "cijfers", "indicatoren", "weggelaten"}

R = TypeVar("R", bound=Record)


class KennisbestandOnleesbaar(ValueError):
    """A knowledge file is not usable; the message says which, where and what to do."""


def lees_yaml(pad: Path) -> Any:
    """The contents of one YAML file; broken YAML names the file and line."""
    try:
        return yaml.load(pad.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as fout:
        plaats = getattr(fout, "problem_mark", None)
        regel = f", regel {plaats.line + 1}" if plaats else ""
        raise KennisbestandOnleesbaar(
            f"{pad.name}{regel}: dit is geen geldige YAML. Herstel het inspringen of de aanhalingstekens en probeer het opnieuw."
        ) from fout


def lees_getypt(tekst: str) -> Any:
    """YAML that somebody typed: without aliases, with which a few lines can grow beyond what memory holds."""
    try:
        if any(isinstance(deel, yaml.AliasEvent) for deel in yaml.parse(tekst, Loader=yaml.CSafeLoader)):
            raise yaml.YAMLError("hier kan geen verwijzing (*) staan; schrijf de tekst uit")
        return yaml.load(tekst, Loader=yaml.CSafeLoader)
    except RecursionError as fout:
        raise yaml.YAMLError("hier staan te veel haakjes in elkaar") from fout


def lees_records(pad: Path, soort: type[R]) -> Iterator[R]:
    """The records of one file, each checked against its model."""
    if not pad.exists():
        return
    for nummer, ruw in enumerate(lees_yaml(pad) or [], start=1):
        yield maak_record(ruw, soort, f"{pad.parent.name}/{pad.name}, item {nummer}")


def maak_record(ruw: Any, soort: type[R], plaats: str) -> R:
    """One record from plain data, or a Dutch error that names the place and the fields."""
    if not isinstance(ruw, dict):
        raise KennisbestandOnleesbaar(f"{plaats}: hier hoort een item met velden te staan, geen losse tekst of lijst.")
    try:
        return soort.model_validate(ruw)
    except ValidationError as fout:
        naam = ruw.get("id", ruw.get("naam", "zonder id"))
        raise KennisbestandOnleesbaar(f"{plaats} ({naam}): {meldingen(fout)}") from fout


def itembestanden(map_: Path) -> Iterable[Path]:
    """The files of one region that hold knowledge items."""
    return sorted(p for p in map_.glob("*.yml") if p.stem not in BIJZONDER)


def lees_items(wortel: Path = CONTENT) -> list[Kennisitem]:
    """All knowledge items that ship."""
    return [
        item for gebied in GEBIEDEN for pad in itembestanden(wortel / gebied) for item in lees_records(pad, Kennisitem)
    ]


def lees_documenten(wortel: Path = CONTENT) -> list[Document]:
    """The source documents."""
    return list(lees_records(wortel / "documenten.yml", Document))


def lees_per_gebied(bestand: str, soort: type[R], wortel: Path = CONTENT) -> list[R]:
    """One special file (contacten, cijfers, ...) of every region together."""
    return [r for gebied in GEBIEDEN for r in lees_records(wortel / gebied / f"{bestand}.yml", soort)]


def lees_regios(wortel: Path = CONTENT) -> list[Regio]:
    """The regions with their municipalities and places."""
    return [
        maak_record(lees_yaml(pad), Regio, f"{gebied}/regio.yml")
        for gebied in GEBIEDEN
        if (pad := wortel / gebied / "regio.yml").exists()
    ]


def lees_contacten(wortel: Path = CONTENT) -> list[Contact]:
    """Contacts of every region."""
    return lees_per_gebied("contacten", Contact, wortel)


def lees_observaties(wortel: Path = CONTENT) -> list[Observatie]:
    """Figures of every region."""
    return lees_per_gebied("cijfers", Observatie, wortel)


def lees_indicatoren(wortel: Path = CONTENT) -> list[Indicator]:
    """What the figures measure."""
    return lees_per_gebied("indicatoren", Indicator, wortel)


def lees_weggelaten(wortel: Path = CONTENT) -> list[Weggelaten]:
    """Inventory ids left out on purpose."""
    return lees_per_gebied("weggelaten", Weggelaten, wortel)
