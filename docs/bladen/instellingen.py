"""instellingen.md: every setting, from ``assistant.settings``."""

from __future__ import annotations

from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic.fields import FieldInfo

from assistant.settings import Instellingen
from docs.bladen.opmaak import code, codes, tabel, zonder_pad

_KOP = """# Instellingen

Een instelling is een omgevingsvariabele, of een regel in het bestand `.env` in de map van waaruit u start. Een waarde
die niet kan of niet veilig is, houdt de start tegen, met de reden. Hoe u ze gebruikt staat in
[beheer](../handleiding/beheer.md).
"""


def blad() -> str:
    """The page."""
    rijen = [
        (code(omgevingsnaam(naam)), veld.description, _waarden(veld), code(zonder_pad(_standaard(veld))) or "leeg")
        for naam, veld in Instellingen.model_fields.items()
    ]
    return f"{_KOP}\n{tabel(('instelling', 'betekenis', 'waarden', 'standaard'), rijen)}"


def omgevingsnaam(veld: str) -> str:
    """The environment variable of a setting."""
    return f"{Instellingen.model_config['env_prefix']}{veld}".upper()


def _standaard(veld: FieldInfo) -> Any:
    waarde = veld.get_default(call_default_factory=True)
    return str(waarde).lower() if isinstance(waarde, bool) else "" if waarde is None else waarde


def _waarden(veld: FieldInfo) -> str:
    keuzes = [w for w in _letterlijk(veld.annotation) if w is not None]
    if keuzes:
        return codes(keuzes)
    grenzen = [f"van {m.ge}" for m in veld.metadata if isinstance(m, Ge)]
    grenzen += [f"tot en met {m.le}" for m in veld.metadata if isinstance(m, Le)]
    patroon = next((m.pattern for m in veld.metadata if getattr(m, "pattern", None)), "")
    if patroon:
        return codes(patroon.strip("^()$").split("|"))
    return " ".join(grenzen) or ("`true`, `false`" if veld.annotation is bool else "")


def _letterlijk(soort: Any) -> tuple[Any, ...]:
    if get_origin(soort) is Literal:
        return get_args(soort)
    if get_origin(soort) in (Union, UnionType):
        return tuple(w for deel in get_args(soort) for w in _letterlijk(deel))
    return ()
