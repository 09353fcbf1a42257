"""Define the errors that a user may see. Each is one sentence: file, place, problem, what to do.

BarqiyaError
├── SourceError      a file or folder of articles cannot be read
├── KnowledgeError   a table of explore/knowledge is broken
└── SelectionError   a filter or link asks for something that does not exist
"""

from __future__ import annotations


class BarqiyaError(Exception):
    """Report a problem that the user can mend: str() is one sentence naming file, place, problem and remedy."""

    def __init__(self, *, where: str, problem: str, remedy: str) -> None:
        """Compose the sentence from *where* it went wrong, the *problem* and its *remedy*."""
        self.where = where
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{where}: {problem}; {remedy}")


class SourceError(BarqiyaError):
    """Report a file or folder of articles that cannot be read."""


class KnowledgeError(BarqiyaError):
    """Report a broken knowledge table."""


class SelectionError(BarqiyaError):
    """Report a filter value that does not exist."""
