"""Tables going out: the 台账 workbook, plain csv, and the form that a lower level fills in."""
