"""Ledgers in databases."""
