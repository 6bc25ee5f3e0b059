"""Figures in and out: clipboard blocks and tables. Knows neither storage nor charts."""
