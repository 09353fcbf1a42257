"""Say whether a hit right behind a phrase belongs to it, slot by slot."""

from __future__ import annotations

from collections.abc import Sequence

from explore.entities.bearers import Bearers
from explore.entities.filling import Filling
from explore.entities.lists import Lists
from explore.entities.offices import LEADERS, MINISTERS, MONARCHS, OWNED, TOP
from explore.entities.phrase import AIDES, LANDS, LATTER, SPEAKS_FOR, STYLES, Phrase
from explore.entities.scan import Scan, is_weak
from explore.entities.weak import counts
from explore.entities.words import listed
from explore.knowledge.lexicon import Hit, Kind, Sense

_OF_BODY = listed("slots", "of_body")
_CUSTODIAN = "خادم الحرمين"
_KING = "الملك"
# Titles complete in themselves: an office behind one begins another phrase.
_SOVEREIGN = frozenset(("الملك", "الرييس", "السلطان"))
# Only heads of state are addressed so.
_EXALTED = listed("slots", "exalted")
_OTHERS = listed("slots", "others")
_NEVER_HEADS = frozenset(("foreign_minister", "ambassador"))
_HEADS_OF_HOME = listed("slots", "heads_of_home")
_QUALIFIED = 2
# What belongs to no noun group.
_PLAIN = frozenset((Kind.WORD, Kind.ACT, Kind.SUPPORT, Kind.SPEECH))
# Titles that tell whom their holder serves: «مبعوث الأمم المتحدة [الرئيس الإيراني]».
_OF_NATIONS = ("الامم المتحده", " الاممي", " الدولي")
# Who may head a ministry as well.
_DEPUTIES = frozenset(("deputy_prime_minister", "prime_minister", "crown_prince", "deputy_crown_prince"))
_NOUNS_OF_STATES = listed("slots", "nouns_of_states")
# What begins a phrase and goes on with none.
_NEVER_WITHIN = STYLES | LATTER
# Who serves a person; a spokesperson may also speak for a body, which «باسم» tells.
_SERVANTS = AIDES - {"spokesperson"}
# Titles that stand before no pope.
_NOBLE = frozenset(("الامير", "الملك", "السلطان"))


class Slots(Filling):
    """Fit hits into the slots of phrases, by what the slots hold already."""

    def __init__(self, scan: Scan, bearers: Bearers, lists: Lists) -> None:
        """Hold the text of *scan*; *bearers* knows whose title a name may bear, *lists* the phrases before."""
        super().__init__(scan)
        self.bearers = bearers
        self.lists = lists

    def follow(self, phrase: Phrase) -> bool:
        """Take the first hit right behind the phrase that fits one of its slots."""
        for hit in self.scan.at(phrase.last):
            for sense in self._ranked(phrase, hit.senses) if len(hit.senses) > 1 else hit.senses:
                if self._fits(phrase, hit, sense):
                    self.fill(phrase, hit, sense)
                    return True
        return False

    def _ranked(self, phrase: Phrase, senses: Sequence[Sense]) -> list[Sense]:
        """Sort people whom the text names in full first, of these the so styled; capitals and weak places last."""
        styled = self._so_styled(phrase) if phrase.honorifics else frozenset()

        def rank(sense: Sense) -> tuple[bool, bool, bool, bool]:
            is_named = sense.kind is Kind.PERSON and sense.key in self.scan.named
            # «العاصمة طرابلس» is no town in Lebanon.
            shared = sense.kind is Kind.PLACE and is_weak(sense)
            return not is_named, sense.key not in styled, shared, sense.kind is Kind.CAPITAL

        return sorted(senses, key=rank)

    def _so_styled(self, phrase: Phrase) -> frozenset[str]:
        """Return the known people named before behind an honorific of the phrase: «الجنرال كيم» is the general."""
        before = (one for one in self.lists.phrases if one.name is not None and one.name.person is not None)
        styled = (one for one in before if not set(one.honorifics).isdisjoint(phrase.honorifics))
        return frozenset(one.name.person for one in styled if one.name is not None and one.name.person is not None)

    def _fits(self, phrase: Phrase, hit: Hit, sense: Sense) -> bool:
        """Tell whether a hit right after the phrase belongs to it."""
        if sense.kind in _PLAIN:
            return False
        if is_weak(sense) and sense.kind is not Kind.PERSON and not counts(self.scan, hit, sense):
            return False
        match sense.kind:
            case Kind.STATE | Kind.CAPITAL | Kind.PLACE | Kind.ORGANISATION:
                return self._fits_state(phrase, hit, sense)
            case Kind.BODY:
                return self._fits_body(phrase, hit)
        if hit.clitic:
            return False
        match sense.kind:
            case Kind.WISH | Kind.INSIDE:
                # «استقبل الرئيس X الضيف الإثيوبي» names two.
                another = "guest" in sense.tags and phrase.name is not None
                return (phrase.is_titled or phrase.name is not None) and not another
            case Kind.HONORIFIC:
                plain = not phrase.opens_with_style and sense.key not in _NEVER_WITHIN and not _crowns(phrase, sense)
                plain = plain and not (_follows_custodian(phrase, sense) or self._is_from_elsewhere(phrase, hit))
                return phrase.is_titled and phrase.name is None and plain
            case Kind.OFFICE:
                return self._fits_office(phrase, sense)
            case Kind.NATION:
                return self._fits_nation(phrase, sense)
            case Kind.PERSON:
                return self._fits_person(phrase, hit, sense)
        return False

    def _is_from_elsewhere(self, phrase: Phrase, hit: Hit) -> bool:
        """Tell whether a rank has a state of its own: «استقبل الرئيس اليمني [الجنرال الأميركي] X» names two.

        So does a style before a name of elsewhere: «التقى وزير الدفاع السعودي [سمو الشيخ] X».
        """
        if not phrase.has_state:
            return False
        if self.scan.whole(hit.last, Kind.NATION) is not None:
            return True
        style = self.scan.whole(hit.last, Kind.HONORIFIC)
        named = self.scan.whole(style[0].last if style is not None else hit.last, Kind.PERSON)
        return named is not None and not is_weak(named[1]) and not self.bearers.agrees(phrase, named[1].key)

    def _fits_body(self, phrase: Phrase, hit: Hit) -> bool:
        """Tell whether a body is the one spoken for, or served: «الناطق باسم الخارجية», «مسؤولي الخارجية»."""
        if not hit.clitic:
            serves = phrase.last - phrase.first == 1 and self.scan.word(phrase.first)[len(phrase.clitic) :] in _OF_BODY
            return self.lacks_body(phrase) or serves
        spokesman = bool(phrase.offices) and phrase.offices[-1].key == "spokesperson"
        return hit.clitic == "ل" and spokesman and phrase.body is None

    def _fits_office(self, phrase: Phrase, sense: Sense) -> bool:
        """Tell whether an office goes on with the title: «وزير الدولة رئيس الوفد», «معالي الوزير»."""
        if self._holds_two(phrase, sense):
            return True
        if _is_sovereign(phrase) or _is_complete(phrase) or phrase.counterpart:
            return False
        if _is_his(phrase, sense) or _follows_custodian(phrase, sense):
            return False
        if _is_head_of_home(phrase) and (sense.form.word in _OTHERS or sense.key in _NEVER_HEADS):
            return False
        if not phrase.offices:
            # «التقى الأمير البابا X», «تسليم الرسالة إلى سموه الأمين العام» name two.
            two = (
                phrase.opens_with_style
                or not LATTER.isdisjoint(phrase.honorifics)
                or (sense.key == "pope" and _NOBLE.issuperset(phrase.honorifics))
            )
            return bool(phrase.honorifics) and not two
        return sense.form.number == "s" and not _is_of_another(phrase, sense)

    def _holds_two(self, phrase: Phrase, sense: Sense) -> bool:
        """Tell whether a deputy is a minister too: «نائب رئيس الوزراء الكويتي وزير الخارجية X»."""
        if phrase.name is not None or not phrase.nations or not phrase.offices:
            return False
        if phrase.office.key not in _DEPUTIES or sense.key not in MINISTERS or " ال" not in sense.form.word:
            return False
        behind = self.scan.at(phrase.last + len(sense.form.word.split()))
        return not any(other.kind is Kind.NATION for hit in behind for other in hit.senses)

    def _fits_nation(self, phrase: Phrase, sense: Sense) -> bool:
        """Tell whether an adjective of a state describes the phrase: «الرئيس الروسي», «وفد سوري»."""
        if phrase.nations or (phrase.name is not None and not phrase.offices):
            return False
        if not sense.form.definite:
            return self._is_indefinite(phrase) or self._is_qualified(phrase)
        return phrase.is_titled or phrase.body is not None or phrase.pair

    def _is_qualified(self, phrase: Phrase) -> bool:
        """Tell whether the phrase is a delegation of some kind: «وفدا برلمانيا [تونسيا]»."""
        return phrase.body == "delegation" and phrase.last - phrase.first == _QUALIFIED and not phrase.has_state

    def _is_indefinite(self, phrase: Phrase) -> bool:
        """Tell whether the phrase is an indefinite head that an indefinite nationality may follow: «وفد سوري»."""
        if phrase.last - phrase.first != 1 and not _is_title(phrase):
            return False
        if not (phrase.body == "delegation" or phrase.offices):
            return False
        return not any(
            self.scan.word(place).removeprefix(phrase.clitic if place == phrase.first else "").startswith("ال")
            for place in range(phrase.first, phrase.last)
        )

    def _fits_person(self, phrase: Phrase, hit: Hit, sense: Sense) -> bool:
        """Tell whether a known name is whose title stands before: «الرئيس بوتين»."""
        served = self._is_served(phrase) or (phrase.serves_leader and self.bearers.has_led(sense.key))
        if phrase.name is not None or served or not self.bearers.agrees(phrase, sense.key):
            return False
        if self.bearers.is_served(phrase, sense.key):
            return False
        if is_weak(sense) and not self.bearers.is_meant(phrase, hit, sense):
            return False
        names_office = phrase.is_titled or phrase.pair or bool(phrase.nations)
        return names_office or self.lists.lists_officials(phrase)

    def _is_served(self, phrase: Phrase) -> bool:
        """Tell whether a name right after the title is whom its holder serves: «مبعوث ترمب»."""
        if not phrase.offices or phrase.principal:
            return False
        return phrase.is_chained or self._serves(phrase)

    def _serves(self, phrase: Phrase) -> bool:
        """Tell whether the last title, so far of nobody told, wants the name of whom its holder serves."""
        if phrase.honorifics or phrase.body or phrase.is_owned:
            return False
        office = phrase.offices[-1]
        bare = " " not in office.form.word and not office.form.definite
        bare = bare and not (self.owns(phrase) or self.ends_definite(phrase))
        return self.lacks_body(phrase) or (bare and office.key in _SERVANTS)

    def owns(self, phrase: Phrase) -> bool:
        """Tell whether a pronoun on the last title tells whom its holder serves: «مبعوثه X», but not «مبعوثة X»."""
        return self.scan.tokens.shown(phrase.last - 1, phrase.last).endswith(("ه", "ها"))

    def lacks_body(self, phrase: Phrase) -> bool:
        """Tell whether the phrase ends in «الناطق باسم», so that a body must follow."""
        return bool(phrase.offices) and phrase.body is None and self.scan.word(phrase.last - 1) in SPEAKS_FOR

    def ends_definite(self, phrase: Phrase) -> bool:
        """Tell whether the title ends in a word with the article, so that no genitive follows: «مبعوثه الخاص»."""
        return self.scan.word(phrase.last - 1).startswith("ال")

    def _fits_state(self, phrase: Phrase, hit: Hit, sense: Sense) -> bool:
        """Tell whether a state or organisation right after the phrase is its genitive."""
        if self.lacks_body(phrase):
            return not hit.clitic
        if not _takes_genitive(phrase):
            return False
        if not hit.clitic and sense.kind in LANDS and phrase.offices and self.ends_definite(phrase):
            return False
        if hit.clitic == "ل" and _is_the_one(phrase):
            # «زيارة الأمير للأراضي الفلسطينية» leads there.
            return False
        if hit.clitic == "ب" and sense.kind is Kind.STATE and phrase.offices:
            return self.scan.word(hit.first)[1:] in _NOUNS_OF_STATES
        return hit.clitic in ("", "ل")


def _is_title(phrase: Phrase) -> bool:
    """Tell whether the phrase is one title of several words: «رئيس وزراء»."""
    words = phrase.offices[0].form.word.split() if len(phrase.offices) == 1 else []
    return phrase.last - phrase.first == len(words) and phrase.name is None


def _is_the_one(phrase: Phrase) -> bool:
    """Tell whether the phrase is a mere «الأمير», «الوزير» of whom the text tells, who is of no state behind «ل»."""
    mere = len(phrase.offices) == 1 and not phrase.honorifics and phrase.last - phrase.first == 1
    return mere and phrase.office.form.definite and phrase.office.key in MINISTERS | LEADERS


def _crowns(phrase: Phrase, sense: Sense) -> bool:
    """Tell whether a style of heads of state stands behind another's title: «التقى وزير الخارجية الملك سلمان»."""
    if sense.key in _EXALTED:
        return bool(phrase.offices) and all(office.key not in TOP for office in phrase.offices)
    return sense.key in _SOVEREIGN and any(office.key not in MONARCHS for office in phrase.offices)


def _follows_custodian(phrase: Phrase, sense: Sense) -> bool:
    """Tell whether somebody else follows the king of Saudi Arabia: «هنأ خادم الحرمين الشريفين [فخامة X]»."""
    custodian = bool(phrase.offices) and phrase.offices[-1].form.word.startswith(_CUSTODIAN)
    return custodian and _KING not in (sense.key, sense.form.word)


def _is_head_of_home(phrase: Phrase) -> bool:
    """Tell whether the title is complete and tells no state, because it is the home state's: «رئيس الجمهورية»."""
    return bool(phrase.offices) and phrase.offices[-1].form.word in _HEADS_OF_HOME


def _is_sovereign(phrase: Phrase) -> bool:
    """Tell whether the last title is complete in itself: «الملك»."""
    if phrase.offices and phrase.offices[-1].form.word in _SOVEREIGN:
        return True
    return bool(phrase.honorifics) and phrase.honorifics[-1] in _SOVEREIGN


def _is_his(phrase: Phrase, sense: Sense) -> bool:
    """Tell whether somebody else's title stands behind one with a pronoun: «استقبل X ووزير خارجيته [الرئيس Y]»."""
    owned = bool(phrase.offices) and phrase.offices[-1].form.word.endswith(OWNED)
    return owned and " " not in sense.form.word and sense.form.definite


def _is_complete(phrase: Phrase) -> bool:
    """Tell whether the phrase has a name or an owner, so that no title may follow any more."""
    of_nations = bool(phrase.offices) and phrase.offices[-1].form.word.endswith(_OF_NATIONS)
    return phrase.name is not None or phrase.is_owned or of_nations


def _is_of_another(phrase: Phrase, sense: Sense) -> bool:
    """Tell whether an office right behind a minister's is of somebody else: «استقبل وزير الخارجية [وزيرة خارجية X]»."""
    last = phrase.offices[-1]
    return last.key == sense.key and sense.key in MINISTERS and " " in last.form.word and " " in sense.form.word


def _takes_genitive(phrase: Phrase) -> bool:
    """Tell whether an office or body still wants its owner: «رئيس [مصر]», but not «الرئيس بوتين [مصر]»."""
    if phrase.place or phrase.is_owned or not (phrase.offices or phrase.body is not None):
        return False
    return phrase.name is None or (bool(phrase.offices) and not phrase.is_closed)
