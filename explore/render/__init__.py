"""Show Arabic text: as right-to-left HTML with its entities marked, and in visual order where nothing shapes it."""
