"""Commands over knowledge and rules: check, import, export."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from pathlib import Path
from typing import Annotated, Optional

import typer
from sqlalchemy.orm import Session

from assistant.cli.gebruik import AlsJson, InvoerOnbruikbaar
from assistant.settings import instellingen
from knowledge.exchange import lees_werkboek, schrijf_werkboek
from knowledge.files import GEBIEDEN
from knowledge.kinds import Stuk, lees_map, schrijf_map
from knowledge.release import Overname, importeer
from knowledge.service import (
    bewaar_vectoren,
    controleer,
    kennis_uit_bestanden,
    kennisstand,
    neem_uitgave_over,
    zinslengte,
)
from knowledge.store import lees_stukken
from storage.engine import open_engine
from storage.migrate import werk_bij

kennis_app = typer.Typer(help="De kennisbank controleren, importeren en exporteren.", no_args_is_help=True)
regels_app = typer.Typer(help="De beslisregels controleren.", no_args_is_help=True)


@kennis_app.command("controleer")
def kennis_controleer(
    als_json: AlsJson = False,
    alles: Annotated[bool, typer.Option("--alles", help="Toon ook waarschuwingen.")] = False,
) -> None:
    """Controleer bronnen, getallen, verwijzingen, dekking en leesbaarheid."""
    bevindingen = list(controleer())
    if als_json:
        print(json.dumps([b.__dict__ for b in bevindingen], ensure_ascii=False, indent=2))
    else:
        for b in bevindingen:
            if alles or b.ernst == "fout":
                print(f"{b.ernst}: {b.record}: {b.melding}")
        kennis = kennis_uit_bestanden()
        soorten = Counter(i.regio for i in kennis.items)
        print(", ".join(f"{n} items {r}" for r, n in sorted(soorten.items())) + f"; {len(kennis.observaties)} cijfers")
        print(
            f"Gemiddeld {zinslengte(kennis.items):.1f} woorden per zin; {sum(b.ernst == 'waarschuwing' for b in bevindingen)} waarschuwingen."
        )
    raise typer.Exit(any(b.ernst == "fout" for b in bevindingen))


@kennis_app.command("vectoren")
def kennis_vectoren() -> None:
    """Bereken de zinsvectoren van kennis en voorbeeldzinnen, zodat een start er geen en trainen er weinig hoeft te berekenen."""
    from assistant.chat.training import bewaar_voorbeelden

    for gebied, aantal in {**bewaar_vectoren(), "voorbeeldzinnen": bewaar_voorbeelden()}.items():
        print(f"{gebied}: {aantal} teksten")


@kennis_app.command("exporteer")
def kennis_exporteer(
    doel: Annotated[Path, typer.Argument(help="Map voor YAML, of een bestand dat eindigt op .xlsx.")],
    regio: Annotated[Optional[str], typer.Option("--regio", help="Alleen deze regio.")] = None,
) -> None:
    """Schrijf de geldende kennis weg als YAML (zoals meegeleverd) of als Excel-werkboek."""
    if regio and regio not in GEBIEDEN:
        raise InvoerOnbruikbaar(f"{regio} is geen regio. Kies uit {', '.join(GEBIEDEN)}.")
    stukken = [s for s in _geldende_stukken() if regio in (None, s.gebied)]
    if doel.suffix == ".xlsx":
        schrijf_werkboek(doel, stukken)
    else:
        schrijf_map(doel, stukken)
    print(f"{len(stukken)} records geschreven naar {doel}.")


def _geldende_stukken() -> list[Stuk]:
    """The records in force: from the database where it holds knowledge, else those that ship."""
    url = instellingen().database_url
    if kennisstand(url) is None:
        return lees_map()
    with Session(open_engine(url)) as sessie:
        return lees_stukken(sessie, dt.date.today())


@kennis_app.command("importeer")
def kennis_importeer(
    bron: Annotated[Path, typer.Argument(help="Map met YAML, of een Excel-werkboek (.xlsx).")],
    wie: Annotated[str, typer.Option(help="Wie dit doet, voor de geschiedenis.")] = "opdrachtregel",
    reden: Annotated[str, typer.Option(help="Waarom, voor de geschiedenis.")] = "Import",
) -> None:
    """Neem YAML of een werkboek over en publiceer wat anders is: alles of niets."""
    stukken = lees_werkboek(bron) if bron.suffix == ".xlsx" else lees_map(bron)
    engine = open_engine(instellingen().database_url)
    werk_bij(engine)
    neem_uitgave_over(engine)
    _meld(importeer(engine, stukken, wie, reden))


def _meld(overname: Overname) -> None:
    print(f"{len(overname.nieuw)} nieuw, {len(overname.gewijzigd)} gewijzigd.")
    for naam in overname.gewijzigd:
        print(f"  gewijzigd: {naam}")


@regels_app.command("controleer")
def regels_controleer(als_json: AlsJson = False) -> None:
    """Zoek gaten, overlap en onbereikbare rijen, en draai de voorbeelden bij de regels."""
    from assistant.diensten import diensten

    bevindingen = diensten().adviseur.controleer()
    if als_json:
        print(json.dumps([b.model_dump(mode="json") for b in bevindingen], ensure_ascii=False, indent=2))
    else:
        for b in bevindingen:
            print(f"{b.ernst}: {b.regel}: {b.melding}")
        print(f"{len(bevindingen)} bevindingen.")
    raise typer.Exit(any(b.ernst == "fout" for b in bevindingen))
