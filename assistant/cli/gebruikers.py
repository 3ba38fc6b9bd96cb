"""Commands over accounts."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from assistant.accounts.service import ROLLEN, Accounts
from assistant.cli.gebruik import InvoerOnbruikbaar
from assistant.settings import instellingen
from knowledge.service import REGIOS
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
        staat = "gesloten" if not g.actief else "actief" if g.wachtwoord else "nog geen wachtwoord"
        print(f"{g.naam}  {g.rol}  {g.regio or 'alle regio’s'}  {staat}")


@gebruiker_app.command("maak")
def maak(
    naam: str,
    rol: Annotated[str, typer.Option(help=f"Een van {', '.join(ROLLEN)}.")],
    regio: Annotated[Optional[str], typer.Option(help="Regio van een coordinator; leeg is alle regio's.")] = None,
) -> None:
    """Maak een account; u krijgt een eenmalige link om een wachtwoord te kiezen."""
    if regio is not None and regio not in REGIOS:
        raise InvoerOnbruikbaar(f"{regio} is geen regio. Kies uit {', '.join(REGIOS)}.")
    print(link(accounts().maak(naam, rol, regio)))


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
