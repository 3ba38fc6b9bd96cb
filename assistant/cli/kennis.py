"""Commands over knowledge and rules: check, import, export."""

from __future__ import annotations

import json
from collections import Counter
from typing import Annotated

import typer

from assistant.cli.gebruik import AlsJson
from knowledge.service import bewaar_vectoren, controleer, kennis_uit_bestanden, zinslengte

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
        print(f"Gemiddeld {zinslengte(kennis.items):.1f} woorden per zin; {sum(b.ernst == 'waarschuwing' for b in bevindingen)} waarschuwingen.")
    raise typer.Exit(any(b.ernst == "fout" for b in bevindingen))


@kennis_app.command("vectoren")
def kennis_vectoren() -> None:
    """Bereken de zinsvectoren van de meegeleverde kennis, zodat een start er geen hoeft te berekenen."""
    for gebied, aantal in bewaar_vectoren().items():
        print(f"{gebied}: {aantal} teksten")


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
