"""Help: the manual, the guide through the window, what is new, what the program is made of."""
