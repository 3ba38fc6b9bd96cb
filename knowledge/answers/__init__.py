"""From a question to an answer: a figure, an item, a follow-up of either, or that the sources do not tell."""

from knowledge.answers.followup import Stand
from knowledge.answers.reply import Gedrag, Kennisantwoord, Knop
from knowledge.answers.vraagbaak import Vraagbaak

__all__ = ["Gedrag", "Kennisantwoord", "Knop", "Stand", "Vraagbaak"]
