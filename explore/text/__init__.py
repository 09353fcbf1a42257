"""Clean, split, fold and cut Arabic text. Nothing outside this package normalises text."""
