"""Facts about a youth -> JIKP verdicts, route, contact.  No web, no Rasa, no database."""
