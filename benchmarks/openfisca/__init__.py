"""A comparison with OpenFisca, which runs in an environment of its own."""
