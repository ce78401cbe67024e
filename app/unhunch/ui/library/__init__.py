"""The stretch library: the gallery of cards, a stretch's own page, the editor, and the routines."""
