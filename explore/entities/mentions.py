"""Turn phrases into mentions: the places in the text that name a person, a state or place, or an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from explore.entities.phrase import Name, Phrase
from explore.knowledge.index import Index
from explore.model import Actor, EntityType, Mention
from explore.text.tokens import Tokens

_MARK = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*")


class Mentions:
    """Make the mentions of one article."""

    def __init__(self, article_id: str, tokens: Tokens, index: Index, actors: Mapping[int, tuple[Actor, str]]) -> None:
        """Prepare; *actors* gives the meaning of the phrase that begins at a token, with its why."""
        self.article_id = article_id
        self.tokens = tokens
        self.index = index
        self.actors = actors

    def of(self, phrases: Sequence[Phrase]) -> list[Mention]:
        """Return the mentions of *phrases*, in reading order."""
        found = [mention for phrase in phrases for mention in self._phrase(phrase)]
        return sorted(found, key=lambda mention: (mention.start, -mention.end))

    def _phrase(self, phrase: Phrase) -> Iterator[Mention]:
        meaning = self.actors.get(phrase.first)
        if phrase.name is not None and meaning is not None:
            yield self._person(phrase.name, *meaning)
        body = self._body(phrase)
        if body is not None:
            yield body
            return
        for name in phrase.states:
            yield self._named(name, phrase)
        if phrase.name is None and meaning is not None and (phrase.offices or phrase.counterpart):
            yield self._mention(phrase.first, phrase.last, phrase.clitic, EntityType.ROLE, meaning[0], meaning[1])

    def _person(self, name: Name, actor: Actor, why: str) -> Mention:
        return self._mention(name.first, name.last, name.clitic, EntityType.PER, actor, why)

    def _named(self, name: Name, phrase: Phrase) -> Mention:
        tables = self.index.tables
        key = name.person
        assert key is not None
        if key.startswith("%"):
            place = self.index.places[key[1:]]
            actor = Actor(f"place:{place.name_en}", place.name_en, place.names[0], EntityType.GPE, place.country)
            return self._mention(name.first, name.last, name.clitic, EntityType.GPE, actor, "place")
        if key.startswith("@"):
            organisation = tables.organisations[key[1:]]
            actor = Actor(organisation.key, organisation.name_en, organisation.names[0], EntityType.ORG, organisation.country)
            return self._mention(name.first, name.last, name.clitic, EntityType.ORG, actor, "organisation")
        return self._state(name, key)

    def _state(self, name: Name, key: str) -> Mention:
        country = self.index.tables.countries[key]
        words = " ".join(self.tokens.words[name.first : name.last])
        capital = any(words.endswith(folded) for folded in self.index.capital_names(key))
        if capital and country.capital_en != country.name_en:
            actor = Actor(key, country.capital_en, country.capital[0], EntityType.GPE, key)
            return self._mention(name.first, name.last, name.clitic, EntityType.GPE, actor, "capital")
        actor = Actor(key, country.name_en, country.names[0], EntityType.GPE, key)
        return self._mention(name.first, name.last, name.clitic, EntityType.GPE, actor, "state")

    def _body(self, phrase: Phrase) -> Mention | None:
        if phrase.body is None or phrase.offices:
            return None
        body = self.index.tables.bodies[phrase.body]
        country = phrase.nations[0].key if phrase.nations else phrase.state_keys[0] if phrase.state_keys else None
        if not body["mention"] or country is None:
            return None
        state = self.index.tables.countries[country]
        seat = self._seat(phrase)
        name = str(body["name_en"]).format(nation=state.demonym_en or state.name_en, state=state.name_en, seat=seat or "")
        name = name.removesuffix(" in ")
        shown = self.tokens.shown(phrase.first, phrase.last)[len(phrase.clitic) :]
        actor = Actor(f"{phrase.body}:{country}", name, shown, EntityType.ORG, country)
        return self._mention(phrase.first, phrase.last, phrase.clitic, EntityType.ORG, actor, f"{phrase.body} of {country}")

    def _seat(self, phrase: Phrase) -> str | None:
        return phrase.place

    def _mention(self, first: int, last: int, clitic: str, kind: EntityType, actor: Actor, why: str) -> Mention:
        start = self.start(first, clitic)
        end = self.tokens.ends[last - 1]
        return Mention(
            f"{self.article_id}@{start}-{end}", start, end, self.tokens.text[start:end], kind, actor.id,
            actor.name_en, actor.name_ar, actor.country, actor.office, None, why,
        )  # fmt: skip

    def start(self, first: int, clitic: str) -> int:
        """Return where the word of token *first* begins behind its proclitics (and their vowel marks)."""
        start = self.tokens.starts[first]
        for _ in clitic:
            start = _MARK.match(self.tokens.text, start + 1).end()  # type: ignore[union-attr]
        return start
