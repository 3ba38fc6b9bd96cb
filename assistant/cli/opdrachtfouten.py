"""What is wrong with a command as it was typed, in Dutch."""

from __future__ import annotations

import re

from typer.exceptions import TyperException


def gebruiksfout(fout: TyperException) -> str:
    """Which option or argument is not usable, and where the help is; empty when the help was already shown."""
    wat = _wat(fout)
    opdracht = getattr(getattr(fout, "ctx", None), "command_path", "routewijzer")
    return f"{wat} Zie: {opdracht} --help" if wat else ""


def _wat(fout: TyperException) -> str:
    melding = str(getattr(fout, "message", ""))
    if optie := getattr(fout, "option_name", None):
        return f"De optie {optie} bestaat hier niet of mist een waarde."
    if kenmerk := getattr(fout, "param", None):
        naam = kenmerk.opts[0]
        return (
            f"De waarde bij {naam} is niet bruikbaar.{_keuzes(melding)}"
            if melding
            else f"Het argument {naam} ontbreekt."
        )
    return "Deze opdracht of dit argument bestaat niet." if melding else ""


def _keuzes(melding: str) -> str:
    """The values that would do; the first quoted word of the message is what was typed."""
    mogelijk = [w.replace("%Y-%m-%d", "JJJJ-MM-DD") for w in re.findall(r"'([^']+)'", melding)[1:]]
    return f" Mogelijk: {', '.join(mogelijk)}." if mogelijk else ""
