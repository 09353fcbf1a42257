"""Lay a sentence out as a row of items: actor groups, acts, verbs, dates and the small words between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from explore.entities.offices import LEADERS
from explore.entities.phrase import Phrase
from explore.events import delegations, homeward
from explore.events.continuations import continues
from explore.events.items import Item, Role
from explore.events.joining import join
from explore.events.reach import AND_THAT
from explore.events.settling import JOURNEYS, REPLIED, Settling
from explore.events.uses import CONJUNCTIONS, VERBAL, behind_preposition, classify, settle_verb, specifies
from explore.events.words import listed
from explore.model import Actor, EntityType
from explore.text.tokens import places

_VERBS = frozenset(VERBAL.values())
# A word that ends in one of these has its owner: no genitive follows.
_POSSESSIVES = ("ه", "ها", "هم", "هما")
# «يلتقي وجها لوجه بX»: no verb of turning.
_FACE_TO_FACE = ("وجها", "لوجه")
# «مباحثات على مستوى القمة» says of what rank the talks are.
_SUMMIT = "القمه"
_LEVEL = "مستوي"
# Whoever comes to one of these comes to its state: «وصل إلى مطار القاهرة».
_PORTS = ("مطار", "ميناء")
# «شقيقه X» is X himself; whoever stands behind «شقيقة» only says whose sister acts.
_OF = "of"
_BROTHER = "شقيقه"
_MARKS = {
    '"': Role.QUOTE,
    **dict.fromkeys(("،", ",", ":", "(", ")", "-", "/", "–", "—"), Role.COMMA),
    **dict.fromkeys(("؛", ";", ".", "\n"), Role.BOUNDARY),
}
_SPECIAL = homeward.WORDS.union(_MARKS)
_SETTING = listed("layout", "setting")
# «كان أول من التقى X»: من is who, and no preposition.
_WHO = "من"
# «من حيث المبدأ» opens no clause.
_WHERE = "حيث"
# «لم تعقد بعد القمة»: «بعد» is yet, no preposition.
_YET, _NOT = "بعد", "لم"
_SET = frozenset((_FACE_TO_FACE[0], _SUMMIT, _WHERE, _YET))
_FIRST = frozenset(("اول", "اخر", "اوايل"))
_MORE = frozenset(("اكثر", "اقل", "اشد"))
_OFFICE = "مكتب"
_FOREIGN = "الخارجيه"
_ABROAD = "خارجيه"
# What closes one of a list.
_LISTING = frozenset(("؛", ";", "،", ".", "\n", "("))
_ENDS = frozenset(("\n", "."))


@dataclass(slots=True)
class Layout(Settling):
    """Hold what is known of each token before sentences are laid out; the ``told`` ones are more than their word."""

    date_at: Mapping[int, int]
    actors: Mapping[int, list[Actor]]
    things: frozenset[str]
    palaces: frozenset[str]
    states: Mapping[str, Sequence[Actor]]
    home: Sequence[Actor] = ()
    told: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        """Find the places of phrases, dates, marks and what a state's own press calls home."""
        Settling.__post_init__(self)
        self.told = frozenset((*self.phrase_at, *self.date_at, *places(self.words, _SPECIAL)))

    @property
    def has_delegation(self) -> bool:
        """Tell whether a delegation is told of."""
        return any(phrase.body == "delegation" for phrase in self.phrase_at.values())

    def items(self, first: int, last: int) -> list[Item]:
        """Return the items of the tokens from *first* up to *last*, joined phrases as one group."""
        out: list[Item] = []
        told, hits = self.told, self.scan.hits
        place = first
        while place < last:
            item = self._told(place, last) if place in told else None
            if item is None and hits[place]:
                item = self._known(place, last)
            if item is None:
                out.append(self._unknown(place))
                place += 1
                continue
            place, role = item.last, item.role
            if role is Role.GROUP:
                if continues(out, item):
                    continue
            elif role in _VERBS:
                if out and (specifies(out[-1], item) or self._is_governed(out[-1], item)):
                    item.role, item.finite = Role.WORD, False
            elif role is Role.BOUNDARY and (self._parts_nothing(out, item, last) or self._only_adds(item)):
                item.role = Role.COMMA
            out.append(item)
        groups = join(out, self.words, first, last)
        delegations.seat(out, groups, self.words)
        return out

    def _parts_nothing(self, out: Sequence[Item], mark: Item, last: int) -> bool:
        """Tell whether «؛» stands for a comma behind a name: «بعث X؛ برقية إلى Y؛ رئيس Z», «وصل X؛ وY»."""
        named = out[-1] if mark.key == "؛" and out else None
        if named is None or named.role is not Role.GROUP or named.last != mark.first or mark.last >= last:
            return False
        return self.words[mark.last][:1] not in CONJUNCTIONS[1:] or self._is_listed(mark.last, last)

    def _is_listed(self, place: int, last: int) -> bool:
        """Tell whether one more of a list stands at *place*, between marks: «؛ [وY]،»."""
        phrase = self.phrase_at.get(place)
        if phrase is None or phrase.clitic != CONJUNCTIONS[1]:
            return False
        return phrase.last >= last or self.words[phrase.last] in _LISTING

    def _only_adds(self, item: Item) -> bool:
        """Tell whether «وذلك» adds when or where: «التقى X Y، وذلك خلال زيارته» is one clause."""
        words = self.words
        return words[item.first] == AND_THAT and words[item.last : item.last + 1] != () and words[item.last] in _SETTING

    def _told(self, place: int, last: int) -> Item | None:
        """Return the group, date or mark at *place*; None where a name for home is but a word."""
        word, phrase = self.words[place], self.phrase_at.get(place)
        if phrase is not None and not (word == _ABROAD and self._is_abroad(place)):
            return self._group(place, phrase)
        if place in self.date_at:
            return Item(Role.DATE, place, self.date_at[place])
        if word in _MARKS:
            return self._mark(place, last, word)
        return homeward.group(self.scan, self.actors, self.home, place)

    def _mark(self, place: int, last: int, word: str) -> Item:
        role = Role.COMMA if word in _ENDS and self._goes_on(place, last) else _MARKS[word]
        return Item(role, place, place + 1, key=word)

    def _goes_on(self, place: int, last: int) -> bool:
        """Tell whether the sentence goes on behind a line break, an initial's full stop or «..»: no clause ends."""
        if self.words[place] == "\n":
            return place + 1 < last
        return any(word.isalpha() for word in self.words[place + 1 : min(place + 3, last)])

    def _is_governed(self, before: Item, item: Item) -> bool:
        """Tell whether what looks like a verb is a noun: behind a preposition (على استضافتها), or «أكثر توافقا»."""
        words = self.words
        if words[before.last - 1] in _MORE and before.last == item.first:
            return True
        if words[before.first] == _WHO and before.first and words[before.first - 1].lstrip("و") in _FIRST:
            return False
        return behind_preposition(before, item)

    def _group(self, place: int, phrase: Phrase) -> Item:
        """Return the group of *phrase*; nobody acts in «سفارة X» or «في الكرملين»."""
        before = self.words[place - 1] if place else ""
        # «جولاته الخارجية» are abroad.
        abroad = self.words[place : phrase.last] == (_FOREIGN,) and before.endswith(_POSSESSIVES)
        belongs = not phrase.clitic and place > 0 and ((self._is_thing(before) and not self._acts(place - 1)) or abroad)
        palace = phrase.organisation in self.palaces and phrase.preposition in ("at", "place")
        actors = [] if belongs or palace else list(self.actors.get(place, ()))
        within = [] if actors or belongs or phrase.place is None else list(self.states.get(phrase.place, ()))
        if palace and not belongs:
            within = [actor for actor in self.actors.get(place, ()) if actor.type is EntityType.GPE]
        if belongs and self.words[place - 1].endswith(_PORTS):
            within = list(self.actors.get(place, ()) or self.states.get(phrase.place or "", ()))
        group = Item.group(phrase, actors, within)
        if _BROTHER in phrase.honorifics and self._is_sister(place, actors):
            group.preposition = _OF
        if within and belongs and not phrase.preposition:
            group.preposition = self._port_in(place - 1)
        if belongs and self.words[place - 1].lstrip("ول") == _OFFICE:
            group.owners = list(self.actors.get(place, ()))
        return group

    def _is_abroad(self, place: int) -> bool:
        """Tell whether «خارجية» tells of a journey abroad, no ministry: «في أول زيارة [خارجية] له»."""
        return place > 0 and self.words[place - 1].lstrip("ولب").startswith(JOURNEYS)

    def _port_in(self, place: int) -> str:
        """Return the preposition by which somebody is in the port at *place*: «في مطار X», «بمطار X»; else empty."""
        words = self.words
        if words[place].startswith("ب"):
            return "at"
        return "place" if place and words[place - 1] == "في" else ""

    def _is_thing(self, word: str) -> bool:
        """Tell whether *word* is a thing or relative that belongs to whom a name behind it tells: «مقر X», «والد X»."""
        return word in self.things or word.lstrip("ولب") in self.things

    def _is_sister(self, place: int, named: Sequence[Actor]) -> bool:
        """Tell whether «شقيقة X» is of the leader *named*: no «شقيقه X», which folds to the same, nor her own name."""
        leader = bool(named) and named[0].office in LEADERS
        return leader and self.scan.tokens.shown(place, place + 1).strip().endswith("ة")

    def _acts(self, place: int) -> bool:
        """Tell whether what folds like a noun with «ة» is a verb with its pronoun: «استضافه X»."""
        tensed = any(sense.form.tense and sense.form.pronoun for hit in self.scan.hits[place] for sense in hit.senses)
        return tensed and self.scan.tokens.shown(place, place + 1).strip().endswith("ه")

    def _known(self, place: int, last: int) -> Item | None:
        """Return the item of the first hit at *place* that does something in the sentence."""
        word = self.words[place]
        if word in _SET and self._is_set(place, word):
            return Item(Role.WORD, place, place + 1) if word == _WHERE else None
        for hit in self.scan.hits[place]:
            uses = classify(hit.senses, hit.clitic)
            use = uses.alone
            if uses.doubtful or word in REPLIED:
                use = self._settle(hit, uses, word)
            if use is not None and hit.last <= last and not (use.owned and self._is_noun(hit)):
                item = Item(use.role, place, hit.last, word, use.key)
                item.clitic, item.senses = hit.clitic, hit.senses
                item.finite, item.says = use.finite, use.says
                if word in REPLIED and hit.clitic:
                    settle_verb(item)
                return item
        return None

    def _is_set(self, place: int, word: str) -> bool:
        """Tell whether *word* stands in a set phrase: «وجها لوجه», «على مستوى القمة», «من حيث», «لم تعقد بعد»."""
        words = self.words
        if word == _WHERE:
            return words[place - 1] == _WHO
        if word == _YET:
            return place > 1 and words[place - 2].lstrip("و") == _NOT
        return words[place - 1] == _LEVEL if word == _SUMMIT else words[place : place + 2] == _FACE_TO_FACE

    def _unknown(self, place: int) -> Item:
        """Return a word that the lexicon does not know, or knows as nothing that matters here."""
        word = self.words[place]
        item = Item(Role.WORD, place, place + 1, word)
        if word.endswith(_POSSESSIVES):
            # Folding does not tell a pronoun from a ة.
            item.possessed = self.scan.tokens.shown(place, place + 1).endswith(_POSSESSIVES)
        return item
