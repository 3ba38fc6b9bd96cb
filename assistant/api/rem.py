"""A brake on how often one conversation may speak."""

from __future__ import annotations

import time
from collections import defaultdict, deque


class Rem:
    """At most so many messages a minute per key; kept in memory, emptied as keys go quiet."""

    def __init__(self, per_minuut: int) -> None:
        self._grens = per_minuut
        self._tijden: defaultdict[str, deque[float]] = defaultdict(deque)

    def mag(self, sleutel: str) -> bool:
        """Counts one message; whether it is within the limit."""
        nu = time.monotonic()
        tijden = self._tijden[sleutel]
        while tijden and nu - tijden[0] > 60:
            tijden.popleft()
        if len(self._tijden) > 10_000:
            self._vergeet(nu)
        if len(tijden) >= self._grens:
            return False
        tijden.append(nu)
        return True

    def _vergeet(self, nu: float) -> None:
        for sleutel in [s for s, t in self._tijden.items() if not t or nu - t[-1] > 60]:
            del self._tijden[sleutel]
