"""Unhunch: a desktop break reminder that shows you how to stretch."""

__version__ = "0.1.0"
