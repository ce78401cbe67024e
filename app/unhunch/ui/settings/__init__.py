"""The settings window: pages of rows, a search over all of them, and a preview of the day they make."""
