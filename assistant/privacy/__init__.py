"""Masking of personal data before anything else sees a text."""
