"""How good is it?  Questions, descriptions, conversations and checks by other hands, run through the whole system."""
