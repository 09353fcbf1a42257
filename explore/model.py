"""Hold the frozen values that every layer passes on: articles, mentions, events and their parts.

All offsets count Unicode code points in ``Article.text``, 0-based and end-exclusive. Nothing here computes anything
beyond slicing; the layers above fill these values in and never change them.
"""

from __future__ import annotations

from dataclasses import dataclass

from explore.frozen import quick
from explore.named import Named


class Channel(Named):
    """Name the way one actor communicated with another."""

    LETTER = "letter"
    CALL = "call"
    VIDEO = "video"
    MEETING = "meeting"
    VISIT = "visit"
    TALKS = "talks"
    AGREEMENT = "agreement"
    STATEMENT = "statement"


class Status(Named):
    """Say whether a communication took place."""

    HAPPENED = "happened"
    PLANNED = "planned"
    WISHED = "wished"
    CANCELLED = "cancelled"
    DENIED = "denied"


class Occasion(Named):
    """Name what a letter was written for."""

    NEW_YEAR = "new_year"
    CHRISTMAS = "christmas"
    NATIONAL_DAY = "national_day"
    CONDOLENCE = "condolence"
    EID = "eid"
    RAMADAN = "ramadan"
    ELECTION = "election"
    INAUGURATION = "inauguration"
    RECOVERY = "recovery"
    INVITATION = "invitation"
    ANNIVERSARY = "anniversary"
    VICTORY = "victory"
    OTHER = "other"


class EntityType(Named):
    """Name what kind of thing a mention points at."""

    PER = "PER"
    GPE = "GPE"
    ORG = "ORG"
    DATE = "DATE"
    ROLE = "ROLE"


class Precision(Named):
    """Say how exactly a date is known."""

    DAY = "day"
    RANGE = "range"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class Review(Named):
    """Say what a reader has decided about an event."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    EDITED = "edited"


@quick
@dataclass(frozen=True, slots=True)
class Span:
    """Mark a stretch of ``Article.text``: code points from ``start`` up to, not including, ``end``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers in *text*."""
        return text[self.start : self.end]


@quick
@dataclass(frozen=True, slots=True)
class Actor:
    """Identify a person, state or organisation that can send or receive.

    ``country`` is an ISO 3166-1 alpha-3 code, or None for organisations of no state.
    """

    id: str
    name_en: str
    name_ar: str
    type: EntityType
    country: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """Keep a part of a file that belongs to no article, and why it was set aside."""

    file: str
    start: int
    end: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Article:
    """Hold one news article as the reader sees it.

    ``published`` is EDTF or None; ``published_basis`` says where it comes from. ``source_id`` is the record's own id
    where the input had one. ``part`` counts the articles of one file from 1.
    """

    article_id: str
    file: str
    part: int
    title: str
    text: str
    sha256: str
    source: str = ""
    source_id: str | None = None
    published: str | None = None
    published_basis: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Mention:
    """Hold a place in the text that names something, and who or what or when it names.

    ``date`` is the EDTF value of a DATE mention. ``office`` is the office on the article's day.
    """

    mention_id: str
    start: int
    end: int
    text: str
    type: EntityType
    entity_id: str | None
    name_en: str | None
    name_ar: str | None
    country: str | None
    office: str | None
    date: str | None
    why: str


@quick
@dataclass(frozen=True, slots=True)
class Event:
    """Hold one communication between one sender and one recipient, as one article reports it."""

    event_id: str
    communication_id: str
    article_id: str
    channel: Channel
    occasion: Occasion | None
    status: Status
    mutual: bool
    sender: Actor
    recipient: Actor | None
    date: str | None
    date_start: str | None
    date_end: str | None
    date_precision: Precision
    date_basis: str
    place: str | None
    trigger: Span
    evidence: Span
    confidence: float
    cameo: str
    plover: str
    why: str
    review: Review = Review.UNREVIEWED


@quick
@dataclass(frozen=True, slots=True)
class Note:
    """Explain one step of a reading: what was decided, where, and why (``explain`` prints these)."""

    step: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold all that was read from one article."""

    article: Article
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    notes: tuple[Note, ...] = ()
