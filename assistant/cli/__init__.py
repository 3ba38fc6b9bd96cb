"""The command line: ``routewijzer``."""

from __future__ import annotations

import sys
import warnings

import typer
from pydantic import ValidationError
from rich.console import Console
from typer.exceptions import TyperException

from assistant.cli import beheer, gebruik, gebruikers, kennis
from assistant.cli.opdrachtfouten import gebruiksfout
from assistant.logs import stel_in
from assistant.problems import nederlands
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
app.add_typer(gebruikers.gebruiker_app, name="gebruiker")
app.add_typer(kennis.regels_app, name="regels")


def main() -> None:
    """Runs a command; an error that we know is one line in Dutch, never a stack trace."""
    zonder_telemetrie()
    warnings.filterwarnings("ignore")
    try:
        stel_in(instellingen().log_niveau)
        sys.exit(app(standalone_mode=False))
    except TyperException as fout:
        _einde(gebruiksfout(fout), 2)
    except (typer.Abort, KeyboardInterrupt):
        _einde("Gestopt.", 130)
    except ValidationError as fout:
        _einde(_instellingsfout(fout))
    except BEKENDE_FOUTEN as fout:
        _einde(str(fout))


def _instellingsfout(fout: ValidationError) -> str:
    """Which settings are refused, and why; a check over several settings names them itself."""
    namen = (f"ROUTEWIJZER_{'_'.join(map(str, e['loc'])).upper()}: " if e["loc"] else "" for e in fout.errors())
    redenen = (nederlands(e["type"], e["msg"]) for e in fout.errors())
    return "\n".join(["De instellingen kloppen niet.", *(n + r for n, r in zip(namen, redenen, strict=True))])


def _einde(tekst: str, status: int = 1) -> None:
    if tekst:
        Console(stderr=True).print(tekst, style="red", markup=False, highlight=False)
    sys.exit(status)


BEKENDE_FOUTEN = gebruik.BEKENDE_FOUTEN
