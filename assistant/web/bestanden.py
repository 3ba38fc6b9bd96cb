"""The files that a browser loads: the modules without their comments, each checked again before it is used."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

#: Comments as our modules have them: blocks and lines of their own, and types of a cast within a line.
_COMMENTAAR: Final = re.compile(
    r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n|^[ \t]*//[^\n]*\n|/\*\* @type (?:(?!\*/).)*\*/ ?", re.MULTILINE | re.DOTALL
)


class Bestanden(StaticFiles):
    """Files that a browser keeps and checks again, so that an upgrade is never mixed with the old."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file with its caching rule; a module is sent without its comments, which are half of it."""
        antwoord = await super().get_response(path, scope)
        if path.endswith(".js") and antwoord.status_code in (200, 304):
            antwoord = _module(Path(self.lookup_path(path)[0]), scope)
        antwoord.headers["Cache-Control"] = "no-cache"
        return antwoord


def _module(pad: Path, scope: Scope) -> Response:
    inhoud, merk = _kaal(pad, pad.stat().st_mtime_ns)
    if any(naam == b"if-none-match" and waarde.decode("latin-1") == merk for naam, waarde in scope["headers"]):
        return Response(status_code=304, headers={"ETag": merk})
    return Response(inhoud, media_type="text/javascript", headers={"ETag": merk})


@lru_cache(maxsize=64)
def _kaal(pad: Path, _gewijzigd: int) -> tuple[bytes, str]:
    inhoud = zonder_commentaar(pad.read_text(encoding="utf-8")).encode()
    return inhoud, f'W/"{hashlib.sha256(inhoud).hexdigest()[:16]}"'


def zonder_commentaar(tekst: str) -> str:
    """A module as it runs; nothing but comments goes, so that what is read in a browser is what stands here."""
    return _COMMENTAAR.sub("", tekst)
