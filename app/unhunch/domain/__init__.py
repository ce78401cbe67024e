"""What a break reminder knows: pure values and functions; no Qt, no file, no clock."""
