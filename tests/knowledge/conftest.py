import pytest

from knowledge.service import Vraagbaak, kennis_uit_bestanden, maak_vraagbaak


@pytest.fixture(scope="session")
def vraagbaak() -> Vraagbaak:
    """The shipped knowledge with its index, built once."""
    return maak_vraagbaak(kennis_uit_bestanden())
