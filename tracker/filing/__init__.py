"""Filing: locked months, months handed in, figures signed by a second person, and what is due."""
