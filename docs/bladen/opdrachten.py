"""opdrachten.md: every command, from the typer application."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin

import typer

from assistant.cli import app
from docs.bladen.opmaak import cel, code, codes, tabel

_KOP = """# Opdrachten

De opdracht staat in de omgeving van Routewijzer: `.venv/bin/routewijzer`. Een fout is één regel in het Nederlands, met
wat u kunt doen; de uitgangsstatus is dan 1. Wat `--json` en `batch` geven staat in het [contract](contract.md).
"""

_SOORTEN: Final[dict[Any, str]] = {int: "getal", str: "tekst", Path: "bestand", dt.datetime: "JJJJ-MM-DD", bool: ""}


def blad() -> str:
    """The page."""
    return "\n\n".join([_KOP.strip(), *(_opdracht(naam, opdracht) for naam, opdracht in opdrachten())])


def opdrachten() -> Iterator[tuple[str, Any]]:
    """Every command with its full name."""
    yield from _onder("routewijzer", typer.main.get_command(app))


def _onder(naam: str, opdracht: Any) -> Iterator[tuple[str, Any]]:
    onder = getattr(opdracht, "commands", None)
    if onder is None:
        yield naam, opdracht
        return
    for kort, deel in onder.items():
        yield from _onder(f"{naam} {kort}", deel)


def _opdracht(naam: str, opdracht: Any) -> str:
    gegevens = [p for p in opdracht.params if isinstance(p, typer.core.TyperArgument)]
    keuzes = [p for p in opdracht.params if isinstance(p, typer.core.TyperOption)]
    regel = " ".join([naam, *((p.name or "").upper() for p in gegevens), *(["[OPTIES]"] if keuzes else [])])
    rijen = [(codes([*p.opts, *p.secondary_opts]), _waarde(p), p.help) for p in keuzes]
    delen = [f"## {naam}", cel(opdracht.help), f"```\n{regel}\n```"]
    return "\n\n".join([*delen, *([tabel(("optie", "waarde", "betekenis"), rijen)] if rijen else [])])


def _waarde(optie: typer.core.TyperOption) -> str:
    soort: Any = optie.type_descriptor.annotation
    tekst = (
        codes(get_args(soort)) if get_origin(soort) is Literal else _SOORTEN.get(soort, getattr(soort, "__name__", ""))
    )
    gegeven = optie.default is not None and not isinstance(optie.default, bool)
    return f"{tekst}, standaard {code(optie.default)}" if gegeven else tekst
