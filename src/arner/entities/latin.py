"""A person's name in Latin letters: whole where it is known, else word by word from the name table, else by rule.

عبد الفتاح السيسي → Abdel Fattah al-Sisi          سليم الراشد → Salim al-Rashed          زعنبوط → Zanbut
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cache

from arner.arabic.orthography import clean, fold, fold_all
from arner.entities.keys import folded_words, name_key
from arner.entities.named import Key, by_key, by_last_word
from arner.lexicon import cached, lines, load, own, word_class
from arner.lexicon.known import known_people
from arner.lexicon.rows import KnownPerson
from arner.records import LatinSource

_SIMPLE = dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهةىءأإآؤئپچڤگژ", (
    "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h a a ' a i a u i p ch v g zh"
).split(), strict=True))  # fmt: skip
_SMALL = {"بن": "bin", "ابن": "ibn", "بنت": "bint", "ال": "Al", "ابو": "Abu", "ابي": "Abi", "ام": "Umm", "دي": "de",
          "فان": "van", "فون": "von", "دو": "do", "ديل": "del", "دير": "der", "دا": "da", "لا": "la"}  # fmt: skip
_ORDINALS = {"الاول": "I", "الاولي": "I", "الثاني": "II", "الثانيه": "II", "الثالث": "III", "الرابع": "IV",
             "الخامس": "V", "السادس": "VI", "السادس عشر": "XVI"}  # fmt: skip
_NASAB = word_class("nasab")
_VOWELS = "aiu"
_MARKS = {"\u064e": "a", "\u064f": "u", "\u0650": "i"}


def name_latin(name: str) -> tuple[str | None, LatinSource | None]:
    """The name in Latin letters and how it was found: "known" whole, "table" when every word is known, else "rule".

    A name without an Arabic letter has none: it is Latin already.
    """
    key = name_key(folded_words(name))
    if latin := _own().get(key) or _whole(key) or _surname_of(key):
        return latin, "known"
    return by_words(name)


def by_words(name: str) -> tuple[str | None, LatinSource | None]:
    """`name_latin` of what is no person's name, for which a surname would stand: «موسكو» is no patriarch Kirill."""
    words = [w for w in clean(name).replace("-", " ").split() if any(c.isalpha() for c in w)]
    if not any("\u0600" <= c <= "\u06ff" or "\ufb50" <= c <= "\ufefc" for w in words for c in w):
        return None, None
    out: list[str] = []
    known = True
    i = 0
    while i < len(words):
        word = fold(words[i])
        if i and word in _ORDINALS:
            out.append(_ORDINALS[word])
            i += 1
            continue
        if word == "عبد" and i + 1 < len(words) and fold(words[i + 1]).startswith("ال"):
            rest, found = _servant(words[i + 1])
            i += 1
        elif word.startswith("عبدال") and len(word) > 6:
            rest, found = _servant(words[i][3:])
        else:
            rest, found = _word(words[i])
        out.append(rest)
        known = known and found
        i += 1
    return " ".join(out), "table" if known else "rule"


def latin_of(name: str, row: KnownPerson) -> tuple[str | None, LatinSource | None]:
    """`name` in Latin letters, which is a name of who stands in `row`; of a surname, the surname there.

    What shares no word with the row's usual name (`أبو مازن`) is written by itself, but for a user's own people.
    """
    key, usual = name_key(folded_words(name)), name_key(folded_words(row.forms[0]))
    if row.latin is None:
        return by_words(name)
    if key in _own():
        return _own()[key], "known"
    if len(key) < len(usual) and (len(key) == 1 or key[0] in _NASAB):
        surname = any(name_key(folded_words(form))[-len(key) :] == key for form in row.forms if " " in form)
        return (_surname(row.latin), "known") if surname else by_words(name)
    if len(key) > len(usual) and key[: len(usual)] == usual:  # محمد بن راشد [آل مكتوم]
        rest, how = by_words(" ".join(clean(name).replace("-", " ").split()[-(len(key) - len(usual)) :]))
        return f"{row.latin} {rest}", "known" if how != "rule" else how
    return (row.latin, "known") if set(key) & set(usual) else by_words(name)


def _surname(latin: str) -> str:
    """`Ahmed bin Salman` → bin Salman; `Ursula von der Leyen` → von der Leyen."""
    words = latin.partition(" (")[0].split()
    first = len(words) - 1
    while first > 1 and (words[first - 1].islower() or words[first - 1] in ("Al", "Abu", "Bin", "Ben", "El")):
        first -= 1
    return " ".join(words[first:])


def _servant(word: str) -> tuple[str, bool]:
    """`عبد [العزيز]` (servant of the Mighty) is one name: Abdulaziz."""
    latin, known = _word(word)
    latin = latin.removeprefix("al-")
    return ("Abdullah" if latin.lower() in ("allah", "lah") else f"Abdul {latin}"), known


def _word(word: str) -> tuple[str, bool]:
    folded = fold(word)
    if folded in _SMALL and "آ" not in word:
        return _SMALL[folded], True
    if word == "آل":
        return "Al", True
    if folded.startswith("ال") and len(folded) > 4 and (latin := _of_word(folded[2:])):
        return f"al-{_capital(latin)}", True
    if latin := _of_word(folded):
        return _capital(latin), True
    if folded.startswith("ال") and len(folded) > 3:
        return f"al-{_capital(by_rule(word[2:]))}", False
    return _capital(by_rule(word)), False


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def by_rule(word: str) -> str:
    """`word` letter by letter; short vowels, which Arabic leaves out, are guessed as a.

    >>> by_rule("زمردان")
    'zamradan'
    """
    out: list[str] = []
    for i, letter in enumerate(word):
        after = word[i + 1] if i + 1 < len(word) else ""
        if letter in _MARKS:
            out.append(_MARKS[letter])
        elif letter == "\u0651" and out:
            out.append(out[-1])
        elif letter in "وي":
            strong = not out or out[-1][-1] in _VOWELS or (after != "" and after in "اأإآىة")
            out.append({"و": "w", "ي": "y"}[letter] if strong else {"و": "u", "ي": "i"}[letter])
        elif letter in _SIMPLE:
            out.append(_SIMPLE[letter])
        elif letter.isascii() and letter.isalpha():
            out.append(letter.lower())
    return _with_vowels(out)


def _with_vowels(sounds: list[str]) -> str:
    """No more than two consonants stand together, and none but one at the beginning."""
    spelt: list[str] = []
    run = 0
    for i, sound in enumerate(sounds):
        consonant = sound[-1] not in _VOWELS
        if consonant and run and (i == 1 or run > 1 or (i == len(sounds) - 1 and len(sounds) < 4)):
            spelt.append("a")
            run = 0
        spelt.append(sound)
        run = run + 1 if consonant else 0
    return "".join(spelt)


@cache
def _table() -> list[str]:
    """Folded word of a name, tab, how it is mostly written in Latin letters (Wikidata, CC0); in order."""
    return lines("name_latin.tsv")


def _in_table(folded: str) -> str | None:
    table, cell = _table(), f"{folded}\t"
    at = bisect_left(table, cell)
    return table[at].removeprefix(cell) if at < len(table) and table[at].startswith(cell) else None


def _of_word(folded: str) -> str | None:
    """A word of a name as most of the people write it whom news name, else as most of all people do."""
    return _known_words().get(folded) or _in_table(folded)


@cached
def _known_words() -> dict[str, str]:
    """Folded word of a name → how two at least of the known people, and most of them, write it."""
    rows = known_people()
    spelt: list[tuple[str, str]] = []
    for row, usual in zip(rows, fold_all([row.forms[0] for row in rows]), strict=True):
        arabic, latin = usual.replace("-", " ").split(), (row.latin or "").split()
        if len(arabic) != len(latin):
            continue
        for word, spelling in zip(arabic, latin, strict=True):
            plain = spelling.removeprefix("al-").removeprefix("el-")
            if plain[:1].isupper():
                spelt.append((word.removeprefix("ال") if plain != spelling else word, plain))
    times = Counter(word for word, _ in spelt)
    return {word: latin for (word, latin), n in Counter(spelt).items() if n > 1 and 2 * n > times[word]}


@cached
def _own() -> dict[tuple[str, ...], str]:
    """Keys of all names of a user's own people → how the user writes them."""
    return {
        name_key(folded_words(name)): person.name_latin
        for person in own().person
        if person.name_latin
        for name in (person.name, *person.aliases)
    }


def _whole(key: Key) -> str | None:
    """A name known as a whole: of the people that news name, where they have one spelling, and of names.toml."""
    if latin := _listed().get(key):
        return latin
    spelt = {
        latin_of(form, row)[0]
        for form, row in by_key().get(key, ())
        if row.latin and (form == row.forms[0] or (len(key) > 1 and key[0] not in _NASAB))
    }
    return spelt.pop() if len(spelt) == 1 else None


@cached
def _listed() -> dict[Key, str]:
    return {name_key(folded_words(arabic)): latin for arabic, latin in load("names")["latin"].items()}


def _surname_of(key: Key) -> str | None:
    """A surname of people that news name, where most of them write it in one way."""
    if len(key) != 1:
        return None
    spelt = Counter(
        _surname(row.latin)
        for name, row in by_last_word().get(key[0], ())
        if row.latin and len(name) > 1 and name[-2] not in _NASAB
    )
    latin, times = spelt.most_common(1)[0] if spelt else ("", 0)
    return latin if 2 * times > spelt.total() else None
