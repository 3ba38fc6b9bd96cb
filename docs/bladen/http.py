"""http.md: the resources, from the OpenAPI document of the routers; no Rasa model is loaded."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI

import assistant.api
from docs.bladen import contract
from docs.bladen.opmaak import code, koppeling, tabel
from docs.bladen.schema import binnen, schemanaam, schematabel, typetekst

API: Final = "/api/v1"
#: FastAPI's own error form; this application answers with a Probleem instead.
_VREEMD: Final = frozenset({"HTTPValidationError", "ValidationError"})

_KOP = """# HTTP resources

Everything below `/api/v1`. The OpenAPI document of a running installation is `/api/v1/openapi.json`; every answer
carries `API-Version`. An error is `application/problem+json`: a [Probleem](contract.md#probleem) with the field and
the reason.
"""


def openapi() -> dict[str, Any]:
    """The OpenAPI document of all routers."""
    app = FastAPI(title="Routewijzer")
    for module in pkgutil.iter_modules(assistant.api.__path__):
        router = getattr(importlib.import_module(f"assistant.api.{module.name}"), "router", None)
        if router is not None:
            app.include_router(router, prefix=API)
    return app.openapi()


def blad() -> str:
    """The page."""
    document = openapi()
    contractnamen = set(contract.schemas())

    def wijzer(sleutel: str) -> str:
        naam = schemanaam(sleutel)
        return koppeling(naam, naam, "contract.md") if sleutel in contractnamen else binnen(sleutel)

    eigen = {n: s for n, s in document["components"]["schemas"].items() if n not in contractnamen | _VREEMD}
    tabellen = [schematabel(naam, schema, wijzer) for naam, schema in sorted(eigen.items())]
    return "\n\n".join([_KOP.strip(), *_bronnen(document, wijzer), "## Bodies", *tabellen])


def _bronnen(document: Mapping[str, Any], wijzer: Any) -> Iterator[str]:
    for pad, methoden in sorted(document["paths"].items()):
        for methode, bron in methoden.items():
            delen = [f"## {methode.upper()} {pad}", bron.get("description", "")]
            if velden := bron.get("parameters"):
                rijen = [
                    (code(v["name"]), v["in"], typetekst(v["schema"], wijzer), v.get("description", "")) for v in velden
                ]
                delen.append(tabel(("parameter", "in", "type", "meaning"), rijen))
            delen += [f"Body: {typetekst(_json(bron['requestBody']), wijzer)}"] if "requestBody" in bron else []
            delen += [_antwoord(s, a, wijzer) for s, a in bron["responses"].items() if s != "422"]
            yield "\n\n".join(d for d in delen if d)


def _json(deel: Mapping[str, Any]) -> Mapping[str, Any]:
    inhoud: Mapping[str, Any] = deel.get("content", {}).get("application/json", {}).get("schema", {})
    return inhoud


def _antwoord(status: str, antwoord: Mapping[str, Any], wijzer: Any) -> str:
    schema = _json(antwoord)
    return f"Answers {status} {HTTPStatus(int(status)).phrase}{f': {typetekst(schema, wijzer)}' if schema else ''}"
