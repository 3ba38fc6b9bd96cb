"""Commands over accounts."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from assistant.accounts.service import ROLLEN, STATEN, Accounts
from assistant.settings import instellingen
from storage.engine import open_engine
from storage.migrate import werk_bij

gebruiker_app = typer.Typer(help="Accounts voor de console.", no_args_is_help=True)


def accounts() -> Accounts:
    """The accounts of this installation."""
    engine = open_engine(instellingen().database_url)
    werk_bij(engine)
    return Accounts(engine)


def link(sleutel: str) -> str:
    """The address at which somebody chooses a password."""
    keuzes = instellingen()
    return f"http://{keuzes.host}:{keuzes.port}/console/welkom/{sleutel}"


@gebruiker_app.command("lijst")
def lijst() -> None:
    """Toon alle accounts."""
    for g in accounts().alle():
        print(f"{g.naam}  {g.rol}  {g.regio or 'alle regio’s'}  {STATEN[g.staat].lower()}")


Rolkeuze = Annotated[str, typer.Option("--rol", help=f"Een van {', '.join(ROLLEN)}.")]
Regiokeuze = Annotated[Optional[str], typer.Option("--regio", help="Regio van een coordinator; leeg is alle regio's.")]


@gebruiker_app.command("maak")
def maak(naam: str, rol: Rolkeuze, regio: Regiokeuze = None) -> None:
    """Maak een account; u krijgt een eenmalige link om een wachtwoord te kiezen."""
    print(link(accounts().maak(naam, rol, regio)))


@gebruiker_app.command("wijzig")
def wijzig(naam: str, rol: Rolkeuze, regio: Regiokeuze = None) -> None:
    """Geef iemand een andere rol of regio; dat geldt meteen."""
    accounts().wijzig(naam, rol, regio)
    print(f"{naam} is nu {rol}, {regio or 'alle regio’s'}.")


@gebruiker_app.command("link")
def nieuwe_link(naam: str) -> None:
    """Geef een nieuwe eenmalige link, bijvoorbeeld bij een vergeten wachtwoord."""
    print(link(accounts().nieuwe_link(naam)))


@gebruiker_app.command("sluit")
def sluit(naam: str) -> None:
    """Sluit een account; wie is ingelogd, is meteen uitgelogd."""
    accounts().zet_actief(naam, False)
    print(f"{naam} is gesloten.")


@gebruiker_app.command("open")
def open_(naam: str) -> None:
    """Open een gesloten account weer."""
    accounts().zet_actief(naam, True)
    print(f"{naam} is weer open.")


@gebruiker_app.command("audit")
def audit(aantal: Annotated[int, typer.Option(help="Hoeveel regels.")] = 50) -> None:
    """Toon de laatste regels van het auditspoor."""
    for regel in reversed(accounts().audit.laatste(aantal)):
        print(f"{regel.tijd:%Y-%m-%d %H:%M}  {regel.wie}  {regel.wat}  {regel.waarop}")
