"""The knowledge base: items, figures, rules and contacts of four regions."""
