"""Read one article: text in, mentions and events out. The steps stand here in order; each layer does its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from explore.dates import find as find_dates
from explore.dates import publication as publications
from explore.dates import resolve as resolve_dates
from explore.dates.mentions import DateMention, Publication
from explore.entities import home, surnames
from explore.entities.actors import state_actor
from explore.entities.mentions import Mentions
from explore.entities.parse import Parser
from explore.entities.phrase import Phrase
from explore.entities.refer import Referents
from explore.entities.scan import Scan, scan
from explore.events.acts import ActTable
from explore.events.agenda import announces
from explore.events.bounded import is_bound
from explore.events.cues import Cues
from explore.events.extract import Extractor
from explore.events.layout import Layout
from explore.events.merge import merge_article
from explore.events.moments import DateRead
from explore.events.occasion import Occasions
from explore.events.parties import Judge
from explore.events.story import Rules, Story
from explore.knowledge import index as indexes
from explore.knowledge import lexicon as lexicons
from explore.knowledge.index import Index
from explore.knowledge.lexicon import Lexicon
from explore.model import Actor, Article, EntityType, Mention, Reading
from explore.text.fold import key as fold_key
from explore.text.sentences import sentences
from explore.text.tokens import tokenize

# So many words of sport make an article about sport.
_SPORT_WORDS = 4


@dataclass(frozen=True)
class Reader:
    """Read articles with one set of tables."""

    lexicon: Lexicon
    index: Index
    rules: Rules
    exemplars: tuple[tuple[str, ...], ...]
    named_after: frozenset[str]
    things: frozenset[str]
    palaces: frozenset[str]
    states: Mapping[str, Sequence[Actor]]
    sport: frozenset[str]

    def read(self, article: Article) -> Reading:
        """Return what *article* says: its day, mentions and events, each with its reason."""
        tokens = tokenize(article.text)
        dated = find_dates.find(tokens)
        published = publications.infer(tokens, dated, article.published)
        dates = resolve_dates.resolve(dated, published)
        known = replace(article, published=published.value, published_basis=published.basis)
        scanned = scan(tokens, self.lexicon)
        phrases = self._phrases(scanned, dated)
        country = home.find(tokens, phrases, self.index, scanned.named)
        meanings = self._resolve(scanned, phrases, published, country)
        layout = self._lay_out(scanned, phrases, meanings, dates, country)
        story = Story(
            article.article_id,
            scanned,
            self.rules,
            Judge(self.rules.kinds, self.rules.movements, self._is_sport(scanned)),
            published.day,
            home.dateline(tokens, phrases, self.index),
            announces(article.title, tokens.words),
        )
        events, notes = Extractor(story, layout, _reads(scanned, dates)).extract(sentences(tokens))
        who = {place: row[0] for place, row in meanings.items() if row}
        found = Mentions(article.article_id, scanned, self.index, who).of(phrases)
        named = _with_dates(article.article_id, article.text, found, dates)
        return Reading(known, tuple(named), tuple(merge_article(events, published.day)), tuple(notes))

    def _phrases(self, scanned: Scan, dates: Sequence[DateMention]) -> list[Phrase]:
        """Return the actor phrases; a second pass knows the surnames of those whom the first found in full."""
        people = self.index.tables.people
        phrases = Parser(scanned, people, self.exemplars).parse()
        if surnames.inject(scanned, surnames.collect(scanned.tokens, phrases, people), phrases):
            phrases = Parser(scanned, people, self.exemplars).parse()
        ends = {date.first: date.last for date in dates}
        for phrase in phrases:
            _leave_time(phrase, ends)
        return [phrase for phrase in phrases if not _is_time(phrase, ends)]

    def _resolve(
        self, scanned: Scan, phrases: Sequence[Phrase], published: Publication, country: str | None
    ) -> dict[int, list[tuple[Actor, str]]]:
        first, last = _bounds(published)
        return Referents(scanned.tokens, self.index, first, last, country, self.named_after).all(phrases)

    def _lay_out(
        self,
        scanned: Scan,
        phrases: Sequence[Phrase],
        meanings: Mapping[int, list[tuple[Actor, str]]],
        dates: Sequence[DateMention],
        country: str | None,
    ) -> Layout:
        return Layout(
            scanned,
            {phrase.first: phrase for phrase in phrases},
            {date.first: date.last for date in dates},
            {place: [actor for actor, _ in row] for place, row in meanings.items()},
            self.things,
            self.palaces,
            self.states,
            [state_actor(self.index.tables, country, None)] if country is not None else (),
        )

    def _is_sport(self, scanned: Scan) -> bool:
        words = scanned.tokens.words
        return not self.sport.isdisjoint(words) and sum(word in self.sport for word in words) >= _SPORT_WORDS


def _reads(scanned: Scan, dates: Sequence[DateMention]) -> list[DateRead]:
    """Return the dates as the event layer needs them; a dateline dates the article, no act."""
    words = scanned.tokens.words
    return [
        DateRead(
            date.first, date.last, date.value, date.interval, date.why,
            is_bound(words, date.first, date.value),
        )
        for date in dates
        if not date.dateline
    ]  # fmt: skip


def _is_time(phrase: Phrase, ends: Mapping[int, int]) -> bool:
    """Tell whether a lone short name is the first word of a date: «صباح أمس» is no Sabah."""
    alone = phrase.name is not None and phrase.last - phrase.first == 1
    return alone and ends.get(phrase.first, 0) > phrase.last


def _leave_time(phrase: Phrase, ends: Mapping[int, int]) -> None:
    """Take the first word of a date out of a title before it: «أمير الكويت [صباح أمس]» names no Sabah."""
    name = phrase.name
    if name is not None and phrase.offices and name.first == phrase.last - 1 and ends.get(name.first, 0) > phrase.last:
        phrase.name, phrase.last = None, name.first


def _bounds(published: Publication) -> tuple[dt.date | None, dt.date | None]:
    if published.day is not None:
        return published.day, published.day
    if published.interval is not None:
        return published.interval.first, published.interval.last
    return None, None


def _with_dates(article_id: str, text: str, found: list[Mention], dates: Sequence[DateMention]) -> list[Mention]:
    """Return the mentions with those of dates; a month is no town: «من آب»."""
    months = {place for date in dates for place in range(date.start, date.end)}
    found = [one for one in found if one.type is not EntityType.GPE or one.start not in months]
    for date in dates:
        found.append(
            Mention(
                f"{article_id}@{date.start}-{date.end}",
                date.start,
                date.end,
                text[date.start : date.end],
                EntityType.DATE,
                None,
                None,
                None,
                None,
                None,
                date.value,
                date.why,
            )
        )
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


@lru_cache(maxsize=1)
def default() -> Reader:
    """Return the reader of the packaged tables."""
    index = indexes.default()
    tables = index.tables
    return Reader(
        lexicons.default(),
        index,
        _rules(index),
        tuple(tuple(fold_key(group).split()) for group in tables.words["exemplar"]),
        _folded(tables.words["named_after"]),
        _folded(tables.words["things"]),
        frozenset(key for key, entry in tables.organisations.items() if entry.kind == "palace"),
        {
            key: (state_actor(tables, place.country, None),)
            for key, place in index.places.items()
            if place.country is not None
        },
        _folded(tables.words["sport"]),
    )


def _rules(index: Index) -> Rules:
    words, organisations = index.tables.words, index.tables.organisations
    return Rules(
        acts=ActTable(index.tables.acts),
        cues=Cues(words),
        occasions=Occasions(index.tables.acts["occasion"]),
        kinds={key: entry.kind for key, entry in organisations.items()},
        movements=_movements(index),
        organisations={
            key: Actor(key, entry.name_en, entry.names[0], EntityType.ORG, entry.country)
            for key, entry in organisations.items()
        },
        homes={key: state_actor(index.tables, key, None) for key in index.tables.countries},
        addressing=_forms(words["addressed"]),
        saying=_folded(words["saying"]),
    )


def _movements(index: Index) -> frozenset[str]:
    """Return the keys of armed movements and of who have led them."""
    tables = index.tables
    movements = {key for key, entry in tables.organisations.items() if entry.kind == "movement"}
    leaders = {key for key, one in tables.people.items() if any(term.of in movements for term in one.terms)}
    return frozenset(movements | leaders)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold_key(word) for word in words)


def _forms(verbs: Iterable[str]) -> frozenset[str]:
    return frozenset(form.word for entry in verbs for form in lexicons.verb_forms(entry))
