"""Routewijzer: chat assistant and routing advisor around vulnerable youths."""
