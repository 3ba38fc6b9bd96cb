"""Which other sites a browser may let in."""

from __future__ import annotations

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

from assistant.sites import Sitetabel


class Sitecors(CORSMiddleware):
    """Lets browsers through from the origins of the site table, and from no other."""

    def __init__(self, app: ASGIApp, sites: Sitetabel) -> None:
        super().__init__(
            app,
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Content-Type", "Routewijzer-Site"],
            expose_headers=["Retry-After"],
        )
        self._sites = sites

    def is_allowed_origin(self, origin: str) -> bool:
        """Whether any site may be shown from this origin."""
        return self._sites.kent(origin)
