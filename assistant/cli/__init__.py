"""The command line: ``routewijzer``."""

from __future__ import annotations

import sys
import warnings

import typer
from pydantic import ValidationError
from rich.console import Console

from assistant.cli import beheer, gebruik, kennis
from assistant.logs import stel_in
from assistant.settings import instellingen, zonder_telemetrie

app = typer.Typer(
    name="routewijzer",
    help="Chatassistent en routeadviseur rond jongeren in een kwetsbare positie.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
gebruik.voeg_toe(app)
beheer.voeg_toe(app)
app.add_typer(kennis.kennis_app, name="kennis")
app.add_typer(kennis.regels_app, name="regels")


def main() -> None:
    """Runs a command; an error that we know is one line in Dutch, never a stack trace."""
    zonder_telemetrie()
    warnings.filterwarnings("ignore")
    try:
        stel_in(instellingen().log_niveau)
    except ValidationError as fout:
        regels = [f"ROUTEWIJZER_{'_'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in fout.errors()]
        _einde("De instellingen kloppen niet.\n" + "\n".join(regels))
    try:
        app()
    except BEKENDE_FOUTEN as fout:
        _einde(str(fout))


def _einde(tekst: str) -> None:
    Console(stderr=True).print(tekst, style="red", markup=False, highlight=False)
    sys.exit(1)


BEKENDE_FOUTEN = gebruik.BEKENDE_FOUTEN
