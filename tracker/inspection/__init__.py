"""督查: the four stages of the yearly cycle as lists, and the cases they are worked off with."""
