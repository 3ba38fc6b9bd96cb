"""Rasa custom actions: read slots, call a service, say the result.

The application calls them in its own process; the same package also runs
under ``rasa run actions``.
"""
