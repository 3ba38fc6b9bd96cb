"""JSON schemas as tables: the messages of the contract and the bodies of the HTTP resources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from docs.bladen.opmaak import code, codes, eerste_zin, koppeling, tabel

Schema = Mapping[str, Any]
#: A link to the table of a message, by its schema name.
Wijzer = Callable[[str], str]

_WOORDEN: Final = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true/false",
    "null": "null",
}
_VORMEN: Final = {"date": "date (YYYY-MM-DD)", "date-time": "date and time"}


def schemanaam(sleutel: str) -> str:
    """The name of a message; the module stands behind it where two share a name."""
    *modules, naam = sleutel.split("__")
    return f"{naam} ({modules[-1]})" if modules else naam


def binnen(sleutel: str) -> str:
    """A link to a message on the same page."""
    return koppeling(schemanaam(sleutel), schemanaam(sleutel))


def typetekst(schema: Schema, wijzer: Wijzer = binnen) -> str:
    """The type of a field in words, with links to other messages."""
    if "$ref" in schema:
        return wijzer(str(schema["$ref"]).rsplit("/", 1)[-1])
    for samen in ("anyOf", "oneOf"):
        if samen in schema:
            return " or ".join(dict.fromkeys(typetekst(deel, wijzer) for deel in schema[samen]))
    if "const" in schema:
        return code(schema["const"])
    if "enum" in schema:
        return codes(schema["enum"])
    if schema.get("type") == "array":
        return f"list of {typetekst(schema.get('items', {}), wijzer)}"
    if schema.get("type") == "object":
        return f"object of {typetekst(schema['additionalProperties'], wijzer)}" if _van_een_soort(schema) else "object"
    return _VORMEN.get(schema.get("format", ""), _WOORDEN.get(schema.get("type", ""), "any"))


def _van_een_soort(schema: Schema) -> bool:
    return isinstance(schema.get("additionalProperties"), Mapping) and bool(schema["additionalProperties"])


def schematabel(sleutel: str, schema: Schema, wijzer: Wijzer = binnen) -> str:
    """A message with its fields."""
    verplicht = set(schema.get("required", ()))
    velden = schema.get("properties", {})
    koppen = ["field", "type", "default", *(["meaning"] if any("description" in d for d in velden.values()) else [])]
    rijen = [
        (code(veld), typetekst(deel, wijzer), _standaard(veld in verplicht, deel), deel.get("description", ""))
        for veld, deel in velden.items()
    ]
    return f"### {schemanaam(sleutel)}\n\n{eerste_zin(schema.get('description'))}\n\n" + tabel(
        koppen, (rij[: len(koppen)] for rij in rijen)
    )


def _standaard(verplicht: bool, deel: Schema) -> str:
    if verplicht:
        return "required"
    return code("" if deel.get("default") is None else deel["default"]) or "none"
