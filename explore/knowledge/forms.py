"""Inflect Arabic words: the forms in which a noun, an adjective or a verb of the tables may stand in a text.

All input and output is in folded spelling (``fold.key``): ة is ه, ى is ي, hamza carriers are plain. Only the forms that
news uses are made; irregular ones are listed in the tables beside the regular ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

PRONOUNS = ("ه", "ها", "هما", "هم")
_OF_THINGS = ("ه", "ها")
# What a speaker is to do begins so; «سأحل» is spelt as «ساحل» is.
_OF_SPEAKER = ("سا", "سن")
_SHORTEST_OF_SPEAKER = 3


@dataclass(frozen=True, slots=True)
class Form:
    """Hold one written form and its features.

    ``number`` is "s", "d" or "p"; ``gender`` "m" or "f"; ``definite`` tells whether ال or a pronoun closes it;
    ``pronoun`` is an attached ه/ها/هما/هم; ``tense`` is "past", "present" or "future" for verbs.
    """

    word: str
    number: str = "s"
    gender: str = "m"
    definite: bool = False
    pronoun: str = ""
    tense: str = ""


def adjective(word: str, plurals: tuple[str, ...] = ()) -> Iterator[Form]:
    """Yield the forms of a relative adjective such as روسي, or of a two-word one such as كوري شمالي or جنوب أفريقي.

    >>> sorted({form.word for form in adjective("روسي") if form.number == "d"})[:2]
    ['الروسيان', 'الروسيتان']
    """
    parts = word.split()
    if word.endswith("ي"):
        yield Form(" ".join(part + "ا" for part in parts), "s", "m")
    for number, gender, endings in (
        ("s", "m", ("",)),
        ("s", "f", ("ه",)),
        ("d", "m", ("ان", "ين")),
        ("d", "f", ("تان", "تين")),
        ("p", "m", ("ون", "ين")),
        ("p", "f", ("ات",)),
    ):
        for ending in endings:
            inflected = [part + ending if part.endswith("ي") else part for part in parts]
            yield Form(" ".join(inflected), number, gender)
            articles = [
                part if place and not parts[0].endswith("ي") else "ال" + part for place, part in enumerate(inflected)
            ]
            yield Form(" ".join(articles), number, gender, definite=True)
    for plural in plurals:
        yield Form(plural, "p", "m")
        yield Form(" ".join("ال" + part for part in plural.split()), "p", "m", definite=True)


def noun(word: str, plurals: tuple[str, ...] = ()) -> Iterator[Form]:
    """Yield the forms of an act noun such as زياره: with ال, accusative, dual, plural and attached pronouns."""
    gender = "f" if word.endswith("ه") else "m"
    stem = word[:-1] + "ت" if gender == "f" else word
    yield Form(word, "s", gender)
    yield Form("ال" + word, "s", gender, definite=True)
    if gender == "m" and not word.endswith(("ا", "ء")):
        yield Form(word + "ا", "s", gender)
    for base in _before_pronoun(stem):
        for pronoun in PRONOUNS:
            yield Form(base + pronoun, "s", gender, definite=True, pronoun=pronoun)
    for ending in ("ان", "ين", "ا", "ي"):
        yield Form(stem + ending, "d", gender)
        if len(ending) == len("ان"):
            yield Form("ال" + stem + ending, "d", gender, definite=True)
        else:
            yield Form(stem + ending + "هما", "d", gender, definite=True, pronoun="هما")
    for plural in plurals:
        yield Form(plural, "p", "f")
        yield Form("ال" + plural, "p", "f", definite=True)
        for base in _before_pronoun(plural):
            for pronoun in PRONOUNS:
                yield Form(base + pronoun, "p", "f", definite=True, pronoun=pronoun)


def _before_pronoun(stem: str) -> tuple[str, ...]:
    """Return the spellings of *stem* before a pronoun: a final hamza moves onto a carrier (لقاؤه، لقائه)."""
    if stem.endswith("ء"):
        return (stem, stem[:-1] + "و", stem[:-1] + "ي")
    return (stem,)


def verb(past: str, present: str, *, past_f: str = "") -> Iterator[Form]:
    """Yield the third-person forms of a verb, with future س and attached object pronouns, and «سألتقي», «سنلتقي».

    *past_f* is given where it is not *past* + ت (التقت of التقي).

    >>> [f.word for f in verb("التقي", "يلتقي", past_f="التقت") if f.pronoun == "ه" and f.tense == "future"][0]
    'سيلتقيه'
    """
    weak = past.endswith("ي")
    open_past = past[:-1] + "ا" if weak else past
    feminine = past_f or past + "ت"
    hamza = past.endswith("ا") and not present.endswith("و")
    plurals = [(past[:-1] if past.endswith(("ي", "ا")) else past) + "وا"]
    if hamza:
        # «هنأوا», «هنؤوا».
        plurals = [past + "وا", past[:-1] + "ووا"]
    yield from _with_pronouns(past, open_past, "s", "m", "past")
    yield from _with_pronouns(feminine, feminine, "s", "f", "past")
    two = past + "ا" if not past.endswith("ا") else past[:-1] + "وا"
    yield from _with_pronouns(two, "", "d", "m", "past")
    for pronoun in _OF_THINGS:
        # «اللقاء الذي عقداه»
        yield Form(two + pronoun, "d", "m", pronoun=pronoun, tense="past")
    yield from _with_pronouns(feminine + "ا", "", "d", "f", "past")
    for plural in plurals:
        yield from _with_pronouns(plural, "", "p", "m", "past")
    yield from _present(present, hamza=hamza)


def _present(present: str, *, hamza: bool) -> Iterator[Form]:
    """Yield the forms of the *present* tense, and with س of the future; a *hamza* at the end stays in all of them."""
    body = present[1:]
    plain = body[:-1] if body.endswith(("ي", "و")) and not hamza else body
    for prefix, gender in (("ي", "m"), ("ت", "f")):
        for future in ("", "س"):
            tense = "future" if future else "present"
            start = future + prefix
            yield from _with_pronouns(start + body, start + body, "s", gender, tense)
            if plain != body and not future:
                yield Form(start + plain, "s", gender, tense=tense)
            for ending in ("ان", "ا"):
                yield Form(start + body + ending, "d", gender, tense=tense)
            for ending in ("ون", "وا"):
                yield Form(start + plain + ending, "p", gender, tense=tense)
    if len(body) >= _SHORTEST_OF_SPEAKER:
        for start in _OF_SPEAKER:
            yield from _with_pronouns(start + body, start + body, "s", "m", "future")


def _with_pronouns(word: str, base: str, number: str, gender: str, tense: str) -> Iterator[Form]:
    yield Form(word, number, gender, tense=tense)
    if base:
        for pronoun in PRONOUNS:
            yield Form(base + pronoun, number, gender, pronoun=pronoun, tense=tense)
