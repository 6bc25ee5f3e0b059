"""What a picture draws, before it is drawn: a pure function for each chart, and its table."""
