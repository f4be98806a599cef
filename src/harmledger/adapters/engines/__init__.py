"""Engines behind the ports of the stages."""
