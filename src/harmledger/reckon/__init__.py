"""Clusters to voices, tolls, grades, audited tallies, findings. Pure."""
