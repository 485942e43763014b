"""Rebuild everything under data/ from the primary files: `python -m data.builders` (see README.md beside this file)."""
