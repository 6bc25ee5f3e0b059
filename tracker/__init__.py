"""The domain of 双过半: targets, actuals, progress past half. Imports no Qt, reads no clock."""
