"""Turn phrases into mentions: the places in the text that name a person, a state or place, or an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from explore.entities.actors import organisation_actor, state_actor
from explore.entities.phrase import Label, Name, Phrase
from explore.knowledge.index import Index
from explore.knowledge.lexicon import Kind
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
        for label in phrase.labels:
            yield self._named(label)
        if phrase.name is None and meaning is not None and (phrase.offices or phrase.counterpart):
            yield self._mention(phrase.first, phrase.last, phrase.clitic, EntityType.ROLE, meaning[0], meaning[1])

    def _person(self, name: Name, actor: Actor, why: str) -> Mention:
        return self._mention(name.first, name.last, name.clitic, EntityType.PER, actor, why)

    def _named(self, label: Label) -> Mention:
        actor, why = self._thing(label)
        return self._mention(label.first, label.last, label.clitic, actor.type, actor, why)

    def _thing(self, label: Label) -> tuple[Actor, str]:
        """Return what a name that is nobody's means, and why."""
        if label.kind is Kind.PLACE:
            place = self.index.places[label.key]
            return Actor(
                f"place:{place.name_en}", place.name_en, place.names[0], EntityType.GPE, place.country
            ), "place"
        if label.kind is Kind.ORGANISATION:
            return organisation_actor(self.index.tables.organisations[label.key]), "organisation"
        if self._is_capital(label):
            country = self.index.tables.countries[label.key]
            return Actor(label.key, country.capital_en, country.capital[0], EntityType.GPE, label.key), "capital"
        return state_actor(self.index.tables, label.key, None), "state"

    def _is_capital(self, label: Label) -> bool:
        """Tell whether a state is named by its capital; «الكويت» and the like name both."""
        country = self.index.tables.countries[label.key]
        words = " ".join(self.tokens.words[label.first : label.last])
        capital = any(words.endswith(folded) for folded in self.index.capital_names(label.key))
        return capital and country.capital_en != country.name_en

    def _body(self, phrase: Phrase) -> Mention | None:
        """Return the mention of a ministry or palace whose state the phrase tells."""
        if phrase.body is None or phrase.offices or not phrase.has_state:
            return None
        body = self.index.tables.bodies[phrase.body]
        if not body["mention"]:
            return None
        country = phrase.countries[0]
        name = self._body_name(str(body["name_en"]), country, phrase.place or "")
        shown = self.tokens.shown(phrase.first, phrase.last)[len(phrase.clitic) :]
        actor = Actor(f"{phrase.body}:{country}", name, shown, EntityType.ORG, country)
        why = f"{phrase.body} of {country}"
        return self._mention(phrase.first, phrase.last, phrase.clitic, EntityType.ORG, actor, why)

    def _body_name(self, pattern: str, country: str, seat: str) -> str:
        state = self.index.tables.countries[country]
        name = pattern.format(nation=state.demonym_en or state.name_en, state=state.name_en, seat=seat)
        return name.removesuffix(" in ")

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
