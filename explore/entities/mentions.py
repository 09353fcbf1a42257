"""Turn phrases into mentions: the places in the text that name a person, a state or place, or an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from explore.entities import houses
from explore.entities.actors import organisation_actor, place_actor, state_actor
from explore.entities.phrase import LANDS, Label, Name, Phrase
from explore.entities.reach import HOUSES, Reach
from explore.entities.scan import Scan
from explore.knowledge.index import Index
from explore.knowledge.lexicon import Kind
from explore.model import Actor, EntityType, Mention

# Vowel marks and invisible letters, which belong to the letter before them; a space may stand behind a proclitic.
_MARK = re.compile("[ \u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")

# «قصر الإليزيه», with a proclitic or none.
_PALACE = "قصر"


class Mentions:
    """Make the mentions of one article."""

    def __init__(self, article_id: str, scan: Scan, index: Index, actors: Mapping[int, tuple[Actor, str]]) -> None:
        """Prepare; *actors* gives the meaning of the phrase that begins at a token, with its why."""
        self.article_id = article_id
        self.scan = scan
        self.tokens = scan.tokens
        self.index = index
        self.actors = actors
        self.reach = Reach(scan, index.tables)
        # The tokens of posts that are marked as part of their embassy.
        self.marked: set[int] = set()

    def of(self, phrases: Sequence[Phrase]) -> list[Mention]:
        """Return the mentions of *phrases*, in reading order."""
        found = [mention for phrase in phrases for mention in self._phrase(phrase)]
        found.extend(self._unlisted(found))
        # Two titles may name the same state: «نظيره رئيس الإمارات».
        once = {(mention.start, mention.end, mention.type): mention for mention in reversed(found)}
        return sorted(once.values(), key=lambda mention: (mention.start, -mention.end))

    def _phrase(self, phrase: Phrase) -> Iterator[Mention]:
        """Give the mentions inside one phrase: its name, then its body or places, else the title as a role."""
        actor, why = self.actors.get(phrase.first, (None, ""))
        if phrase.name is not None and actor is not None:
            yield self._mention(phrase.name, EntityType.PER, actor, why)
        marked = self.reach.with_body(phrase)
        body = self._body(marked, actor) if marked.body is not None else None
        if body is not None and marked.seat is not None:
            yield self._body_mention(marked, marked.seat, body)
            if not (phrase.offices or phrase.name):
                return
        if phrase.labels or phrase.offices:
            yield from self._labels(phrase)
        if actor is not None and _is_role(phrase):
            yield self._mention(phrase, EntityType.ROLE, actor, why)

    def _body_mention(self, phrase: Phrase, seat: Label, body: Actor) -> Mention:
        """Give the mention of a body: its words with those of its state, or with the town of an embassy."""
        named = self._of_state(seat, phrase) if phrase.offices or phrase.name else phrase
        post = self.reach.post(phrase)
        if post is not None:
            self.marked.add(post.first)
            town, _ = self._thing(post)
            body = replace(body, name_en=f"{body.name_en} in {town.name_en}")
            named = Label(phrase.first, post.last, seat.kind, seat.key, phrase.clitic)
        return self._mention(named, EntityType.ORG, body, f"{phrase.body} of {body.country or 'a state not told'}")

    def _labels(self, phrase: Phrase) -> Iterator[Mention]:
        """Give the mentions of the lands and organisations of a phrase."""
        for label in self.reach.labels(phrase):
            if label.first in self.marked:
                continue
            clitic = self.reach.noun_before(label, HOUSES) if label.kind in LANDS else None
            if clitic is not None:
                yield self._house(label, clitic)
                continue
            thing, reason = self._thing(label)
            yield self._mention(self._with_palace(label), thing.type, thing, reason)

    def _unlisted(self, found: Sequence[Mention]) -> Iterator[Mention]:
        """Give the mentions of palaces, offices and universities that no table holds and nothing *found* meets."""
        labels = list(houses.find(self.scan))
        if not labels:
            return
        names = [mention for mention in found if mention.type is not EntityType.ROLE]
        taken = {place for mention in names for place in range(mention.start, mention.end)}
        for label in labels:
            shown = self.tokens.shown(label.first, label.last)[len(label.clitic) :]
            actor = Actor(f"house:{shown}", houses.english(shown), shown, EntityType.ORG, None)
            mention = self._mention(label, EntityType.ORG, actor, "house that no table holds")
            if taken.isdisjoint(range(mention.start, mention.end)):
                yield mention

    def _house(self, label: Label, clitic: str) -> Mention:
        """Give the mention of a palace or university that is named after its place: «قصر بوغور», «جامعة دمشق»."""
        place, _ = self._thing(label)
        named = Label(label.first - 1, label.last, label.kind, label.key, clitic)
        shown = self.tokens.shown(named.first, named.last)[len(clitic) :]
        house = Actor(f"house:{shown}", houses.english(shown, place.name_en), shown, EntityType.ORG, place.country)
        return self._mention(named, EntityType.ORG, house, "named after its place")

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
        capital = words.endswith(self.index.capital_names(label.key))
        return capital and country.capital_en != country.name_en

    def _body(self, phrase: Phrase, actor: Actor | None) -> Actor | None:
        """Return the ministry or presidency that a phrase names: «الخارجية الروسية», «باسم رئاسة الجمهورية»."""
        body = self.index.tables.bodies.get(phrase.body or "")
        if body is None or not body["mention"] or phrase.seat is None:
            return None
        told = phrase.countries[0] if phrase.has_state else None
        short = phrase.seat.last - phrase.seat.first == 1
        if told is None and (short or not body.get("alone") or phrase.organisation is not None):
            # «الخارجية», «رئاسة الاتحاد» name no body of a state.
            return None
        country = told or (actor.country if actor is not None else None)
        if country is None and not _is_definite(self.tokens.words[phrase.seat.last - 1]):
            return None
        name = self._body_name(str(body["name_en"]), country, phrase.place or "")
        shown = self.tokens.shown(phrase.seat.first, phrase.last)[len(phrase.seat.clitic) :]
        return Actor(f"{phrase.body}:{country or ''}", name, shown, EntityType.ORG, country)

    def _of_state(self, seat: Label, phrase: Phrase) -> Label:
        """Return the words of a body with the adjective of its state: «الناطق باسم [وزارة الخارجية الروسية] X»."""
        nations = {nation.form.word for nation in phrase.nations}
        last = seat.last
        while last < phrase.last and self.tokens.words[last] in nations:
            last += 1
        return Label(seat.first, last, seat.kind, seat.key, seat.clitic)

    def _with_palace(self, label: Label) -> Label:
        """Return a palace with the word before it that says so: «[قصر الإليزيه]»."""
        word = self.tokens.words[label.first - 1] if label.first else ""
        if label.kind is not Kind.ORGANISATION or label.clitic or not word.endswith(_PALACE):
            return label
        return Label(label.first - 1, label.last, label.kind, label.key, word.removesuffix(_PALACE))

    def _body_name(self, pattern: str, country: str | None, seat: str) -> str:
        """Fill the English name of a body: «Embassy of {state} in {seat}», where state and seat may be unknown."""
        if country is None:
            return pattern.format(nation="", state="", seat=seat).strip().removesuffix(" in")
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


def _is_definite(word: str) -> bool:
    """Tell whether a body is a certain one, though the text does not tell whose: «وزارة الخارجية»."""
    return word.removeprefix("ل").startswith(("ال", "ل"))
