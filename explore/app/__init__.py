"""Drive the dashboard: what is shown, its address, the shared sidebar and the parts that pages are made of."""
