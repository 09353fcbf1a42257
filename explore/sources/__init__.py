"""Turn files into articles: text files of any encoding that Arabic is written in, and records in JSON Lines.

A file that cannot be read yields a ``SourceError``; nothing here raises one, so that the others are still read.
"""
