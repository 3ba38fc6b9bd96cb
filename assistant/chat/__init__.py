"""Rasa in process: the agent, its pipeline components and the conversation door."""
