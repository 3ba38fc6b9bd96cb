"""Commands that ask, describe and check."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from pathlib import Path
from typing import Annotated, Any, Optional

import typer
from rich.console import Console
from rich.markdown import Markdown
from rich.progress import Progress

from assistant.accounts.service import AccountOngeldig
from assistant.advice.kenmerken import KenmerkOngeldig
from assistant.messages import Antwoord
from knowledge.exchange import ImportGeweigerd, WerkboekOnleesbaar
from knowledge.files import KennisbestandOnleesbaar
from knowledge.model import RegioId
from storage.engine import DatabaseOnbereikbaar


class InvoerOnbruikbaar(ValueError):
    """A file or option that cannot be used; says which and what to do."""


def bekende_fouten() -> tuple[type[Exception], ...]:
    """Errors that carry their own Dutch message."""
    from assistant.chat.invoer import BerichtOnbruikbaar
    from assistant.chat.training import ModelOntbreekt

    return (
        KenmerkOngeldig, KennisbestandOnleesbaar, DatabaseOnbereikbaar, BerichtOnbruikbaar, ModelOntbreekt,
        InvoerOnbruikbaar, ImportGeweigerd, WerkboekOnleesbaar, AccountOngeldig,
    )  # fmt: skip


BEKENDE_FOUTEN = bekende_fouten()

Regio = Annotated[Optional[RegioId], typer.Option("--regio", help="Regio als de tekst er geen noemt.")]
AlsJson = Annotated[bool, typer.Option("--json", help="Geef JSON in plaats van tekst.")]
Peildatum = Annotated[
    Optional[dt.datetime], typer.Option("--peildatum", formats=["%Y-%m-%d"], help="Datum waarop wordt beoordeeld.")
]


def voeg_toe(app: typer.Typer) -> None:
    """Registers the commands."""
    for functie in (vraag, advies, toets, zoek, chat, batch):
        app.command()(functie)


def vraag(tekst: str, regio: Regio = None, als_json: AlsJson = False) -> None:
    """Stel één vraag en lees het antwoord met de bron."""
    antwoorden = asyncio.run(_een_beurt(tekst, regio))
    if als_json:
        _json({"antwoorden": [a.als_bericht() for a in antwoorden]})
    else:
        _toon(antwoorden)


def advies(tekst: str, regio: Regio = None, als_json: AlsJson = False, peildatum: Peildatum = None) -> None:
    """Beschrijf een leerling (zonder naam) en lees route, contact en JIKP-uitkomst."""
    antwoorden = asyncio.run(_een_beurt(tekst, regio, "beschrijving", peildatum.date() if peildatum else None))
    if als_json:
        _json(next((a.advies.model_dump(mode="json") for a in antwoorden if a.advies), None))
    else:
        _toon(antwoorden)


async def _een_beurt(
    tekst: str, regio: RegioId | None, verwacht: str | None = None, peildatum: dt.date | None = None
) -> list[Antwoord]:
    from assistant.chat.service import Assistent

    assistent = Assistent(vluchtig=True)
    return await assistent.stuur(assistent.nieuw_gesprek(), tekst, regio=regio, verwacht=verwacht, peildatum=peildatum)


def toets(
    leeftijd: Annotated[Optional[int], typer.Option(help="Hele jaren op de peildatum.")] = None,
    geboortedatum: Annotated[Optional[str], typer.Option(help="JJJJ-MM-DD, in plaats van leeftijd.")] = None,
    gemeente: Annotated[Optional[str], typer.Option(help="Woongemeente.")] = None,
    onderwijs: Annotated[
        Optional[str], typer.Option(help="Huidig of laatst gevolgd onderwijs, bijvoorbeeld pro.")
    ] = None,
    herkomst: Annotated[Optional[str], typer.Option(help="Schoolsoort vóór de huidige.")] = None,
    inschrijving: Annotated[
        Optional[str], typer.Option(help="ingeschreven, uitgeschreven, thuiszitter of vrijgesteld.")
    ] = None,
    vrijstelling: Annotated[Optional[str], typer.Option(help="structureel of tijdelijk.")] = None,
    gaat_naar: Annotated[Optional[str], typer.Option(help="Voorgenomen overstap, bijvoorbeeld arbeid.")] = None,
    uitstroomprofiel: Annotated[Optional[str], typer.Option(help="vervolgonderwijs, arbeid of dagbesteding.")] = None,
    startkwalificatie: Annotated[Optional[str], typer.Option(help="ja of nee.")] = None,
    perspectief: Annotated[Optional[str], typer.Option(help="startkwalificatie, arbeid of dagbesteding.")] = None,
    regio: Regio = None,
    peildatum: Peildatum = None,
    als_json: AlsJson = False,
) -> None:
    """Toets of een jongere JIKP is, per definitie, uit losse kenmerken."""
    from assistant.diensten import diensten

    keuzes = {
        "leeftijd": leeftijd, "geboortedatum": geboortedatum, "gemeente": gemeente, "onderwijs": onderwijs,
        "herkomst": herkomst, "inschrijving": inschrijving, "vrijstelling": vrijstelling, "gaat_naar": gaat_naar,
        "uitstroomprofiel": uitstroomprofiel, "startkwalificatie": startkwalificatie, "perspectief": perspectief,
    }  # fmt: skip
    kenmerken = {k: w for k, w in keuzes.items() if w is not None}
    uitkomst = diensten().adviseur.toets(kenmerken, peildatum.date() if peildatum else None, regio)
    if als_json:
        _json(uitkomst.model_dump(mode="json"))
        return
    for u in uitkomst.uitkomsten:
        print(f"{u.titel}: {u.uitkomst}\n  {u.uitleg}")
        for c in u.criteria:
            print(f"  - [{c.uitkomst}] {c.tekst} ({c.bron.document}, {c.bron.sectie})")


def zoek(tekst: str, regio: Regio = None, aantal: int = 5, als_json: AlsJson = False) -> None:
    """Zoek kennisitems, met score en waar die op rust."""
    from assistant.diensten import diensten

    treffers = diensten().vraagbaak.zoeker.zoek(tekst, regios=(regio, "landelijk") if regio else None, aantal=aantal)
    if als_json:
        _json([{"id": t.item.id, "titel": t.item.titel, "score": t.score, "signalen": t.signalen} for t in treffers])
        return
    for t in treffers:
        print(f"{t.score:.2f}  {t.item.id}  {t.item.titel}")


def chat(regio: Regio = None) -> None:
    """Praat met Routewijzer in de terminal; stop met Ctrl-D."""
    asyncio.run(_chat(regio))


async def _chat(regio: RegioId | None) -> None:
    from assistant.chat.service import Assistent, BerichtOnbruikbaar

    assistent = Assistent(vluchtig=True)
    gesprek = assistent.nieuw_gesprek()
    print("Routewijzer. Stel een vraag of beschrijf een leerling, zonder naam. Stop met Ctrl-D.")
    while True:
        try:
            tekst = input("\n> ")
        except (EOFError, KeyboardInterrupt):
            print("\nTot ziens.")
            return
        try:
            _toon(await assistent.stuur(gesprek, tekst, regio=regio))
        except BerichtOnbruikbaar as fout:
            print(fout)


def batch(invoer: Path, uitvoer: Path) -> None:
    """Verwerk een bestand met één JSON-object per regel; zie docs/reference/contract.md."""
    if not invoer.is_file():
        raise InvoerOnbruikbaar(f"{invoer} bestaat niet of is geen bestand. Geef een JSONL-bestand op.")
    try:
        regels = invoer.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as fout:
        raise InvoerOnbruikbaar(f"{invoer} is geen UTF-8-tekst. Sla het bestand op als UTF-8.") from fout
    fouten = asyncio.run(_batch(regels, uitvoer))
    if fouten:
        Console(stderr=True).print(
            f"{fouten} van {len(regels)} regels waren niet bruikbaar; zie `fout` in {uitvoer}.", markup=False
        )
        raise typer.Exit(1)


async def _batch(regels: list[str], uitvoer: Path) -> int:
    """Writes beside the target first, so that a broken run leaves no half file."""
    from assistant.batch import verwerk
    from assistant.chat.service import Assistent

    assistent = Assistent(vluchtig=True)
    deel = uitvoer.with_name(uitvoer.name + ".deel")
    fouten = 0
    with (
        deel.open("w", encoding="utf-8") as bestand,
        Progress(console=Console(stderr=True), disable=not Console().is_terminal) as balk,
    ):
        taak = balk.add_task("Verwerken", total=len(regels))
        async for uit in verwerk(assistent, regels):
            bestand.write(json.dumps(uit, ensure_ascii=False) + "\n")
            fouten += "fout" in uit
            balk.advance(taak)
    deel.replace(uitvoer)
    return fouten


def _json(data: Any) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))


def _toon(antwoorden: list[Antwoord]) -> None:
    console = Console()
    for antwoord in antwoorden:
        console.print(Markdown(antwoord.tekst))
        for bron in antwoord.bronnen:
            slot = (
                f" (looptijd tot en met {bron.looptijd_tot.year}, afgelopen)"
                if bron.verlopen and bron.looptijd_tot
                else ""
            )
            console.print(f"  Bron: {bron.titel}, {bron.sectie}{slot}", style="dim", markup=False)
        if antwoord.knoppen:
            console.print("  Kies: " + " | ".join(k.tekst for k in antwoord.knoppen), style="dim", markup=False)
