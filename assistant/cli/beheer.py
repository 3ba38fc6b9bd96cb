"""Commands that run the system: serve, train, demo."""

from __future__ import annotations

import socket
import time
from typing import Annotated

import typer
from rich.console import Console

from assistant.cli.gebruik import InvoerOnbruikbaar
from assistant.settings import Instellingen, instellingen


def voeg_toe(app: typer.Typer) -> None:
    """Registers the commands."""
    for functie in (serve, train):
        app.command()(functie)


def serve(
    host: Annotated[str | None, typer.Option(help="Adres; standaard alleen deze machine.")] = None,
    port: Annotated[int | None, typer.Option(help="Poort.")] = None,
) -> None:
    """Start de webserver: de chat op / en de API op /api/v1."""
    keuzes = instellingen()
    if host or port:
        keuzes = keuzes.model_validate(
            {**keuzes.model_dump(), "host": host or keuzes.host, "port": port or keuzes.port}
        )
    _poort_vrij(keuzes.host, keuzes.port)
    train()
    console = Console(stderr=True)
    console.print("Routewijzer start; het model en de kennis worden geladen …", highlight=False)
    begin = time.monotonic()

    import uvicorn

    from assistant.app import maak_app

    app = maak_app(keuzes)
    console.print(
        f"Klaar in {time.monotonic() - begin:.0f} s. Open http://{keuzes.host}:{keuzes.port}", highlight=False
    )
    _eerste_beheerder(console, keuzes)
    uvicorn.run(app, host=keuzes.host, port=keuzes.port, log_level="warning", access_log=False, ws="none")


def _eerste_beheerder(console: Console, keuzes: Instellingen) -> None:
    """As long as nobody can sign in, every start prints a new one-time link."""
    from assistant.accounts.service import Accounts
    from storage.engine import open_engine

    if sleutel := Accounts(open_engine(keuzes.database_url)).eerste_beheerder():
        adres = f"http://{keuzes.host}:{keuzes.port}/console/welkom/{sleutel}"
        console.print(
            f"Inloggen (console, zaken in de chat): kies het wachtwoord van de beheerder met deze eenmalige link: {adres}",
            highlight=False,
            soft_wrap=True,
        )


def _poort_vrij(host: str, poort: int) -> None:
    with socket.socket() as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind((host, poort))
        except OSError as fout:
            raise InvoerOnbruikbaar(
                f"Poort {poort} op {host} is al in gebruik of niet toegestaan. Kies een andere: routewijzer serve --port {poort + 1}"
            ) from fout


def train(opnieuw: Annotated[bool, typer.Option("--opnieuw", help="Ook als het model al past.")] = False) -> None:
    """Train het Rasa-model als de trainingsgegevens zijn veranderd."""
    from assistant.chat import training

    map_ = instellingen().model_map
    if training.modelpad(map_).exists() and not opnieuw:
        return
    console = Console(stderr=True)
    console.print("Het taalmodel wordt getraind (ongeveer een minuut, alleen de eerste keer) …", highlight=False)
    pad = training.train(map_, opnieuw=opnieuw)
    console.print(f"Getraind: {pad.name}", highlight=False)
