"""Custom actions for a plain Rasa project; one of these modules is copied into it."""
