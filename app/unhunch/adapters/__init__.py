"""The world: one module per system behind each port, and a Null for "not here"."""
