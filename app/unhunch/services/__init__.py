"""What the program does with the domain; talks to the world only through small Protocols."""
