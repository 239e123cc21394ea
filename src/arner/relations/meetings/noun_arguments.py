"""The arguments of a noun that is an encounter: its construct, `مع`, `بين`, adjectives, a pronoun, a light verb."""

from __future__ import annotations

from dataclasses import replace

from arner.relations.meetings.places import Placing
from arner.relations.meetings.scene import Scene
from arner.relations.meetings.status import governing
from arner.relations.meetings.takers import Taker
from arner.relations.meetings.triggers import Trigger, verbs
from arner.relations.meetings.words import AGREEING, ATTENDING, CONTROL, INVITING, MASDARS, PREPOSITIONS
from arner.syntax.sentences import Party
from arner.syntax.subjects import subject_of

_BOTH = frozenset({"بينهما", "جمعتهما", "جمعهما", "يجمعهما", "تجمعهما", "سيجمعهما", "ستجمعهما"})
WHEN = 16  # words that tell when and where it is held
NEAR = 5  # words between a noun and its `بين X وY`


class NounReader(Placing):
    """`earlier`: who the encounter told just before is of: `زيارة الوزير ومحادثاته`."""

    def __init__(self, scene: Scene, trigger: Trigger, limit: int, earlier: Taker | None = None) -> None:
        super().__init__(scene, trigger, limit)
        self.earlier = earlier
        self.complete = False  # all who take part are named: بين X وY
        self.agreed = False  # they agree on it, so that it is to come

    def frame(self) -> None:
        """Read what stands around the noun."""
        t = self.trigger
        assert t.noun is not None
        noun = t.noun
        role = "guest" if t.kind == "visit" else "participant"
        if not (t.kind == "visit" and self._invited()):
            genitive = self._genitive(t.end)
            if genitive is not None:
                self._take_genitive(genitive, role)
            elif not (noun.definite or noun.accusative) and (end := self.described(t.end)):
                self.add_words(t.end, end, role)
            if len(codes := self._nationalities(t.end)) > 1:
                for code in codes:
                    ref = f"country:{code}"
                    self.take(Taker(ref, self.scene.names.get(ref, code), role, code))
            self._markers(t.end, role)
            self._company(t.end)
            self._agent(role, genitive)
        if t.kind == "visit":
            self._destination(t.end, ["الي", "ل", "تشمل", "شملت"], self._names_destination())

    def _names_destination(self) -> bool:
        noun = self.trigger.noun
        named = noun is not None and not noun.definite and not noun.accusative
        return named and noun is not None and noun.entry["id"] == "visit"

    def _nationalities(self, i: int) -> list[str]:
        """`المباحثات الروسية الإيرانية` → the codes of both; one adjective alone says not who meets."""
        codes: list[str] = []
        gap = 0
        while i < self.right and gap <= 1 and not self.at(i, PREPOSITIONS):
            p = self.scene.within.get(i)
            if i in self.scene.demonyms and (p is None or p.kind == "demonym"):
                codes.append(self.scene.demonyms[i])
                gap = -1
            elif p is not None or (self.is_sign(i) and self.words[i] not in "-–/"):
                break
            gap += 1
            i += 1
        return codes

    def _genitive(self, i: int) -> Party | None:
        """The party in the construct after the noun: `زيارة الرئيس`, `لقاء الوزيرين`."""
        noun = self.trigger.noun
        assert noun is not None
        if noun.accusative or (noun.definite and not noun.suffix):
            return None
        ends = self.scene.syntax.dated
        dated = {k for start in range(i, i + 6) for k in range(start, ends.get(start, start))}
        for j in range(i, min(i + 6, self.right)):
            p = self.scene.at.get(j)
            if p is not None:
                letters = self.scene.proclitic(j, p.char_start)
                return p if p.kind != "demonym" and not letters else None
            if noun.suffix and self.words[j] == "،" and (j == i or j - 1 in dated or j + 1 in dated):
                continue  # خلال لقائه، الثلاثاء، الوزير
            if self.at(j, PREPOSITIONS) or self.is_sign(j) or self.words[j] in verbs():
                return None
            if (self.words[j][0] in "لب" and len(self.words[j]) > 3) or (noun.suffix and j not in dated):
                return None
        return None

    def _take_genitive(self, party: Party, role: str) -> None:
        if self.trigger.kind == "visit" and party.type in ("country", "place"):
            return  # where it goes
        if party.type in ("country", "place") and len(self.group(party)) == 1:
            if party.start in self.scene.places:  # قمة جنيف
                self.found.place = self.scene.place(self.scene.places[party.start])
            return
        noun = self.trigger.noun
        assert noun is not None
        performed = self.trigger.light is not None and "by" in self.trigger.light.form.entry
        to = range(party.end, min(party.end + 4, self.right))
        goes = any(j in self.scene.places and self._governor(j, party.end) in ("الي", "ل") for j in to)
        if (
            self.trigger.kind == "visit"
            and party.type == "person"
            and (performed or noun.preposition == "ل")
            and not goes
        ):
            role = "host"
        self.add(self.group(party), role)

    def _markers(self, start: int, role: str) -> None:
        """Those after `مع`, `بين`, `ب`, `من` (of a call) and `ل` (of a body that meets)."""
        kind = self.trigger.kind
        j = start
        while j < self.right:
            far = self._far(j)
            between = self.at(j, ("بين",)) and far <= NEAR and kind != "visit"
            company = self.at(j, ("مع",)) and not self.compares(j)
            if between or company or (kind == "call" and self.words[j] == "من"):
                end = self.take_at(j + 1, "participant" if kind == "visit" else role)
                self.complete = self.complete or (between and end is not None)
                j = end or j + 1
                continue
            if self.at(j, _BOTH) and far <= NEAR:
                self._both(role)
            p = self.scene.at.get(j)
            meets = kind != "visit" and far <= NEAR and p is not None and p.type not in ("place", "country")
            brings = self.trigger.light is not None and self.trigger.light.form.entry["id"] == "gather"
            if p is not None and (meets or brings) and self.scene.proclitic(j, p.char_start) in ("ب", "ل"):
                self.add(self.group(p), role)
                j = max(self.found.last, j)
            j += 1

    def _wants(self) -> bool:
        """Whether the noun is what somebody intends or hopes for: `يعتزم زيارة`, `يأمل في لقاء فلان`."""
        i = self.trigger.start
        i -= self.at(i - 1, ("في", "الي", *MASDARS)) if i > self.left else 0
        return any(
            self.words[j].startswith(("ي", "ت")) and governing(self.words, j + 1, j) in ("planned", "proposed")
            for j in range(max(self.left, i - 6), i)
        ) and not any(self.at(j, ("ان", "من")) for j in range(max(self.left, i - 6), i))

    def _far(self, i: int) -> int:
        """Words between the noun and `i`, without the clause that says when and where: `التي ستعقد في يونيو`."""
        start = self.trigger.end
        if self.trigger.light is not None and start < self.trigger.light.i < i:
            start = self.trigger.light.i + 1
        if i - start > WHEN:
            return i - start
        dated = 0
        for j in range(start, i):
            if (when := self.scene.dates.get(j)) is not None:
                dated += self.scene.token(when.end - 1) + 1 - j
        return i - start - dated

    def _agent(self, role: str, genitive: Party | None) -> None:
        """Whoever the noun does not name: the subject of its light verb or clause, or its pronoun."""
        t = self.trigger
        noun = t.noun
        assert noun is not None
        masdar = t.start > self.left and self.at(t.start - 1, MASDARS)
        if noun.suffix and self.earlier is not None and self.words[t.start][0] == "و":
            self.take(replace(self.earlier, role=role))
            return
        if noun.suffix == "هما":
            self._both(role)
            return
        if noun.suffix:
            p = self.agent(t.start)
            if p is not None and noun.suffix in ("ه", "ها", "هم"):
                several = self.group(p, t.start) if noun.suffix == "هم" else [p]
                body = p.type in ("described", "organization")
                if noun.suffix != "هم" or body or len(several) > 1 or len(p.refs) > 1:
                    self.add(several, role)
            return
        if t.kind != "visit" and (agreed := self._agreed()):
            self.agreed = True
            self.add(agreed, role)
            return
        if t.light is not None and not masdar:
            if t.light.form.entry["frame"] == "do":
                self._light_agent(role)
            elif t.light.form.entry["id"] == "gather" and t.light.i > t.start and not t.light.form.suffix:
                p = self.first_party(t.light.i + 1, self.right)  # القمة التي جمعت X وY
                self.add(self.group(p) if p is not None else [], role)
            elif t.light.form.suffix in ("ه", "ها") and len(self.found.takers) < 2:  # القمة التي تجمعه بفلان
                p = self.agent(t.start)
                self.add([p] if p is not None else [], role)
            elif t.light.form.entry["frame"] == "host":
                self._host()
            return
        if self._wants() and len(self.found.takers) < 2:
            p = self.agent(t.start)
            another = genitive is not None or "مع" in self.words[t.end : self.right]
            if p is not None and ((another and t.kind != "visit") or not (self.found.takers or masdar)):
                self.add([p], role)
            return
        if (
            len(self.found.takers) >= 2
            or self.complete
            or (genitive is not None and self.found.takers)
            or (noun.definite and not self.found.takers)
        ):
            return
        near = range(max(self.left, t.start - 2), t.start)
        control = ATTENDING if t.kind in ("summit", "conference") else CONTROL
        if noun.entry.get("participle") or noun.preposition in ("ل", "ب") or any(self.at(j, control) for j in near):
            p = self.agent(t.start)
            several = self.group(p, t.start) if p is not None else []
            # Of two who act, `تعهد الرئيسان خلال زيارة بكين`, nothing says who is the visitor.
            self.add(several if t.kind != "visit" or len(several) == 1 else [], role)

    def _both(self, role: str) -> None:
        """The two that a dual pronoun stands for: `قمتهما`, `لقاء بينهما`, `القمة التي جمعتهما`."""
        if len(self.found.takers) > 1:
            return
        people: dict[tuple[str, ...], Party] = {}
        n = self.scene.sentence[self.trigger.start]
        for start, end in self.scene.bounds[max(0, n - 2) : n + 1][::-1]:
            for p in self.between(start, min(end, self.trigger.start)):
                if p.type == "person" and p.refs:
                    people.setdefault(p.refs, p)
            if any(len(refs) == 2 for refs in people):
                people = {refs: p for refs, p in people.items() if len(refs) == 2}
            if sum(map(len, people)) >= 2:
                break
        for p in list(people.values())[: 1 if any(len(refs) == 2 for refs in people) else 2]:
            self.add([p], role)

    def _host(self) -> None:
        """`تستضيف الجزائر القمة`: where it is held."""
        light = self.trigger.light
        assert light is not None
        for j in (*range(light.i + 1, self.trigger.start), light.i - 1, light.i - 2):
            if j >= self.left and j in self.scene.places:
                self.found.place = self.scene.place(self.scene.places[j])
                return

    def _light_agent(self, role: str) -> None:
        t = self.trigger
        assert t.light is not None
        assert t.noun is not None
        i = t.light.i
        if i > t.start:  # المحادثات التي أجراها X
            p = self.first_party(i + 1, min(self.right, i + NEAR)) or self.agent(t.start)
        else:
            p, _ = self.subject(i)
            attended = t.noun.definite and i == t.start - 1  # حضر اللقاء X: the object first
            if p is not None and p.start >= t.end and not attended:
                # the subject after the object, or none: عقد اجتماع بين X وY
                p = None if self.found.takers and not (t.noun.accusative or self._carries_out(i)) else self.agent(i)
        if p is not None:
            end = t.start if p.start < t.start else None
            n = len(self.found.takers)
            self.add([*(self._joined_before(p) if p.start < i else []), *self.group(p, end)], role)
            self.found.takers = self.found.takers[n:] + self.found.takers[:n]  # who acts comes first

    def _carries_out(self, i: int) -> bool:
        """`وأجرى لقاءات`: by its last letter no passive, so that somebody named before is its subject."""
        assert self.trigger.light is not None
        form = self.trigger.light.form
        written = self.scene.doc[i].text.endswith(("ى", "ت"))
        return form.entry["id"] == "carry-out" and form.tense == "past" and written

    def _agreed(self) -> list[Party]:
        """Those who agree on it: `اتفقت مصر والأردن على عقد قمة`, `اتفق الوزير مع نظيره على لقاء`."""
        start = self.trigger.start
        start -= start > self.left and self.at(start - 1, MASDARS)
        if start - 1 <= self.left or self.words[start - 1] != "علي":
            return []
        i = next((j for j in range(start - 2, self.left - 1, -1) if self.at(j, AGREEING)), None)
        subject = None if i is None else subject_of(self.scene.syntax, i, start)
        if i is None or subject is None:
            return []
        partners = (p for p in self.between(i + 1, start) if self.acts(p) and self.words[p.start - 1] == "مع")
        found = [*subject.parties, *(q for p in partners for q in self.group(p, start))]
        return found if sum(len(p.refs) or 1 for p in found) > 1 else []

    def _invited(self) -> bool:
        """`دعا X Y إلى زيارة`, `وجه X دعوة إلى Y لزيارة`, `تلقى Y دعوة من X لزيارة`."""
        t = self.trigger
        noun = t.noun
        assert noun is not None
        if noun.preposition != "ل" and self.words[t.start - 1 : t.start] not in (["الي"], ["للقيام"]):
            return False
        near = [j for j in range(max(self.sent_start, t.start - 20), t.start) if self.at(j, INVITING)]
        if not near:
            return False
        i = near[-1]
        verb = self.words[i].lstrip("و") in ("دعا", "دعت", "يدعو", "تدعو")
        host: Party | None = None
        guest: Party | None = None
        for p in self.between(i + 1, t.start):
            if not self.acts(p) and p.type != "country":
                continue
            letters = plain_letters(self.scene.proclitic(p.start, p.char_start))
            before = self.words[p.start - 1]
            if before in ("الي",) or letters == "ل":
                guest = guest or p
            elif before == "من":
                host = host or p
            elif verb and not self.oblique(p):
                if host is None and not self.before_verb(i):
                    host = p
                else:
                    guest = guest or p
        earlier = self.before_verb(i) if verb else self._leading(self._left(i), i)
        if host is None:
            host = earlier
        elif guest is None:
            guest = earlier
        if guest is None or guest == host:
            return False
        self.found.invited = True
        self.add([guest], "guest")
        if host is not None:
            self.add([host], "host")
        return True


def plain_letters(letters: str) -> str:
    """Proclitics without و and ف: `ول` → `ل`."""
    return letters.lstrip("وف")
