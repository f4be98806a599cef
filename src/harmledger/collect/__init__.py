"""Bytes to Report: text extraction, page chrome off, publication time, language. Pure."""
