"""The domain of 双过半: targets, actuals and progress past half. Imports no Qt and reads no clock."""
