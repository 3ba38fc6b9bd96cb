"""Pages: the chat and the coordinators' console."""
