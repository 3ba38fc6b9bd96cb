"""Public door of the privacy package."""

from assistant.privacy.masking import Gemaskeerd, Maskeerder
from assistant.privacy.names import Namenlijst

__all__ = ["Gemaskeerd", "Maskeerder", "Namenlijst"]
