"""Qt models over tracker results."""
