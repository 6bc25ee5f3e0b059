"""What lies ahead and beside: what the rest needs, how much may be lost, how others stand."""
