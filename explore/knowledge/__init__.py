"""Load what Barqiya knows: people, offices, states, places, organisations, acts. The facts stand in the TOML tables."""
