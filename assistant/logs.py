"""Logging that tells what happened and never what was said.

Rasa logs whole trackers at level debug through structlog, which prints
everything unless told otherwise: a privacy leak and most of a turn's time.
"""

from __future__ import annotations

import logging

import structlog


def stel_in(niveau: str = "WARNING") -> None:
    """One level for the standard logger and for structlog; Rasa's own loggers never below warning."""
    grens = getattr(logging, niveau)
    logging.basicConfig(level=grens)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(max(grens, logging.WARNING)))
    for naam in ("rasa", "rasa_sdk", "matplotlib", "apscheduler", "sqlalchemy", "h5py", "markdown_it"):
        logging.getLogger(naam).setLevel(max(grens, logging.WARNING))
    # Several libraries reset the filters while they load, so what they deprecate among each other is stopped here.
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
