"""Take a view away: tables for programs and spreadsheets, exchange formats, and a package for research."""
