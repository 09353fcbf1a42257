"""Read communications: acts with their parties, status and date, merged so that each counts once."""
