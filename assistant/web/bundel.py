"""The modules of a conversation sent as one: a browser asks once instead of twenty times, and nothing has to be built."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

#: The two forms in which our modules lean on one another.
_IMPORT: Final = re.compile(r"^import \{([^}]*)\} from '\./(\w+)\.js';\n", re.MULTILINE)
_EXPORT: Final = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)


def bundel(map_: Path, ingang: str) -> str:
    """A module and all it imports as one text: each in a scope of its own, after those that it needs."""
    delen: dict[str, str] = {}
    _neem(map_, ingang, delen)
    uit = ", ".join(_EXPORT.findall((map_ / f"{ingang}.js").read_text(encoding="utf-8")))
    return "".join(delen.values()) + f"export const {{ {uit} }} = ${ingang};\n"


def _neem(map_: Path, naam: str, delen: dict[str, str]) -> None:
    if naam in delen:
        return
    tekst = (map_ / f"{naam}.js").read_text(encoding="utf-8")
    for _, nodig in _IMPORT.findall(tekst):
        _neem(map_, nodig, delen)
    delen[naam] = _omhuld(naam, tekst)


def _omhuld(naam: str, tekst: str) -> str:
    """A module as an expression whose value is what it exports."""
    uit = ", ".join(_EXPORT.findall(tekst))
    lijf = _EXPORT.sub("", _IMPORT.sub(r"const {\1} = $\2;\n", tekst))
    return f"const ${naam} = (() => {{\n{lijf}return {{ {uit} }};\n}})();\n"
