"""The window of 双过半. Imports tracker; holds no SQL and no arithmetic on indicators."""
