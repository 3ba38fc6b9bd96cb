"""contract.md: the messages, from the Pydantic models."""

from __future__ import annotations

from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from assistant.batch import Regel
from assistant.messages import Beurt
from assistant.problems import Probleem
from docs.bladen.schema import schematabel

_MODELLEN: Final[tuple[type[BaseModel], ...]] = (Beurt, Probleem, Regel)

_KOP = """# The contract: messages

Field names are Dutch and stable: other software depends on them. Additions are fine; a rename is a new version of the
API. The same messages come out of the [HTTP resources](http.md), the [command line](opdrachten.md) with `--json`, and
`batch`.

## Batch

`routewijzer batch INVOER.jsonl UITVOER.jsonl` takes one JSON object a line (see [Regel](#regel)) and writes one a line,
in the same order.

| a line with | gives | what happens |
| --- | --- | --- |
| `beurten` | `{"id", "beurten": [[Antwoord, …], …]}` | a conversation of its own, turn by turn |
| `beschrijving` | `{"id", "advies": Advies}` | the same turn that the chat takes |
| `kenmerken` | `{"id", "toets": Toets}` | a check on structured facts |
| anything else | `{"id", "fout": Probleem}` | the other lines go on; exit status 1 |

## Messages
"""


def schemas() -> dict[str, Any]:
    """The JSON schemas of every message, by name."""
    _, alles = models_json_schema([(model, "validation") for model in _MODELLEN])
    return dict(alles["$defs"])


def blad() -> str:
    """The page."""
    return "\n\n".join([_KOP.strip(), *(schematabel(naam, deel) for naam, deel in sorted(schemas().items()))])
