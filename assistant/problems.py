"""Errors as people and programs may see them: ``application/problem+json``, in Dutch, with field and remedy."""

from __future__ import annotations

from pydantic import BaseModel, ValidationError

from assistant.advice.kenmerken import KenmerkOngeldig


class Veldfout(BaseModel):
    """Which field, and why it is not usable."""

    veld: str
    reden: str


class Probleem(BaseModel):
    """A problem (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    velden: list[Veldfout] = []


def probleem(soort: str, titel: str, status: int, detail: str, velden: list[Veldfout] | None = None) -> Probleem:
    """A problem with the type address of this project."""
    return Probleem(
        type=f"urn:routewijzer:probleem:{soort}", title=titel, status=status, detail=detail, velden=velden or []
    )


def uit_kenmerk(fout: KenmerkOngeldig) -> Probleem:
    """A fact that cannot be used."""
    return probleem(
        "kenmerk-ongeldig", "Een kenmerk klopt niet", 422, str(fout), [Veldfout(veld=fout.veld, reden=fout.reden)]
    )


def uit_validatie(fout: ValidationError) -> Probleem:
    """Input that does not have the agreed form."""
    velden = [
        Veldfout(veld=".".join(str(d) for d in e["loc"]) or "bericht", reden=nederlands(e["type"], e["msg"]))
        for e in fout.errors()[:10]
    ]
    return probleem(
        "invoer-ongeldig", "De invoer klopt niet", 422, "; ".join(f"{v.veld}: {v.reden}" for v in velden), velden
    )


_MELDINGEN = {
    "missing": "dit veld ontbreekt",
    "extra_forbidden": "dit veld bestaat niet",
    "string_type": "hier hoort tekst",
    "string_pattern_mismatch": "deze waarde heeft niet de juiste vorm",
    "int_type": "hier hoort een heel getal",
    "int_parsing": "hier hoort een heel getal",
    "greater_than_equal": "dit getal is te laag",
    "less_than_equal": "dit getal is te hoog",
    "bool_type": "hier hoort waar (true) of niet waar (false)",
    "bool_parsing": "hier hoort waar (true) of niet waar (false)",
    "dict_type": "hier hoort een object met velden",
    "model_type": "hier hoort een object met velden",
    "model_attributes_type": "hier hoort een object met velden",
    "list_type": "hier hoort een lijst",
    "too_short": "dit veld is leeg",
    "too_long": "deze lijst is te lang",
    "date_type": "hier hoort een datum, bijvoorbeeld 2026-11-22",
    "date_from_datetime_parsing": "hier hoort een datum, bijvoorbeeld 2026-11-22",
    "date_parsing": "hier hoort een datum, bijvoorbeeld 2026-11-22",
    "json_invalid": "dit is geen geldige JSON",
    "literal_error": "deze waarde staat niet in de lijst",
    "string_too_short": "dit veld is leeg",
    "string_too_long": "deze tekst is te lang",
}


def nederlands(soort: str, melding: str) -> str:
    """The Dutch words for a validation error; a check of our own brings its own words."""
    if soort == "value_error":
        return melding.removeprefix("Value error, ")
    return _MELDINGEN.get(soort, "deze waarde is niet bruikbaar")
