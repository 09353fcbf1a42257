"""Read Arabic news and find who communicated with whom."""
