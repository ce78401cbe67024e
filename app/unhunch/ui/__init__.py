"""Qt widgets: everything the person sees and touches."""
