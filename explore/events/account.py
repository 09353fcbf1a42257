"""Gather the words around an act that may say what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from explore.events.cues import Cues
from explore.events.drafts import Draft
from explore.events.items import Item, Role
from explore.events.tenses import tenses
from explore.events.words import listed, with_and
from explore.knowledge.lexicon import Kind
from explore.model import Status

PAST = listed("account", "past")
_OF_THE_NOUN_BEFORE = listed("account", "of_the_noun_before")
NEGATIONS = listed("shared", "negations")
WAS = with_and(listed("shared", "was"))
AHEAD = listed("account", "ahead")
_DESCRIBING = _OF_THE_NOUN_BEFORE | AHEAD
_BUT = listed("account", "but")
_PREPARING = listed("account", "preparing")
STRESSING = listed("account", "stressing")
_TURNING = with_and(_BUT | STRESSING)
# How many words before and behind the act its cues may stand.
_BEFORE = 9
BEHIND = 3
# A denial may stand so much farther before: «نفى الكرملين ما أوردته … عن اتصال».
_DENIAL = 10
# «لو», «كأن» make unreal what stands so close behind them.
UNREAL = 4
# كان stands at most so many words before the verb of which it makes a past.
WAS_WITHIN = 6
_FROM = "من"
# «صور للرجلين وهما يتصافحان», «المنطقة، وهي شهدت القمة»: what stands before one of these does not tell of the act.
WHILE = frozenset(("وهو", "وهي", "وهما"))
# «دون أن يلتقي», «من غير أن يلتقي»; «غير أن» is «but».
_OTHER = "غير"
_WITHOUT = frozenset(("دون", "بدون", _OTHER))
# A negation stands right before its verb, or one word farther.
_NEGATION = 2


class Account:
    """Hold an act with the words around it that may say what became of it."""

    def __init__(self, draft: Draft, items: Sequence[Item], words: Sequence[str], cues: Cues, *, lead: bool) -> None:
        """Gather the words around *draft*; *lead* tells that its sentence opens the article or is a heading."""
        self.draft = draft
        self.items = items
        self.words = words
        self.cues = cues
        self.lead = lead
        self.trigger = items[draft.place]
        self.verb = items[draft.verb] if draft.verb is not None else self.trigger
        self.is_alone = self.verb is self.trigger
        self.is_noun = _is_act_noun(self.verb)
        self.tenses = frozenset() if self.is_noun or not self.verb.finite else tenses(self.verb)
        self.is_present_tense = self.tenses == {"present"}
        may_be_governed = self.is_noun or not self.is_alone or (self.verb.role is Role.ACT and not self.verb.finite)
        self.governed = self._governed() if may_be_governed and not self._is_told_behind() else None
        self._gather()

    def _governed(self) -> Status | None:
        """Return what governs the verb that carries the act, or what that verb itself makes of it: «قرر X زيارة Y»."""
        carried = min(self.draft.place, self.items.index(self.verb))
        governors = self.cues.governors
        found = governors.find(self.items, carried, self.words)
        if found is None and carried < self.draft.place and self.tenses in ({"past"}, {"present"}):
            found = governors.find(self.items, self.draft.place, self.words)
        return found

    def _gather(self) -> None:
        """Gather the words before, around and behind the act, in which each kind of cue may stand."""
        words, trigger, verb = self.words, self.trigger, self.verb
        start = min(verb.first, trigger.first)
        first = start if words[start - 1] in WHILE else max(self.draft.first, start - _BEFORE)
        self.before = [*words[first:start]]
        if not _DESCRIBING.isdisjoint(self.before):
            self.before = [words[at] for at in range(first, start) if not self._is_of_another(at)]
        self.far = words[max(self.draft.sentence, first - _DENIAL, self._turned()) : start]
        self.around = [
            *self.before,
            *words[verb.first : verb.first + 1],
            *(word for word in words[trigger.first : max(self._said_behind(), verb.first)] if word not in _PREPARING),
            *self._adjective(),
        ]
        self.behind = words[trigger.last : self._next_act()]
        self.rest = words[trigger.last : self._end()]
        self.negation = next((word for word in reversed(self.before[-_NEGATION:]) if word in NEGATIONS), "")
        if not self.negation and words[start - 1 : start] == ("ان",) and words[start - 2] in _WITHOUT:
            without = words[start - 2]
            self.negation = without if without != _OTHER or words[start - 3].lstrip("و") == _FROM else ""

    def _is_of_another(self, at: int) -> bool:
        """Tell whether the word at *at* says nothing of the act: «المقررة» of the noun before, «القادمة من برلين»."""
        word = self.words[at]
        return word in _OF_THE_NOUN_BEFORE or (word in AHEAD and self.words[at + 1] == _FROM)

    def _turned(self) -> int:
        """Return the token behind «لكن», «حين», where the sentence turns to something else before the act, or 0."""
        words = self.words
        if _TURNING.isdisjoint(words[self.items[0].first : self.trigger.first]):
            return 0
        earlier = [item for item in self.items[: self.draft.place] if item.role in (Role.BOUNDARY, Role.WORD)]
        return max((item.last for item in earlier if words[item.first] in _TURNING), default=0)

    def _said_behind(self) -> int:
        """Return the token before which a cue behind the act may stand: a few words on, where no «أن» comes first."""
        end = self.trigger.last + BEHIND
        said = (item.first for item in self.items[self.draft.place + 1 :] if item.role is Role.THAT)
        return min(end, next(said, end)) if self.is_noun else end

    def _adjective(self) -> Sequence[str]:
        """Return the word behind the noun's genitive, which may describe the noun: «زيارة الرئيس X المتوقعة»."""
        following = self.items[self.draft.place + 1 : self.draft.place + 2]
        if not self.is_noun or not following or following[0].role is not Role.GROUP or following[0].preposition:
            return ()
        last = following[0].last
        last += self.words[last : last + 1] == ("،",)
        behind = self.words[last : last + 1]
        return behind if behind and behind[0].startswith("ال") else ()

    def _next_act(self) -> int:
        """Return the token at which the next verb or noun that is an act begins, else where what is told of it ends.

        What a clause «، التي …،» tells is its own: it hides the acts in it from those around it.
        """
        end = self._end()
        for at in range(self.draft.place + 1, len(self.items)):
            item = self.items[at]
            if item.role is not Role.ACT or item.first < self.trigger.last:
                continue
            if not (self._is_aside(at) or self._describes(at)):
                return min(item.first, end)
        return end

    def _describes(self, place: int) -> bool:
        """Tell whether the verb at *place* is of the act itself, right behind its noun: «رسالة كتبها X»."""
        verb = self.items[place]
        beside = self.is_noun and verb.finite and verb.first == self.trigger.last and not verb.clitic
        return beside and any(sense.form.pronoun for sense in verb.senses)

    def _end(self) -> int:
        """Return the token at which the sentence ends, or the clause «، التي …،» around the act."""
        if self._is_aside(self.draft.place):
            later = (item.first for item in self.items[self.draft.place + 1 :] if item.role is Role.COMMA)
            return next(later, self.items[-1].last)
        return self.items[-1].last

    def _is_aside(self, place: int) -> bool:
        """Tell whether the item at *place* stands in «، التي …،»."""
        for at in range(place - 1, 0, -1):
            if self.items[at].role is Role.RELATIVE:
                return self.items[at - 1].role is Role.COMMA
            if self.items[at].role in (Role.COMMA, Role.BOUNDARY):
                return False
        return False

    def _is_told_behind(self) -> bool:
        """Tell whether a past verb behind the noun tells of it: «القمة التي جمعت X وY»."""
        behind = self.draft.verb is not None and self.draft.verb > self.draft.place
        return behind and self.tenses == {"past"}


def _is_act_noun(item: Item) -> bool:
    """Tell whether *item* is an act by a noun."""
    sense = item.sense(Kind.ACT)
    return sense is not None and sense.key.startswith("noun.")
