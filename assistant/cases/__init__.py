"""The case database: youths by pseudonymous key, trajecten, overdrachten, retention."""
