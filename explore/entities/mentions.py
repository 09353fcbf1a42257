"""Turn phrases into mentions: the places in the text that name a person, a state or place, or an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from explore.entities.actors import organisation_actor, place_actor, state_actor
from explore.entities.phrase import Label, Name, Phrase
from explore.knowledge.index import Index
from explore.knowledge.lexicon import Kind
from explore.model import Actor, EntityType, Mention
from explore.text.tokens import Tokens

# Vowel marks and invisible letters, which belong to the letter before them; a space may stand behind a proclitic.
_MARK = re.compile("[ \u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


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
        """Give the mentions inside one phrase: its name, then its body or places, else the title as a role."""
        actor, why = self.actors.get(phrase.first, (None, ""))
        if phrase.name is not None and actor is not None:
            yield self._mention(phrase.name, EntityType.PER, actor, why)
        body = self._body(phrase)
        if body is not None:
            yield self._mention(phrase, EntityType.ORG, body, f"{phrase.body} of {body.country}")
            return
        for label in phrase.labels:
            thing, reason = self._thing(label)
            yield self._mention(label, thing.type, thing, reason)
        if actor is not None and _is_role(phrase):
            yield self._mention(phrase, EntityType.ROLE, actor, why)

    def _thing(self, label: Label) -> tuple[Actor, str]:
        """Return what a name that is nobody's means, and why."""
        if label.kind is Kind.PLACE:
            return place_actor(self.index.places[label.key]), "place"
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

    def _body(self, phrase: Phrase) -> Actor | None:
        """Return the ministry or palace that a phrase names, where it tells whose: «الخارجية الروسية»."""
        if phrase.body is None or phrase.offices or not phrase.has_state:
            return None
        body = self.index.tables.bodies[phrase.body]
        if not body["mention"]:
            return None
        country = phrase.countries[0]
        name = self._body_name(str(body["name_en"]), country, phrase.place or "")
        shown = self.tokens.shown(phrase.first, phrase.last)[len(phrase.clitic) :]
        return Actor(f"{phrase.body}:{country}", name, shown, EntityType.ORG, country)

    def _body_name(self, pattern: str, country: str, seat: str) -> str:
        """Fill the English name of a body: «Embassy of {state} in {seat}», where the seat may be unknown."""
        state = self.index.tables.countries[country]
        name = pattern.format(nation=state.demonym_en or state.name_en, state=state.name_en, seat=seat)
        return name.removesuffix(" in ")

    def _mention(self, marked: Name | Label | Phrase, kind: EntityType, actor: Actor, why: str) -> Mention:
        """Return the mention of *actor* over the tokens of *marked*, without its proclitics."""
        start = self._start(marked.first, marked.clitic)
        end = self.tokens.ends[marked.last - 1]
        return Mention(
            f"{self.article_id}@{start}-{end}", start, end, self.tokens.text[start:end], kind, actor.id,
            actor.name_en, actor.name_ar, actor.country, actor.office, None, why,
        )  # fmt: skip

    def _start(self, first: int, clitic: str) -> int:
        """Return where the word of token *first* begins behind its proclitics (and their vowel marks)."""
        start = self.tokens.starts[first]
        for _ in clitic:
            start += 1
            while _MARK.match(self.tokens.text, start):
                start += 1
        return start


def _is_role(phrase: Phrase) -> bool:
    """Tell whether a phrase means somebody by a title alone: «وزير الخارجية الروسي», «نظيره»."""
    return phrase.name is None and bool(phrase.offices or phrase.counterpart)
