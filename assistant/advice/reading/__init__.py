"""Reading a Dutch description of a youth into facts, each with the words it came from."""

from assistant.advice.reading.lezer import Lezer
from assistant.advice.reading.lezing import Gelezen, Lezing

__all__ = ["Gelezen", "Lezer", "Lezing"]
