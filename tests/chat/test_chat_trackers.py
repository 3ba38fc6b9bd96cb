"""A turn reads its conversation once and writes it once, or not at all."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.chat.trackers import Gesprekkenkast


@pytest.fixture
def kast(tmp_path: Path) -> Callable[[], Gesprekkenkast]:
    """Stores on one database, as two processes have them."""
    return lambda: Gesprekkenkast(Domain.empty(), f"sqlite:///{tmp_path / 'gesprekken.db'}")


async def zeg(kast: Gesprekkenkast, tekst: str) -> DialogueStateTracker:
    tracker = await kast.get_or_create_tracker("a", append_action_listen=False)
    tracker.update(UserUttered(tekst) if tracker.events else SessionStarted())
    await kast.save(tracker)
    return tracker


def teksten(tracker: DialogueStateTracker | None) -> list[str]:
    return [e.text for e in tracker.events if isinstance(e, UserUttered)] if tracker else []


def draai(verhaal: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(verhaal())


def test_wat_een_beurt_bewaart_staat_er_aan_het_eind(kast: Callable[[], Gesprekkenkast]) -> None:
    async def verhaal() -> None:
        hier, elders = kast(), kast()
        async with hier.beurt("a"):
            eerste = await zeg(hier, "begin")
            assert await zeg(hier, "hij is 17") is eerste
            assert await elders.retrieve("a") is None
        assert teksten(await elders.retrieve("a")) == ["hij is 17"]

    draai(verhaal)


def test_een_volgende_beurt_schrijft_alleen_het_nieuwe_bij(kast: Callable[[], Gesprekkenkast]) -> None:
    async def verhaal() -> None:
        hier = kast()
        for tekst in ("begin", "hij is 17", "en woont in Assen"):
            async with hier.beurt("a"):
                await zeg(hier, tekst)
        assert teksten(await kast().retrieve("a")) == ["hij is 17", "en woont in Assen"]

    draai(verhaal)


def test_van_een_mislukte_beurt_blijft_niets(kast: Callable[[], Gesprekkenkast]) -> None:
    async def verhaal() -> None:
        hier = kast()
        await zeg(hier, "begin")
        with pytest.raises(RuntimeError):
            async with hier.beurt("a"):
                await zeg(hier, "hij is 17")
                raise RuntimeError
        assert teksten(await hier.retrieve("a")) == []
        async with hier.beurt("a"):
            await zeg(hier, "hij is 18")
        assert teksten(await kast().retrieve("a")) == ["hij is 18"]

    draai(verhaal)


def test_een_nieuwe_sessie_begint_leeg_en_de_vorige_blijft_bewaard(kast: Callable[[], Gesprekkenkast]) -> None:
    async def verhaal() -> None:
        hier = kast()
        for tekst in ("begin", "hij is 17"):
            await zeg(hier, tekst)
        tracker = await hier.retrieve("a")
        assert tracker
        tracker.update(SessionStarted(timestamp=time.time() + 60))
        tracker.update(UserUttered("zij is 19", timestamp=time.time() + 61))
        await hier.save(tracker)
        assert teksten(await kast().retrieve("a")) == ["zij is 19"]
        assert teksten(await kast().retrieve_full_tracker("a")) == ["hij is 17", "zij is 19"]

    draai(verhaal)
