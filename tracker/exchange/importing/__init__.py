"""Sheets → ImportPlan: what a table would write, cell by cell, and what it leaves alone and why."""
