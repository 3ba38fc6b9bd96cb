"""What is wrong with a field, in Dutch and with what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

#: Type of the error -> sentence part; ``{...}`` are filled from the error.
TEKSTEN: Final[dict[str, str]] = {
    "missing": "dit veld is verplicht; vul het in",
    "extra_forbidden": "dit veld bestaat niet; verwijder het of herstel de naam",
    "string_type": "hier hoort tekst te staan",
    "string_too_short": "dit is te kort; schrijf minstens {min_length} tekens",
    "string_too_long": "dit is te lang; schrijf hoogstens {max_length} tekens",
    "string_pattern_mismatch": "dit heeft niet de goede vorm; gebruik kleine letters, cijfers en streepjes",
    "literal_error": "dit is geen keuze; kies uit {expected}",
    "date_from_datetime_parsing": "dit is geen datum die bestaat; schrijf hem als 2027-01-31",
    "date_parsing": "dit is geen datum die bestaat; schrijf hem als 2027-01-31",
    "date_type": "hier hoort een datum te staan, zoals 2027-01-31",
    "float_parsing": "hier hoort een getal te staan",
    "float_type": "hier hoort een getal te staan",
    "int_parsing": "hier hoort een heel getal te staan",
    "int_type": "hier hoort een heel getal te staan",
    "int_from_float": "hier hoort een heel getal te staan",
    "bool_parsing": "hier hoort ja of nee te staan",
    "bool_type": "hier hoort ja of nee te staan",
    "dict_type": "hier horen kenmerken met een waarde te staan, zoals: leeftijd: {{tot: 23}}",
    "model_type": "hier horen velden met een waarde te staan",
    "model_attributes_type": "hier horen velden met een waarde te staan",
    "tuple_type": "hier hoort een lijst te staan",
    "greater_than_equal": "dit moet {ge} of hoger zijn",
    "greater_than": "dit moet hoger dan {gt} zijn",
    "value_error": "{error}",
}
#: A list that must not be empty, by the name of its field.
LEEG: Final = {
    "bronnen": "kies minstens één bron; zonder bron kan dit niet live",
    "grondslag": "noem minstens één bron; een regel zonder bron kan niet",
    "criteria": "een definitie heeft minstens één criterium nodig",
}
#: Fields whose form is not that of an id.
VORMEN: Final = {
    "regels": "schrijf regelnummers als 12 of 12-14, met een komma ertussen",
    "jaar": "schrijf een jaar als 2024 of 2020-2024",
}


def veldmelding(fout: Mapping[str, Any]) -> str:
    """One error of a model as a Dutch sentence part."""
    veld = next((str(d) for d in reversed(fout["loc"]) if isinstance(d, str)), "")
    soort = str(fout["type"])
    if soort == "too_short" or (soort == "tuple_type" and fout.get("input", ()) is None):
        return LEEG.get(veld, "vul hier minstens één waarde in")
    if soort == "string_pattern_mismatch" and veld in VORMEN:
        return VORMEN[veld]
    tekst = TEKSTEN.get(soort, "deze waarde kan niet")
    return tekst.format(**{k: _nederlands(w) for k, w in fout.get("ctx", {}).items()})


def _nederlands(waarde: Any) -> str:
    return str(waarde).replace(" or ", " of ")


def meldingen(fout: ValidationError, hoogstens: int = 5) -> str:
    """The first errors of a record, each with its field."""
    return "; ".join(f"{'.'.join(map(str, e['loc']))}: {veldmelding(dict(e))}" for e in fout.errors()[:hoogstens])
