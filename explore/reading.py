"""Read one article: text in, mentions and events out. The steps stand here in order; each layer does its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from explore.dates import find as find_dates
from explore.dates import publication as publications
from explore.dates import resolve as resolve_dates
from explore.dates.mentions import DateMention, Publication
from explore.entities import home, surnames
from explore.entities.mentions import Mentions
from explore.entities.parse import Parser
from explore.entities.phrase import Phrase
from explore.entities.refer import Referents, state_actor
from explore.entities.scan import Scan, scan
from explore.events.dating import DateRead
from explore.events.extract import Extractor
from explore.events.layout import Layout
from explore.events.acts import ActTable
from explore.events.merge import merge_article
from explore.events.occasion import Occasions
from explore.events.status import Cues
from explore.knowledge import index as indexes
from explore.knowledge import lexicon as lexicons
from explore.knowledge.index import Index
from explore.knowledge.lexicon import Lexicon
from explore.model import Actor, Article, EntityType, Mention, Note, Reading, Span
from explore.text.fold import key as fold_key
from explore.text.sentences import sentences
from explore.text.tokens import Tokens, tokenize


# So many words of sport make an article about sport.
_SPORT_WORDS = 4
# Marks behind which منذ no longer governs.
_ENDS = frozenset("،,؛;.:")


@dataclass(frozen=True)
class Reader:
    """Read articles with one set of tables."""

    lexicon: Lexicon
    index: Index
    cues: Cues
    occasions: Occasions
    exemplars: tuple[tuple[str, ...], ...]
    acts: ActTable
    things: frozenset[str]
    palaces: frozenset[str]
    states: Mapping[str, Sequence[Actor]]
    sport: frozenset[str]
    kinds: dict[str, str]
    organisations: dict[str, Actor]
    addressed: frozenset[str]

    def read(self, article: Article) -> Reading:
        """Return what *article* says: its day, mentions and events, each with its reason."""
        tokens = tokenize(article.text)
        mentions = find_dates.find(tokens)
        published = publications.infer(tokens, mentions, article.published)
        dates = resolve_dates.resolve(mentions, published)
        dated = replace(article, published=published.value, published_basis=published.basis)
        scanned = scan(tokens, self.lexicon)
        phrases = Parser(scanned, self.index.tables.people, self.exemplars).parse()
        if surnames.inject(scanned, surnames.collect(tokens, phrases, self.index.tables.people), phrases):
            phrases = Parser(scanned, self.index.tables.people, self.exemplars).parse()
        phrases = [phrase for phrase in phrases if not _is_time(phrase, mentions)]
        meanings = self._resolve(tokens, scanned, phrases, published)
        cut = sentences(tokens)
        events, notes = self._events(dated, scanned, phrases, meanings, dates, cut, published.day)
        found = Mentions(article.article_id, tokens, self.index, {place: row[0] for place, row in meanings.items() if row}).of(phrases)
        named = _with_dates(article.article_id, article.text, found, dates)
        merged = merge_article(events, published.day)
        return Reading(dated, tuple(named), tuple(merged), tuple(notes))

    def _resolve(self, tokens: Tokens, scanned: Scan, phrases: Sequence[Phrase], published: Publication) -> dict[int, list[tuple[Actor, str]]]:
        first, last = _bounds(published)
        country = home.find(tokens, phrases, self.index, scanned.named)
        referents = Referents(tokens, self.index, first, last, country)
        return referents.all(phrases)

    def _is_sport(self, scanned: Scan) -> bool:
        return sum(word in self.sport for word in scanned.tokens.words) >= _SPORT_WORDS

    def _events(self, article: Article, scanned: Scan, phrases: Sequence[Phrase], meanings: dict[int, list[tuple[Actor, str]]], dates: Sequence[DateMention], cut: Sequence[tuple[int, int]], today: dt.date | None):  # type: ignore[no-untyped-def]
        layout = Layout(
            scanned,
            {phrase.first: phrase for phrase in phrases},
            {date.first: date.last for date in dates},
            {place: [actor for actor, _ in row] for place, row in meanings.items()},
            self.things,
            self.palaces,
            self.states,
        )
        words = scanned.tokens.words
        reads = [DateRead(date.first, date.last, date.value, date.interval, date.why, _is_bound(words[max(0, date.first - 4) : date.first])) for date in dates if not date.dateline]
        return Extractor(article.article_id, scanned, layout, reads, self.acts, self.cues, self.occasions, today, kinds=self.kinds, is_sport=self._is_sport(scanned), organisations=self.organisations, addressed=self.addressed).extract(cut)


def _is_time(phrase: Phrase, dates: Sequence[DateMention]) -> bool:
    """Tell whether a lone short name is the first word of a date: «صباح أمس» is no Sabah."""
    alone = phrase.name is not None and phrase.last - phrase.first == 1
    return alone and any(date.first == phrase.first and date.last > phrase.last for date in dates)


def _is_bound(before: Sequence[str]) -> bool:
    """Tell whether منذ or حتى stands before a date: «منذ توليه منصبه في فبراير»; a comma ends its reach."""
    near = before[max((place for place, word in enumerate(before) if word in _ENDS), default=-1) + 1 :]
    return "منذ" in near or before[-1:] == ("حتي",)


def _bounds(published: Publication) -> tuple[dt.date | None, dt.date | None]:
    if published.day is not None:
        return published.day, published.day
    if published.interval is not None:
        return published.interval.first, published.interval.last
    return None, None


def _with_dates(article_id: str, text: str, found: list[Mention], dates: Sequence[DateMention]) -> list[Mention]:
    for date in dates:
        found.append(
            Mention(
                f"{article_id}@{date.start}-{date.end}", date.start, date.end, text[date.start : date.end], EntityType.DATE,
                None, None, None, None, None, date.value, date.why,
            )  # fmt: skip
        )
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


@lru_cache(maxsize=1)
def default() -> Reader:
    """Return the reader of the packaged tables."""
    lexicon = lexicons.default()
    index = indexes.default()
    return Reader(lexicon, index, Cues(index.tables.words), Occasions(index.tables.acts["occasion"]), tuple(tuple(fold_key(group).split()) for group in index.tables.words["exemplar"]), ActTable(index.tables.acts), frozenset(fold_key(word) for word in index.tables.words["things"]), frozenset(key for key, entry in index.tables.organisations.items() if entry.kind == "palace"), {key: (state_actor(index.tables, place.country, None),) for key, place in index.places.items() if place.country is not None}, frozenset(fold_key(word) for word in index.tables.words["sport"]), {key: entry.kind for key, entry in index.tables.organisations.items()}, {key: Actor(key, entry.name_en, entry.names[0], EntityType.ORG, entry.country) for key, entry in index.tables.organisations.items()}, frozenset(form.word for entry in index.tables.words["addressed"] for form in lexicons.verb_forms(entry)))
