"""The files that a browser loads: the modules as they run, under an address that changes when they do."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from assistant.web.bundel import bundel

#: What a module or style sheet can do without: comments of blocks and lines of their own, types of a cast, indentation.
_KAAL: Final = re.compile(
    r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n|^[ \t]*//[^\n]*\n|/\*\* @type (?:(?!\*/).)*\*/ ?|^[ \t]+",
    re.MULTILINE | re.DOTALL,
)
_SOORTEN: Final = {".js": "text/javascript", ".css": "text/css"}
#: The launcher, which a host page names without a version, and the lines in which it reads where the rest is.
STARTER: Final = "routewijzer.js"
_MAP: Final = "const MAP = '.';"
_VENSTER: Final = "const VENSTER = 'venster.js';"
#: The window with all its modules as one; it stands in no file.
GESPREK: Final = "gesprek.js"
_VERSIE: Final = re.compile(r"^chat/([0-9a-f]{12})/")
_BEWAAR: Final = "public, max-age=31536000, immutable"
_Stand = tuple[tuple[Path, int], ...]


class Bestanden(StaticFiles):
    """Files that a browser checks again before use, or keeps for good where their version is in the address."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file with its caching rule; one that was asked for under an old version is not kept."""
        gevraagd = _VERSIE.match(path)
        if gevraagd:
            path = f"chat/{path[gevraagd.end() :]}"
        pad = Path(str(self.directory), path)
        antwoord = _tekst(pad, scope) if path == f"chat/{GESPREK}" else await super().get_response(path, scope)
        if pad.suffix in _SOORTEN and antwoord.status_code == 200:
            antwoord = _tekst(pad, scope)
        actueel = gevraagd and gevraagd[1] == versie(pad.parent)
        antwoord.headers["Cache-Control"] = _BEWAAR if actueel else "no-cache"
        antwoord.headers["Vary"] = "Origin"  # what our own page fetched must not be reused for another site
        return antwoord


def _tekst(pad: Path, scope: Scope) -> Response:
    inhoud, merk = _inhoud(pad, _stand(pad.parent))
    if any(naam == b"if-none-match" and waarde.decode("latin-1") == merk for naam, waarde in scope["headers"]):
        return Response(status_code=304, headers={"ETag": merk})
    return Response(inhoud, media_type=_SOORTEN[pad.suffix], headers={"ETag": merk})


@lru_cache(maxsize=128)
def _inhoud(pad: Path, stand: _Stand) -> tuple[bytes, str]:
    tekst = kaal(bundel(pad.parent, "venster") if pad.name == GESPREK else pad.read_text(encoding="utf-8"))
    if pad.name == STARTER:
        tekst = tekst.replace(_MAP, f"const MAP = './{_versie(stand)}';").replace(
            _VENSTER, f"const VENSTER = '{GESPREK}';"
        )
    inhoud = tekst.encode()
    return inhoud, f'W/"{hashlib.sha256(inhoud).hexdigest()[:16]}"'


def kaal(tekst: str) -> str:
    """A file as it runs; nothing but comments and indentation goes, so that what is read in a browser is what stands here."""
    return _KAAL.sub("", tekst)


def versie(map_: Path) -> str:
    """The version of the files in a folder: another one as soon as any of them changes."""
    return _versie(_stand(map_))


def _stand(map_: Path) -> _Stand:
    return tuple((pad, pad.stat().st_mtime_ns) for pad in sorted(map_.iterdir()) if pad.suffix in _SOORTEN)


@lru_cache(maxsize=4)
def _versie(stand: _Stand) -> str:
    return hashlib.sha256(b"\0".join(pad.read_bytes() for pad, _ in stand)).hexdigest()[:12]
