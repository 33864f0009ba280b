"""Who takes part in an event, and where: through passives, control, conjunction, light verbs and nouns."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from attrs import evolve, frozen
from spacy.tokens import Token

from newsfacts import Reading
from newsfacts.places import countries
from newsfacts.steps.events.headings import HeadlineVerb
from newsfacts.steps.events.triggers import Trigger, Words
from newsfacts.syntax import Syntax

PLACES = frozenset(
    {"across", "along", "around", "at", "in", "inside", "near", "on", "outside", "over", "throughout", "within"}
)
_ABOUT = frozenset({"on", "over"})
_ACTING = frozenset({"by"})
_UNDERGOING = frozenset({"of", "on", "against", "over"})
_TOWARDS = frozenset({"to", "for", "with", "against", "from", "at", "on", "upon", "toward", "towards"})
_ROLES = {
    "to": "Arg2",
    "into": "Arg2",
    "from": "Arg2",
    "of": "Arg1",
    "for": "",
    "with": "",
    "against": "",
    "on": "",
    "upon": "",
    "toward": "",
    "towards": "",
    "about": "Arg1",
}
_MEANS = frozenset({"as", "between", "through", "under", "via"})
"""Prepositions of those who have another part in what a verb tells; a cause or a source ("according to") has none."""

_PATHS = frozenset({"to", "from", "via", "through", "into", "of"})
_PLACE_TYPES = frozenset({"GPE", "LOC", "FAC"})


@frozen(eq=False)
class Argument:
    """A PropBank role and the head of the phrase that fills it; `preposition` is what introduces it.

    `rises` tells of a subject that undergoes what its verb tells.
    """

    role: str
    head: Token
    preposition: str = ""
    rises: bool = False


def arguments(
    reading: Reading, trigger: Trigger, words: Words, timed: Collection[int] = (), amounts: Collection[int] = ()
) -> tuple[Argument, ...]:
    """Give the arguments of an event, each word once; words of times (`timed`) are none, and `amounts` do not act."""
    if trigger.form == "pronoun":
        return ()
    if trigger.lost is not None:
        found = _of_headline(reading, trigger, trigger.lost, words)
    else:
        found = _of_noun(reading, trigger, words) if trigger.form == "noun" else _of_verb(reading, trigger, words)
    seen: set[int] = {trigger.anchor.i}
    kept: list[Argument] = []
    for argument in found:
        if argument.role == "Arg0" and argument.head.i in amounts:
            continue
        for head in _members(reading.syntax, argument):
            if head.i not in seen and head.i not in timed and head.lower_ not in _US:
                seen.add(head.i)
                own = head.i == argument.head.i
                kept.append(argument if own else evolve(argument, head=head))
    return tuple(kept)


_US = frozenset({"'s", "’s"})
"""The second word of "let's"."""


def _members(syntax: Syntax, argument: Argument) -> tuple[Token, ...]:
    """All members of a coordination that starts with the argument."""
    members = syntax.conjuncts(argument.head)
    return members if members and members[0].i == argument.head.i else (argument.head,)


def _of_verb(reading: Reading, trigger: Trigger, words: Words) -> Iterator[Argument]:
    syntax = reading.syntax
    verb = trigger.token
    shortened = trigger.heading and _is_shortened(syntax, trigger, words)
    passive = shortened or syntax.is_passive(verb)
    subject = _agent(syntax, verb) if shortened else _subject(reading, verb, words)
    undergone = syntax.subject(verb) if shortened else syntax.logical_object(verb)
    rises = not passive and _rises(syntax, trigger, undergone, words)
    undergoes = rises or (trigger.form != "verb" and not _is_willing(syntax, trigger))
    if subject is not None and subject.tag_ != "EX":
        yield Argument("Arg1" if undergoes else "Arg0", subject, rises=undergoes)
    if undergone is not None:
        bound = trigger.base in words.permitting and syntax.complement_kind(verb) == "infinitive"
        yield Argument("Arg2" if rises or bound else "Arg1", undergone)
    if trigger.form == "copula" and is_nominal(verb):
        yield Argument("Arg2", verb)
    if (receiver := syntax.indirect_object(verb)) is not None:
        yield Argument("Arg2", receiver)
    yield from _adjuncts(reading, trigger, words, passive=passive)
    if undergone is not None:
        yield from _places_under(reading, undergone, words)
        if trigger.base in words.transfer:
            yield from _receivers_under(syntax, undergone)


def _adjuncts(reading: Reading, trigger: Trigger, words: Words, *, passive: bool) -> Iterator[Argument]:
    """The prepositional phrases of a verb."""
    moving = trigger.base in words.motion
    for preposition, head in reading.syntax.obliques(trigger.token):
        if (passive and preposition in _ACTING) or _is_score(head):
            continue
        if preposition == "at" and reading.syntax.particle(trigger.token) is not None:
            yield Argument("Arg1", head, preposition)  # "hit out at plans"
        elif (role := _adjunct(reading, preposition, head, words, moving=moving)) is not None:
            yield Argument(role, head, preposition)


def _is_shortened(syntax: Syntax, trigger: Trigger, words: Words) -> bool:
    """Whether a verb of a headline is a passive without its auxiliary: "Mayor jailed over bribes"."""
    verb = trigger.token
    if trigger.form != "verb" or verb.tag_ not in {"VBD", "VBN"} or syntax.auxiliaries(verb):
        return False
    undergone = syntax.object(verb)
    parted = undergone is not None and undergone.i > verb.i and verb.nbor().text == ","
    if (undergone is not None and not parted) or trigger.base in words.undergoing:
        return False
    return words.classes.get(trigger.base) != "REPORTING" and syntax.complement_kind(verb) in {None, "infinitive"}


def _agent(syntax: Syntax, verb: Token) -> Token | None:
    return next((noun for preposition, noun in syntax.obliques(verb) if preposition in _ACTING), None)


def _of_headline(reading: Reading, trigger: Trigger, lost: HeadlineVerb, words: Words) -> Iterator[Argument]:
    """The arguments of a verb that the parse takes for a noun, by the order of the words."""
    rises = trigger.base in words.linking or (lost.object is None and trigger.base in words.undergoing)
    yield Argument("Arg1" if rises else "Arg0", lost.subject, rises=rises)
    if lost.object is not None:
        yield Argument("Arg1", lost.object)
        if trigger.base in words.transfer:
            yield from _receivers_under(reading.syntax, lost.object)
    for preposition, head in reading.syntax.obliques(trigger.token):
        role = _adjunct(reading, preposition, head, words, moving=trigger.base in words.motion)
        if role is not None:
            yield Argument(role, head, preposition)


def _rises(syntax: Syntax, trigger: Trigger, undergone: Token | None, words: Words) -> bool:
    """Whether the subject undergoes what the verb tells: "fell", "fell 30 points", but not "declined to say"."""
    if trigger.base in words.linking:
        return True
    if trigger.base in words.measuring:
        return undergone is not None and undergone.tag_ != "$" and _is_amount(syntax, undergone, words)
    if trigger.base not in words.undergoing or _is_meant(syntax, trigger.token, words):
        return False
    if undergone is None:
        return syntax.complement_kind(trigger.token) not in {"gerund", "infinitive"}
    return _is_amount(syntax, undergone, words) or undergone.tag_ == "RB"


def _is_meant(syntax: Syntax, verb: Token, words: Words) -> bool:
    """Whether a subject wants or tries to do it: "Rovale plans to expand", but not "prices are expected to rise"."""
    above = syntax.head(verb)
    if above is None or syntax.role(verb) != "open-complement" or syntax.tense(verb) != "INFINITIVE":
        return False
    return words.classes.get(words.lemma(above)) in {"I_ACTION", "I_STATE"} and not syntax.is_passive(above)


def _is_willing(syntax: Syntax, trigger: Trigger) -> bool:
    """Whether an adjective says what its subject would do: "is ready to leave"."""
    return trigger.form == "adjective" and syntax.complement(trigger.token) is not None


def _is_amount(syntax: Syntax, noun: Token, words: Words) -> bool:
    """Whether an object only measures: "fell 30 points", but not "closed 30 mines"."""
    if noun.tag_ in {"CD", "$"} or noun.text == "%":
        return True
    return bool(syntax.numbers(noun)) and words.lemma(noun) in words.measures


def _subject(reading: Reading, verb: Token, words: Words) -> Token | None:
    """Who acts; a clause beside another one ("adding a camera") takes over only those who can act."""
    syntax = reading.syntax
    if (doer := _of_purpose(syntax, verb) or _called_on(reading, verb)) is not None:
        return doer
    subject = None if _is_order(syntax, verb) else syntax.logical_subject(verb)
    if subject is None:
        return _bound(syntax, verb, words)
    if syntax.role(verb) not in {"adverbial-clause", "adnominal-clause", "conjunct"}:
        return subject
    if syntax.is_passive(verb) or syntax.subject(verb, inherited=False) is not None or syntax.role(verb) == "conjunct":
        return subject
    return subject if subject.lower_ in _PEOPLE or is_side(reading, subject) or _is_group(reading, subject) else None


def _is_order(syntax: Syntax, verb: Token) -> bool:
    """Whether a verb tells somebody to do it, whoever says so: "“Ask me tomorrow,” he said"."""
    if verb.tag_ != "VB" or syntax.role(verb) not in {"clause-complement", "parataxis", "root"}:
        return False
    if syntax.mark(verb) is not None or syntax.auxiliaries(verb):
        return False
    return syntax.subject(verb, inherited=False) is None


def _bound(syntax: Syntax, verb: Token, words: Words) -> Token | None:
    """Who is to do what an infinitive after a noun says.

    It is the one who lends himself to the noun ("signed a contract to buy"), a name ("Rovale to close mine"), the
    head of a headline but for a plan or bid, or the noun that an ordinal picks out ("the first model to use it").
    """
    noun = syntax.head(verb)
    if noun is None or syntax.role(verb) != "adnominal-clause" or syntax.tense(verb) != "INFINITIVE":
        return None
    if syntax.is_passive(verb):
        return None
    if noun.tag_.startswith("NNP") or noun.ent_type_:
        return noun
    if syntax.head(noun) is None:
        return None if words.lemma(noun) in words.nouns else noun
    if syntax.object(verb) is not None and any(_picks_out(each) for each in syntax.adjectives(noun)):
        return noun
    above = syntax.head(noun)
    if above is None or not above.tag_.startswith("VB") or words.lemma(above) not in words.light:
        return None
    return syntax.logical_subject(above) if syntax.logical_object(above) == noun else None


def _of_purpose(syntax: Syntax, verb: Token) -> Token | None:
    """Who does a passive deed does what it is for: "was named by Rovale to mark the day"."""
    above = syntax.head(verb)
    if above is None or syntax.role(verb) != "adverbial-clause" or syntax.tense(verb) != "INFINITIVE":
        return None
    return syntax.agent(above)


def _called_on(reading: Reading, verb: Token) -> Token | None:
    """Who is to do what somebody calls or relies on them to do: "called on Peru to free the miners"."""
    syntax = reading.syntax
    if syntax.role(verb) not in {"adverbial-clause", "open-complement"} or syntax.tense(verb) != "INFINITIVE":
        return None
    above = syntax.head(verb)
    if above is None or syntax.is_passive(above) or syntax.object(above) is not None:
        return None
    asked = (noun for preposition, noun in syntax.obliques(above) if preposition in {"on", "upon"} and noun.i < verb.i)
    return next((noun for noun in asked if _is_group(reading, noun)), None)


def _picks_out(adjective: Token) -> bool:
    """Whether an adjective leaves one or a few: "first", "only", "biggest"."""
    return adjective.tag_ == "JJS" or adjective.lower_ in _PICKING


_PICKING = frozenset({"first", "last", "latest", "next", "only", "second", "third"})
_PEOPLE = frozenset({"he", "i", "she", "they", "we", "who", "you"})


def _is_group(reading: Reading, token: Token) -> bool:
    entity = reading.entity_at(token)
    return entity is not None and reading[entity].type in {"GROUP", "PERSON", "ORG", "GPE", "NORP"}


def _adjunct(reading: Reading, preposition: str, head: Token, words: Words, *, moving: bool) -> str | None:
    """The role of a prepositional phrase of a verb; only somebody has an open one ("called on Peru")."""
    if not preposition or not is_nominal(head):
        return None
    if _is_place(reading, preposition, head, words, moving=moving):
        return "Argm-LOC"
    role = _ROLES.get(preposition, "Argm-OTHER" if preposition in _MEANS else None)
    return role if role or _is_group(reading, head) else None


def _is_score(number: Token) -> bool:
    """Whether a number is the second of a count: "defeated 52 to 42", "by 24 votes to 19"."""
    if number.tag_ != "CD" or number.i < 3 or number.nbor(-1).lower_ != "to":
        return False
    before = number.nbor(-2)
    return before.tag_ == "CD" or (before.tag_ == "NNS" and number.nbor(-3).tag_ == "CD")


def _places_under(reading: Reading, noun: Token, words: Words) -> Iterator[Argument]:
    """Places that hang on the object: "cut 300 jobs in France"."""
    for preposition, head in reading.syntax.obliques(noun):
        if preposition in {"in", "at"} and _is_place(reading, preposition, head, words):
            yield Argument("Argm-LOC", head, preposition)


def _receivers_under(syntax: Syntax, noun: Token) -> Iterator[Argument]:
    """Who gives or gets, where the parse hangs them on what is given: "offered buyouts to workers"."""
    for member in syntax.conjuncts(noun) or (noun,):
        for preposition, head in syntax.obliques(member):
            if preposition in {"from", "to"} and is_nominal(head):
                yield Argument("Arg2", head, preposition)


def _of_noun(reading: Reading, trigger: Trigger, words: Words) -> Iterator[Argument]:
    syntax = reading.syntax
    noun = trigger.token
    lemma = trigger.base
    lent = _lender(syntax, trigger, words)
    phrases = list(syntax.obliques(noun))
    if trigger.support is not None:
        phrases += syntax.obliques(trigger.support)
    falls = lemma in words.undergoing or words.stems.get(lemma) in words.undergoing
    befalls = falls and _befalls(trigger, lent, phrases, words)
    acting = "Arg1" if befalls else "Arg0"
    owner = syntax.possessor(noun)
    actor = lent if owner is None or (lent is not None and owner.tag_ == "PRP$") else owner
    if actor is not None:
        yield Argument(acting, actor, rises=befalls)
    for modifier in (*syntax.adjectives(noun), *syntax.compounds(noun)):
        if modifier.tag_.startswith("NNP") and _is_town(reading, modifier):
            yield Argument("Argm-LOC", modifier)
        elif actor is None and is_side(reading, modifier):
            actor = modifier
            yield Argument(acting, modifier, rises=befalls)
        elif modifier.tag_ in {"NN", "NNS"}:
            yield Argument("Arg1", modifier)
    for preposition, head in phrases:
        role = _role_under_noun(reading, preposition, head, words, moving=lemma in words.motion)
        if role is not None:
            yield Argument(role, head, preposition, rises=preposition == "of" and actor is None and falls)


def _befalls(trigger: Trigger, lent: Token | None, phrases: list[tuple[str, Token]], words: Words) -> bool:
    """Whether a noun tells what befalls its owner ("his death", "its collapse").

    It does not where somebody lets it happen ("announced the closure"), or where it says what else undergoes it.
    """
    if lent is not None:
        return False
    return trigger.base in words.undergoing or not any(p in _ACTING | _UNDERGOING for p, _ in phrases)


def _lender(syntax: Syntax, trigger: Trigger, words: Words) -> Token | None:
    """Who does what a noun names, by the verb above it: "carried out a raid", "announced job cuts"."""
    if trigger.support is not None:
        return syntax.logical_subject(trigger.support)
    above = syntax.head(trigger.token)
    if above is None or syntax.role(trigger.token) != "object" or words.lemma(above) not in words.lending:
        return None
    return None if syntax.is_passive(above) else syntax.logical_subject(above)


def _role_under_noun(reading: Reading, preposition: str, head: Token, words: Words, *, moving: bool) -> str | None:
    """The role of a prepositional phrase of an event noun."""
    if not is_nominal(head):
        return None
    if preposition in _ACTING:
        return "Arg0"
    if _is_place(reading, preposition, head, words, moving=moving):
        return "Argm-LOC"
    if preposition in _UNDERGOING:
        return "Arg1"
    return _ROLES.get(preposition, "") if preposition in _TOWARDS else None


def is_nominal(token: Token) -> bool:
    """Tell whether a word heads a noun phrase."""
    return token.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} or token.tag_.startswith(("NN", "PRP"))


def _is_location(reading: Reading, head: Token) -> bool:
    return _type(reading, head) in _PLACE_TYPES


def _type(reading: Reading, word: Token) -> str:
    """The type of the entity or of the name that a word stands for."""
    entity = reading.entity_at(word)
    return word.ent_type_ if entity is None else reading[entity].type


def _is_place(reading: Reading, preposition: str, head: Token, words: Words, *, moving: bool = False) -> bool:
    """Whether a phrase says where.

    "At" says so with a name or with what may be a venue ("at the summit"); a state or town after "on" undergoes
    something ("called on Peru", "the attack on Oster").
    """
    if preposition not in PLACES and not (moving and preposition in _PATHS):
        return False
    if _is_location(reading, head):
        return moving or preposition not in _ABOUT or _type(reading, head) != "GPE"
    if preposition != "at":
        return False
    entity = reading.entity_at(head)
    if entity is not None and reading[entity].type == "PERSON":
        return False
    return head.tag_ in {"NNP", "NNPS"} or words.lemma(head) in words.venues


def _is_town(reading: Reading, modifier: Token) -> bool:
    """Whether a name before a noun is of a place that does nothing ("the Oster attack"), as a country may."""
    if not _is_location(reading, modifier):
        return False
    ref = reading.entity_at(modifier)
    found = countries(reading.lexicons).find(modifier.text if ref is None else reading[ref].name)
    return found is None or found[1] in {"capital", "place"}


def is_side(reading: Reading, token: Token) -> bool:
    """Tell whether a modifier names somebody: "Russian", "US"."""
    return _type(reading, token) in {"GPE", "NORP", "ORG", "PERSON"}
