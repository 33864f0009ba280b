"""The source of a claim: from its head word to the phrase that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsfacts.steps.sourcing.conjoined import reporting_above
from newsfacts.steps.sourcing.cues import cue_of
from newsfacts.steps.sourcing.phrases import completed
from newsfacts.steps.sourcing.scene import Range, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_REFLEXIVE: Final = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"})
_NOMINAL: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})


def subject_of(scene: Scene, verb: Token, cue: Range) -> Token | None:
    """Give who speaks: the subject of a reporting verb, its own "who" in a relative clause, or the noun before it."""
    syntax = scene.syntax
    if (above := reporting_above(scene, verb)) is not None:
        return subject_of(scene, above, cue_of(scene, above).range)
    finders = (_quoted_as, _own_subject, _of_verb_before, _of_main_clause, _left_accusing)
    found = next((noun for find in finders if (noun := find(scene, verb)) is not None), None) or syntax.subject(verb)
    if found is not None and found.lower_ in _REFLEXIVE:
        above = syntax.head(verb)
        return syntax.subject(above) if above is not None else None
    if found is not None and scene.speech_at(found.i) not in {-1, _same_speech(scene, found, verb)}:
        found = None
        beside = syntax.object(verb)
        if beside is not None and beside.i > verb.i:
            return beside
    if found is not None and _is_told(scene, found, verb):
        found = None
    if found is None and (found := _across(scene, verb)) is not None:
        return found
    if found is not None and found.i < verb.i:
        owner = syntax.possessor(found)
        if owner is not None and owner.lower_ == "whose" and "," in scene.lower[found.i : cue[0]]:
            return _before_relative(scene, cue[0]) or found
        author = _author(scene, verb, found) or _spoken_for(scene, found, cue)
        return author or _behind_fronted(scene, found, cue) or _lifted(scene, found)
    if found is None and (scene.tags[verb.i] in {"VBD", "VBZ", "VBP"} or scene.tags[cue[0]] == "MD"):
        return _inverted(scene, verb) or _before_relative(scene, cue[0]) or _noun_before(scene, cue[0])
    return found


def _is_told(scene: Scene, noun: Token, verb: Token) -> bool:
    """Whether a "subject" after "told" is who was told: '“It is over,” the owner, Ann Orr, told Radio Fen'."""
    addressing = scene.reading.lexicons.words("cue_words", "addressing")
    return noun.i > verb.i and scene.lemmas[verb.i] in addressing and scene.tags[verb.i] in _FINITE


def _across(scene: Scene, verb: Token) -> Token | None:
    """Give the boss of '“My boss,” she told the panel, “lied to us.”': a reporting clause parts it from its verb."""
    number = scene.speech_at(verb.i)
    if number < 1 or verb.i != scene.quotation_ranges[number][0] + 1 or not verb.text.islower():
        return None
    start, end = scene.quotation_ranges[number - 1]
    if start < scene.sentence(verb.i)[0] or any(scene.tags[at] in _FINITE for at in range(start, end)):
        return None
    return next((scene.token(at) for at in range(end - 1, start, -1) if scene.tags[at] in _NOMINAL), None)


def _of_verb_before(scene: Scene, verb: Token) -> Token | None:
    """Give Steiner for "Results come late, Steiner said, adding that": the verb before has a subject."""
    before = verb.i - 2
    if scene.tags[verb.i] != "VBG" or before < 1 or scene.lower[verb.i - 1] != "," or scene.tags[before] not in _FINITE:
        return None
    return scene.syntax.subject(scene.token(before), inherited=False)


def _left_accusing(scene: Scene, verb: Token) -> Token | None:
    """Give Orr for "The ruling left Orr accusing officials": whoever is left, seen or heard doing it."""
    if scene.tags[verb.i] != "VBG":
        return None
    start, first = verb.i, scene.sentence(verb.i)[0]
    while start > first and scene.tags[start - 1] in _NAMING:
        start -= 1
    left = first < start < verb.i and scene.lemmas[start - 1] in _LEAVES and scene.tags[start - 1][:2] == "VB"
    return scene.token(verb.i - 1) if left and scene.tags[verb.i - 1] in _NOMINAL else None


def quoting_verb(scene: Scene, verb: Token) -> Token | None:
    """Give "quoted" of "quoted an aide as saying" for its "saying"."""
    above = scene.syntax.head(verb)
    if scene.lower[verb.i - 1] != "as" or scene.tags[verb.i] != "VBG" or above is None or above.i > verb.i:
        return None
    return above if scene.lemmas[above.i] in {"cite", "quote"} else None


def _quoted_as(scene: Scene, verb: Token) -> Token | None:
    """Give the aide of "The paper quoted an aide as saying": whoever is quoted says it, not who quotes."""
    above = quoting_verb(scene, verb)
    if above is None:
        return None
    if scene.syntax.is_passive(above):
        return scene.syntax.subject(above)
    quoted = scene.syntax.object(above)
    return quoted if quoted is not None and quoted.i < verb.i else _noun_before(scene, verb.i - 1)


_LEAVES: Final = frozenset({"catch", "film", "find", "hear", "keep", "leave", "record", "see"})


def _lifted(scene: Scene, found: Token) -> Token:
    """Give "draft" for "A draft obtained by the Mail says", where the parse takes the Mail for the subject."""
    at = found.i - 1
    while at > 1 and scene.tags[at] in {"DT", "NNP", "JJ", "NN"}:
        at -= 1
    if at > 1 and scene.lower[at] == "by" and scene.tags[at - 1] in {"VBN", "VBD"}:
        return _noun_before(scene, at - 1) or found
    if at > 1 and scene.tags[at] == "VB":
        first = scene.sentence(at)[0]
        who = next((i for i in range(at, first, -1) if scene.lower[i] in {",", "who"}), -1)
        return (_noun_before(scene, who) if who > 0 and scene.lower[who] == "who" else None) or found
    return found


def _of_main_clause(scene: Scene, verb: Token) -> Token | None:
    """Give who pitched a plan of jobs in "..., noting that": after a comma, no clause about a noun is gone on with."""
    syntax = scene.syntax
    if scene.tags[verb.i] != "VBG" or scene.lower[verb.i - 1] != ",":
        return None
    above = syntax.head(verb)
    inside = syntax.role(verb) == "adnominal-clause"
    for _ in range(_STEPS):
        if above is None:
            return None
        role = syntax.role(above)
        inside = inside or role in _OF_NOUNS
        if inside and role not in _OF_NOUNS and _is_finite(scene, above):
            subject = syntax.subject(above, inherited=False)
            return subject if subject is not None and subject.i < above.i < verb.i else None
        above = syntax.head(above)
    return None


_OF_NOUNS: Final = frozenset({"adnominal-clause", "object", "relative-clause"})


def _is_finite(scene: Scene, verb: Token) -> bool:
    return scene.tags[verb.i] in _FINITE or bool(scene.syntax.auxiliaries(verb))


_STEPS: Final = 6


def _same_speech(scene: Scene, subject: Token, verb: Token) -> int:
    """The quotation of a verb, or the one before where only "she said" parts them: '“My boss,” she said, “lied.”'."""
    inside, before = scene.speech_at(verb.i), scene.speech_at(subject.i)
    if not 0 <= before == inside - 1:
        return inside
    first = scene.quotation_ranges[inside][0]
    goes_on = scene.token(min(first + 1, scene.size - 1)).text.islower() and scene.lower[first - 1] == ","
    return before if goes_on else inside


def _spoken_for(scene: Scene, found: Token, cue: Range) -> Token | None:
    """Give "aide" for "An aide to the Mail said": what stands right after "to" or "for" is no subject."""
    at = found.i
    if scene.tags[cue[0]] not in _FINITE or scene.syntax.is_relative_word(found) or cue[0] - at > 3:
        return None
    while at > 1 and scene.tags[at] in _NAMING | {"VBN"}:
        at -= 1
    return scene.token(at - 1) if scene.lower[at] in {"for", "to"} and scene.tags[at - 1] in {"NN", "NNS"} else None


def _author(scene: Scene, verb: Token, found: Token) -> Token | None:
    """Give who "issued a statement saying": a text just put out speaks for its author."""
    words, above = scene.reading.lexicons, scene.syntax.head(found)
    if scene.tags[verb.i] != "VBG" or scene.syntax.role(found) != "object" or above is None:
        return None
    if scene.lemmas[above.i] not in words.words("cue_words", "light") or scene.syntax.is_passive(above):
        return None
    written = scene.lemmas[found.i] in words.words("cue_words", "writings") | words.words("cue_words", "venues")
    return scene.syntax.subject(above) if written else None


def _behind_fronted(scene: Scene, found: Token, cue: Range) -> Token | None:
    """Give Orr for "In the last few days, Orr said", where the parse takes the days for the subject."""
    first = scene.sentence(found.i)[0]
    while first < found.i and (scene.blank[first] or scene.lower[first] in {"and", "but"}):
        first += 1
    if scene.tags[first] not in {"IN", "TO", "VBG"} or scene.tags[cue[0]] not in _FINITE or first == found.i:
        return None
    if scene.syntax.is_relative_word(found) or {",", *_CLAUSAL} & {*scene.lower[first : found.i]}:
        return None
    comma = next((at for at in range(found.i + 1, cue[0]) if scene.lower[at] == ","), -1)
    if comma < 0 or any(tag in _FINITE for tag in scene.tags[first:comma]) or scene.lower[comma + 1] in _CLAUSAL:
        return None
    noun = next((at for at in range(comma + 1, cue[0]) if scene.tags[at] in {"IN", "TO"} or scene.blank[at]), cue[0])
    return scene.token(noun - 1) if scene.tags[noun - 1] in _NOMINAL else None


_CLAUSAL: Final = frozenset({"who", "which", "that", "when", "where"})


def _own_subject(scene: Scene, verb: Token) -> Token | None:
    """The subject on the verb itself, rather not one from inside a quotation beside it."""
    syntax = scene.syntax
    first = syntax.subject(verb, inherited=False)
    if first is None or scene.speech_at(first.i) in {-1, _same_speech(scene, first, verb)}:
        return first
    outside = (
        child for child in syntax.children(verb) if syntax.role(child) == "subject" and scene.quoted[child.i] < 0
    )
    return next(outside, first)


_NAMING: Final = frozenset({"NN", "NNP", "NNS", "NNPS", "JJ", "CD", "DT", "HYPH", "POS", "PRP$", "PRP"})


def speaker_before(scene: Scene, start: int) -> Token | None:
    """Give the last noun of a phrase between a comma or quotation and a verb: ", the daily Vremya reported"."""
    first = scene.sentence(start)[0]
    at = start - 1
    if scene.lower[at] == ")" and "(" in scene.lower[max(first, at - 6) : at]:
        while scene.lower[at] != "(":
            at -= 1
        start, at = at, at - 1
    while at >= first and scene.tags[at] in _NAMING and scene.quoted[at] < 0:
        at -= 1
    if at < first or start - 1 - at == 0 or not (scene.lower[at] == "," or scene.speech_at(at) >= 0):
        return None
    if scene.tags[start - 1] not in _NOMINAL or not any(tag in _FINITE for tag in scene.tags[first:at]):
        return None
    return scene.token(start - 1)


_FINITE: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})


def _inverted(scene: Scene, verb: Token) -> Token | None:
    """Give the noun after "alleges" in "They were paid, alleges a whistleblower" where the parse makes it an object."""
    syntax = scene.syntax
    said, noun = syntax.complement(verb), syntax.object(verb)
    if said is not None and noun is not None and said.i < verb.i < noun.i and scene.blank[verb.i - 1]:
        return noun
    return None


def turned_round(scene: Scene, verb: Token) -> Token | None:
    """Give the speaker of "They were paid, alleges a whistleblower" where the parse takes the verb for a next deed."""
    syntax = scene.syntax
    if verb.i == 0 or scene.lower[verb.i - 1] != "," or scene.tags[verb.i] not in {"VBD", "VBZ", "VBP"}:
        return None
    if syntax.role(verb) not in {"conjunct", "parataxis"} or syntax.subject(verb, inherited=False) is not None:
        return None
    noun = syntax.object(verb)
    if noun is None or noun.i < verb.i or scene.quoted[verb.i - 2] >= 0:
        return None
    after = scene.tags[verb.i + 1]
    return (
        noun
        if (after in {"NNP", "PRP"} and scene.tags[noun.i] == after) or scene.lower[verb.i + 1] in {"a", "an", "one"}
        else None
    )


def _before_relative(scene: Scene, start: int) -> Token | None:
    """Give the juror of "One juror, who the court ordered must not be named, recalled", whatever the parse says."""
    first = scene.sentence(start)[0]
    if start <= first or scene.lower[start - 1] != ",":
        return None
    at = next((i for i in range(start - 2, first, -1) if scene.lower[i] in {"who", "whose"}), -1)
    if at <= first + 1 or scene.lower[at - 1] != ",":
        return None
    return _noun_before(scene, at - 1)


def _noun_before(scene: Scene, start: int) -> Token | None:
    """Give the head of the noun phrase that ends right before a verb, a dash or comma between."""
    at = start - 1
    first = scene.sentence(start)[0]
    while at >= first and scene.lower[at] in {",", "–", "—", "--"}:
        at -= 1
    if at < first or not (scene.tags[at] in _NOMINAL or scene.token(at).is_title):
        return None
    token = _described(scene, _past_agent(scene, scene.token(at), first))
    while (head := scene.syntax.head(token)) is not None and first <= head.i < start:
        apart = {"oblique", "object", "apposition"} if at + 1 == start else {"oblique", "object"}
        if scene.tags[head.i] not in _NOMINAL or scene.syntax.role(token) in apart:
            break
        token = head
    return token


def _described(scene: Scene, noun: Token) -> Token:
    """Give the people of "two people familiar with the order told": those described by an adjective after them."""
    quality = scene.syntax.head(noun)
    if quality is None or scene.tags[quality.i] != "JJ" or scene.syntax.role(noun) != "oblique":
        return noun
    above = scene.syntax.head(quality)
    return above if above is not None and above.i < quality.i < noun.i and scene.tags[above.i] in _NOMINAL else noun


def _past_agent(scene: Scene, noun: Token, first: int) -> Token:
    """Give the report of "its report, reviewed by Reuters, says": who is behind a participle is not who speaks."""
    clause = scene.syntax.head(noun)
    if clause is None or scene.syntax.role(noun) != "agent" or scene.syntax.role(clause) != "adnominal-clause":
        return noun
    above = scene.syntax.head(clause)
    return above if above is not None and first <= above.i < clause.i else noun


_COMMAS: Final = frozenset({",", "(", "–", "—", "--"})


def source_range(scene: Scene, head: int, stop: Range) -> Range:
    """Give the tokens of a source: the phrase with titles and appositions, up to its cue.

    Relative clauses after a comma, anonymity wording and conjoined clauses are left out.
    """
    if (found := scene.phrases.get((head, stop))) is None:
        found = scene.phrases[head, stop] = _source_range(scene, head, stop)
    return found


def _source_range(scene: Scene, head: int, stop: Range) -> Range:
    syntax = scene.syntax
    token = scene.token(head)
    start, end = syntax.subtree(token)
    name = syntax.name_head(token)
    if name.i != head:
        start, end = syntax.subtree(name)
        token = name
    for child in syntax.children(token):
        low, high = syntax.subtree(child)
        role = syntax.role(child)
        if child.i < token.i and role in _CUT_BEFORE and low == start:
            start = high
        elif child.i > token.i and role in _CUT_AFTER and _is_apart(scene, low, role):
            end = min(end, low)
    end = next((at - 1 for at in range(token.i + 2, end) if _opens_relative(scene, at, end)), end)
    start, end = _off(scene, _past_participle(scene, start, token.i), end, token.i, stop)
    return _trim(scene, *completed(scene, (start, end), stop))


def _opens_relative(scene: Scene, at: int, end: int) -> bool:
    """Whether ", who asked not to be named" or ", who rates it “sell”" begins, wherever the parse hangs it."""
    if scene.lower[at] != "who" or scene.lower[at - 1] not in _COMMAS:
        return False
    quotes = any(scene.quoted[i] != scene.quoted[at] for i in range(at, end))
    return quotes or any(lemma in _WITHHOLD for lemma in scene.lemmas[at : at + 6])


def past_description(scene: Scene, at: int) -> int:
    """Go on past what is said of a source between commas: "According to the Echo, which cited two officials, "."""
    last = scene.sentence(at - 1)[1]
    if at + 2 >= last or scene.lower[at] != "," or scene.tags[at + 1] not in _RELATIVE:
        return at
    clauses = (i for i in range(at + 2, last) if scene.syntax.role(scene.token(i)) == "relative-clause")
    end = next((scene.syntax.subtree(scene.token(i))[1] for i in clauses), at + 2)
    if end >= last or scene.lower[end] != ",":
        end = next((i for i in range(at + 2, last) if scene.lower[i] == ","), last)
    return end if end < last else at


_RELATIVE: Final = frozenset({"WDT", "WP", "WP$"})


def _past_participle(scene: Scene, start: int, head: int) -> int:
    """Leave "Speaking to Radio Fenland," before a speaker out."""
    if scene.tags[start] not in {"VBG", "VBN", "IN"}:
        return start
    return next((at + 1 for at in range(head - 1, start, -1) if scene.lower[at] == ","), start)


_CUT_BEFORE: Final = frozenset(
    {"case", "mark", "coordinator", "punct", "adverbial-clause", "adverb", "adnominal-clause", "oblique", "parataxis"}
)
_CUT_AFTER: Final = frozenset(
    {"relative-clause", "adverbial-clause", "parataxis", "adnominal-clause", "clause-complement"}
)
_WITHHOLD: Final = frozenset(
    {"speak", "ask", "request", "insist", "decline", "refuse", "want", "authorise", "authorize"}
)


def _is_apart(scene: Scene, low: int, role: str) -> bool:
    """Whether a clause after a noun is no part of the phrase: set off by a comma, or about anonymity."""
    before = low - 1
    if role in {"adverbial-clause", "parataxis", "clause-complement"}:
        return True
    if scene.lower[low] in _COMMAS or (before >= 0 and scene.lower[before] in _COMMAS):
        return True
    if role == "relative-clause":
        return any(lemma in _WITHHOLD for lemma in scene.lemmas[low : low + 5])
    return role == "adnominal-clause" and scene.lemmas[low] in _WITHHOLD


def _off(scene: Scene, start: int, end: int, head: int, stop: Range) -> Range:
    """Keep the phrase out of its own cue, and inside its sentence or quotation."""
    low, high = stop
    if head < low:
        end = min(end, low)
    elif head >= high:
        start = max(start, high)
    first, last = scene.sentence(head)
    start, end = max(start, first), min(end, last)
    inside = scene.quoted[head]
    if inside < 0:
        while end > head + 1 and scene.speech_at(end - 1) >= 0:
            end -= 1
        while start < head and scene.speech_at(start) >= 0:
            start += 1
    return start, end


def _trim(scene: Scene, start: int, end: int) -> Range:
    while end - start > 1 and scene.blank[end - 1] and scene.lower[end - 1] not in {")", "]"}:
        end -= 1
    while end - start > 1 and scene.blank[start]:
        start += 1
    if end - start > 1 and scene.lower[end - 1] in {"'s", "’s", "’", "'"}:
        end -= 1
    return start, end
