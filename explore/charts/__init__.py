"""Draw what the tables hold: plotly figures, each with a text alternative and a table twin."""
