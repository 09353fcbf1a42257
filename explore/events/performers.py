"""Tell what sort of subject a verb has: somebody known, a stranger, a mere place or nobody."""

from __future__ import annotations

from itertools import pairwise

from explore.entities.names import is_given
from explore.entities.phrase import Phrase
from explore.events.complements import Verb
from explore.events.groups import is_somebody
from explore.events.items import Item, Role
from explore.events.leftward import ADVERBS
from explore.events.scene import Scene
from explore.events.words import listed
from explore.knowledge.lexicon import Sense
from explore.model import EntityType

# «يلتقي خلالها»: the verb goes on about whoever was told of.
_IN_IT = listed("shared", "in_it")
_ALL = listed("performers", "all")
# «التقوا مع [آخرين]»: these are nobody's partners by name, whoever else stands behind.
_OTHERS = listed("performers", "others")
_COUNTING = listed("shared", "counting")
_AUXILIARIES = listed("performers", "auxiliaries")
_CARRYING = (Role.THAT, Role.BOUNDARY, Role.RELATIVE)
# Letters that stand on a word as a preposition or conjunction, so that it is no subject.
_ATTACHED = "بلكفو"
_SHORTEST_NAME = 3
# «أنه بحث التطورات مع X»: the pronoun is the subject.
_THOSE_WHO = "الذين"
_HE = ("نه", "نها", "نهم", "نهما")
_TO_THE = ("بال", "لل", "كال")
_WHO = "من"
# «X من حزب كذا الذي زار Y»: who is told of stands so many items before the relative.
_TOLD_WITHIN = 3
_COUPLE = 2
_MANY_WITHIN = 3
# The subject stands at most so many items behind its verb.
_SUBJECT_WITHIN = 4
# «غادر X متوجها إلى Z»: the participle goes on about the subject.
_GOING = "متوجه"
# «سأزور», «سنلتقي»: whoever speaks.
_OF_SPEAKER = ("سا", "سن")
# «في أول زيارة له …» stands at most so many words before its verb.
_FIRST_TIME_WITHIN = 9
# «وبعد يومين زار», «وفي العام نفسه سافر»: what opens so has at most so many items.
_TIME_WITHIN = 6
_SPANS = listed("shared", "durations") | listed("shared", "moments")
_CLAUSES = frozenset(("،", "-", "•", "\n"))
_TELLING_WHEN = frozenset((Role.DATE, Role.WORD, Role.PREPOSITION, Role.COMMA))
# «ومن هناك طار إلى X»
_THENCE = frozenset(("هناك", "هنالك", "حينها", "يومها", "عندها"))


class Performer:
    """Tell who may do what the verb tells."""

    def __init__(self, scene: Scene, place: int, sense: Sense) -> None:
        """Prepare for the verb at *place*."""
        self.scene = scene
        self.verb = Verb(scene, place, sense)

    def _has_unknown_partner(self) -> bool:
        """Tell whether «مع» brings only people whom nobody knows: «تحادث مع جميع الوزراء السابقين»."""
        if not self.verb.is_mutual:
            return False
        behind = [item for _, item in self.verb.clause.right()]
        known = any(item.actors and item.preposition in ("with", "at") for item in behind)
        for item, following in pairwise(behind):
            if item.role is Role.PREPOSITION and item.key == "with":
                return following.word in _OTHERS or (not known and following.word in _ALL)
        return False

    def _is_posted(self) -> bool:
        """Tell whether an ambassador goes, who does not visit where he serves: «غادر السفير الروسي دمشق»."""
        subject = self._subject()
        return subject is not None and any(office.key == "ambassador" for office in subject.offices)

    def _goes_for_state(self) -> bool:
        """Tell whether the subject is a delegation or official who stands for a state: «وصل وفد روسي»."""
        subject = self._subject()
        return subject is not None and stands_for_state(subject)

    def _is_titled(self) -> bool:
        """Tell whether a title stands before the name of who goes: «الأمير X»."""
        subject = self._subject()
        return subject is not None and subject.name is not None and subject.name.first > subject.first

    def _subject(self) -> Phrase | None:
        """Return the phrase of the subject, before the verb or behind it."""
        groups = [item for item in (self.verb.clause.subject_left(), *self.verb.bare()) if item is not None]
        subject = next((item.phrases[0] for item in groups if not item.is_place), None)
        return subject or self._told_of()

    def _told_of(self) -> Phrase | None:
        """Return the phrase of whom «أن» tells: «سبق لوفد X أن زار Y»."""
        before = self.scene.items[max(0, self.verb.place - _COUPLE) : self.verb.place]
        if len(before) < _COUPLE or before[1].role is not Role.THAT or before[0].role is not Role.GROUP:
            return None
        return before[0].phrases[0] if before[0].preposition == "to" and not before[0].is_place else None

    def _has_stranger(self) -> bool:
        """Tell whether the verb's subject is somebody whom the parser does not know: no one else may take the part."""
        before = self.scene.before(self.verb.place)
        said = before is not None and before.role is Role.THAT and before.word.endswith(_HE)
        left = self.verb.clause.subject_left()
        if left is not None and self._are_others(left):
            return True
        if left is None and self._are_many_strangers():
            return True
        if said or self.verb.is_masdar or left is not None:
            return False
        if not self.verb.here.clitic and self.verb.clause.has_nobody_left():
            return True
        if (
            self._is_of_stranger()
            or self.verb.clause.has_stranger_left()
            or (not self.verb.bare() and self.verb.clause.goes_on_about_stranger())
        ):
            return True
        following = self.scene.items[self.verb.place + 1 : self.verb.place + 1 + _SUBJECT_WITHIN]
        if not following:
            return False
        if following[0].role is Role.GROUP:
            return not following[0].actors and not following[0].preposition and not self._is_named_behind()
        if following[0].role is not Role.WORD:
            return False
        if is_somebody(following):
            return True
        if self._is_named_behind():
            return False
        word = self.scene.words[following[0].first]
        near = self.verb.act.get("near")
        if near is not None and self.scene.acts.near(near, (word,)):
            # «وتناول [العشاء] مع X» goes on about who came.
            return False
        if near is None and _may_be_name(word) and any(map(_is_owner, following[1:2])):
            return True
        return _is_plural_subject(word) or (not any(map(_is_known_subject, following)) and _may_be_name(word))

    def _are_many_strangers(self) -> bool:
        """Tell whether many whom no table knows are the subject: «وكان المخطوفون قد سافروا», «المراقبون وصلوا»."""
        form = self.verb.sense.form
        if form.number != "p" or not form.tense or form.pronoun:
            return False
        before = self.scene.items[max(0, self.verb.place - _MANY_WITHIN) : self.verb.place]
        return any(item.role is Role.WORD and _is_plural_subject(item.word) for item in before)

    def _is_of_stranger(self) -> bool:
        """Tell whether a relative tells of strangers: «فريق الدفاع عن فلان الذي حل بX», «عدد الذين غادروا X»."""
        before = self.scene.before(self.verb.place)
        if before is None or before.role is not Role.RELATIVE or self.verb.sense.form.pronoun:
            return False
        near = self.scene.items[max(0, self.verb.place - 1 - _TOLD_WITHIN) : self.verb.place - 1]
        those = before.word.lstrip("و") == _THOSE_WHO
        if not near or near[-1].role is not Role.WORD or (self.verb.bare() and not those):
            return False
        told = next((item for item in reversed(near) if item.role not in (Role.WORD, Role.COMMA, Role.DATE)), None)
        # «بالمجموعة التي وصلت»
        those = those or near[-1].word.startswith(_TO_THE)
        return those or (told is not None and told.role is Role.PREPOSITION)

    def _are_others(self, left: Item) -> bool:
        """Tell whether a plural verb cannot be of the one person before it: «محققون يعملون مع X التقوا Y»."""
        if self.scene.word_before(self.verb.here) == _WHO:
            # «كان X من أوائل من كتبوا»: he is one of them.
            return False
        if any(word.startswith("و") for word in self.scene.words[left.last - 1 : self.verb.here.first]):
            # «X ومسؤولين آخرين سيزورون Y»: he is one of them.
            return False
        people = [actor for actor in left.actors if actor.type is EntityType.PER]
        form = self.verb.sense.form
        return form.number == "p" and bool(form.tense) and not form.pronoun and len(people) == len(left.actors) == 1

    def _is_named_behind(self) -> bool:
        """Tell whether the name of a long title follows: «استقبل المستشار المشرف على X الدكتور Y وزيرة Z»."""
        bare = self.verb.bare()
        if self.verb.key != "receive" or len(bare) != _COUPLE:
            return False
        named, guest = bare[0].phrases[0], bare[1].phrases[0]
        titled = bool(guest.offices or guest.honorifics)
        return named.name is not None and bool(named.honorifics) and not named.offices and titled

    def _is_unsaid(self) -> bool:
        """Tell whether the verb has no subject of its own and nothing that carries one over (و، أن، الذي)."""
        here = self.verb.here
        speaker = self.verb.sense.form.tense == "future" and here.word.startswith(_OF_SPEAKER)
        if here.word.startswith(_GOING) or speaker:
            return False
        if self.verb.is_definite_masdar or (self.verb.is_masdar and self.verb.sense.form.pronoun):
            return False
        if self.verb.clause.subject_left() is not None or any(not item.is_place for item in self.verb.bare()):
            return False
        if self.verb.key == "land" and self.verb.sense.form.gender == "f":
            # «عقدتا محادثات، لكنها توقفت في X»: it is the talks that stopped.
            return True
        if not _IN_IT.isdisjoint(self.scene.behind(here, 1)):
            return False
        if "اول" in self.scene.words[max(0, here.first - _FIRST_TIME_WITHIN) : here.first]:
            return False
        before = self.scene.before(self.verb.place)
        if here.clitic[:1] in ("و", "ف") or before is None or self.verb.clause.goes_on_from() is not None:
            return False
        carried = before.role in _CARRYING or self.scene.words[before.first] in _AUXILIARIES
        return not carried and not self._goes_on_later()

    def _goes_on_later(self) -> bool:
        """Tell whether only a time stands before the verb and nobody behind where it leads: «وبعد يومين زار X»."""
        first = max(0, self.verb.place - _TIME_WITHIN)
        before = self.scene.items[first : self.verb.place]
        cut = next((at for at in range(len(before) - 1, -1, -1) if before[at].key in _CLAUSES), None)
        if cut is None and first:
            return False
        before = before[cut + 1 :] if cut is not None else before
        if not any(map(_tells_time, before)) or not all(item.role in _TELLING_WHEN for item in before):
            return False
        places = (at for at, item in self.verb.clause.right() if item.role is Role.GROUP and item.is_place)
        beside = next(places, len(self.scene.items)) + 1
        return not any(map(_may_be_subject, self.scene.items[beside : beside + 1]))

    def _has_place_as_host(self) -> bool:
        """Tell whether the subject is a mere place: «تستضيفه الدوحة» says where, not who."""
        left = self.verb.clause.subject_left()
        subject = next(iter(self.verb.bare()), left)
        if left is not None and not self.verb.sense.form.pronoun:
            subject = left
        return subject is not None and subject.is_place


def _tells_time(item: Item) -> bool:
    """Tell whether *item* is a date or a span: «بعد [يومين]», «قبل ذلك [بأسبوع]»."""
    return item.role is Role.DATE or item.word.removeprefix("ب") in _SPANS or item.word.lstrip("و") in _THENCE


def _may_be_subject(item: Item) -> bool:
    """Tell whether a word behind a place may be who goes there: «زار القاهرة [آلاف] السياح»."""
    return item.role is Role.WORD and item.word not in ADVERBS and not item.word.endswith("ا")


def stands_for_state(phrase: Phrase) -> bool:
    """Tell whether *phrase* is a delegation or an official, so that without a name it stands for a state."""
    return phrase.body == "delegation" or bool(phrase.offices)


def _is_plural_subject(word: str) -> bool:
    """Tell whether *word* is a plural in the nominative: «المشاركون»."""
    return word.startswith("ال") and word.endswith("ون")


def _is_known_subject(item: Item) -> bool:
    """Tell whether *item* names somebody who may be the subject."""
    return item.role is Role.GROUP and bool(item.actors) and not item.preposition and not item.is_place


def _may_be_name(word: str) -> bool:
    """Tell whether *word* may be somebody's name: no adverb, no number, and nothing attached to it."""
    if word in ADVERBS or word in _COUNTING or word.endswith("ا"):
        return False
    return (word[0] not in _ATTACHED or is_given(word)) and len(word) >= _SHORTEST_NAME


def _is_owner(item: Item) -> bool:
    """Tell whether the word behind a noun makes that definite: «سيد القصر»."""
    return item.role is Role.WORD and item.word.startswith("ال")
