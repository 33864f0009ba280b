"""From a word that takes sides up to the holder: "vowed to limit", "has refused to support", "did not want to ban"."""

from __future__ import annotations

from typing import Final

from attrs import frozen
from spacy.tokens import Token

from newsfacts import Party, SignLink
from newsfacts.steps.stance.findings import link
from newsfacts.steps.stance.frames import Family, Sense
from newsfacts.steps.stance.scene import Scene

STEPS: Final = 6
BETWEEN: Final = 8
"""How far behind a verb its infinitive stands: "went on publicly to endorse"."""
OTHERS_WORD: Final = frozenset({"could", "may", "might", "must", "ought", "should"})
WILLS: Final = frozenset({"'ll", "will", "wo", "would", "’ll"})
PURPOSE: Final = Sense(name="purpose", word="to", second="", word_class="verb", family=Family(effect=1, deed=True))
"""What an infinitive of purpose makes of the verb above it."""

UNREAL: Final = frozenset({"if", "unless", "whether"})


@frozen
class Chain:
    """The words from the cue up to the one whose subject holds the stance."""

    top: Token
    links: tuple[SignLink, ...]
    senses: tuple[Sense, ...]

    @property
    def is_commitment(self) -> bool:
        """Whether something is promised or planned, not done."""
        return any(sense.name in {"commit", "persist", "threaten", "vow", "want"} for sense in self.senses)


def chain(scene: Scene, token: Token, sense: Sense) -> Chain | None:
    """Give the chain above a cue; None where a denial or a condition leaves no stance."""
    links: list[SignLink] = []
    senses: list[Sense] = []
    top = token
    for _ in range(STEPS):
        denial = _denial(scene, top, sense)
        if denial is None:
            return None
        links[:0] = denial
        upper = above(scene, top)
        if upper is None:
            if (teller := _told_of(scene, top)) is not None:
                top = teller
                break
            if _is_embedded(scene, top):
                return None
            break
        infinitive = scene.syntax.tense(top) == "INFINITIVE"
        top, sense = upper
        effect = sense.family.purpose if infinitive and sense.family.purpose else sense.family.effect
        links.insert(0, link(scene, top, effect, sense.name))
        senses.append(sense)
    return None if is_unreal(scene, top, deed=sense.family.deed) else Chain(top, tuple(links), tuple(senses))


def _denial(scene: Scene, token: Token, sense: Sense) -> tuple[SignLink, ...] | None:
    """The factor of "not": none without one, None where the denied word tells nothing."""
    if not scene.is_denied(token):
        few = _few(scene, token)
        return () if few is None else (link(scene, few, -1, "few"),)
    if scene.is_over(token):
        return (link(scene, scene.syntax.negation(token) or token, -1, "not"),)
    if sense.family.denied == 0 and (sense.family.effect <= 0 or _is_mere(scene, token, sense)):
        return None
    word = scene.syntax.negation(token) or token
    return (link(scene, word, -1, "not"),)


def _is_mere(scene: Scene, token: Token, sense: Sense) -> bool:
    """Whether a deed was just not done: "did not fund the study", but not "would not fund"."""
    return sense.family.deed and not ({modal.lower_ for modal in scene.syntax.modals(token)} & WILLS)


def _few(scene: Scene, verb: Token) -> Token | None:
    """Few in "few wanted the dam", "few residents wanted": that is said of the others."""
    subject = scene.syntax.subject(verb, inherited=False)
    for word in () if subject is None else (subject, *scene.syntax.adjectives(subject)):
        if word.lower_ == "few" and scene.lowers[max(0, word.i - 1)] not in {"a", "quite"}:
            return word
    return None


def _told_of(scene: Scene, token: Token) -> Token | None:
    """Said in "was said to be furious": a verb of saying in the passive hands its subject down."""
    syntax = scene.syntax
    head = syntax.head(token) if syntax.role(token) == "open-complement" else None
    if head is None or not syntax.is_passive(head) or scene.is_denied(head):
        return None
    return head if scene.reports(head) else None


def _is_embedded(scene: Scene, token: Token) -> bool:
    """Whether a clause without a subject hangs on a verb that tells nothing of it: "denied attacking"."""
    syntax = scene.syntax
    if (
        syntax.role(token) not in {"clause-complement", "open-complement"}
        or syntax.subject(token, inherited=False) is not None
    ):
        return False
    return syntax.tense(token) in {"INFINITIVE", "PRESPART"} and syntax.head(token) is not None


def above(scene: Scene, token: Token) -> tuple[Token, Sense] | None:
    """Give the word that hands its subject down and passes the stance on or turns it."""
    syntax = scene.syntax
    first = syntax.conjuncts(token)[0] if syntax.role(token) == "conjunct" else token
    if syntax.subject(token, inherited=False) is not None or first.pos_ not in {"VERB", "AUX", "ADJ"}:
        return None
    if syntax.role(first) not in {"open-complement", "clause-complement", "adnominal-clause", "adverbial-clause"}:
        return None
    head = syntax.head(first)
    if head is None or syntax.subject(first, inherited=False) is not None:
        return None
    if _is_purpose(scene, head, first):
        return head, PURPOSE
    taken = syntax.object(head) if head.pos_ == "VERB" else None
    if taken is not None and taken.pos_ != "NUM":
        return None
    if syntax.role(first) == "adverbial-clause" and head.pos_ != "ADJ" and not _goes_on(scene, head, first):
        return None
    senses = (sense for sense in scene.senses_of(head) if sense.family.effect)
    found = next(senses, None)
    return None if found is None else (head, found)


def _is_purpose(scene: Scene, head: Token, verb: Token) -> bool:
    """Whether an infinitive tells what somebody did a thing for: "took steps to ease", "went to court to stop"."""
    syntax = scene.syntax
    if syntax.role(verb) != "adverbial-clause" or syntax.tense(verb) != "INFINITIVE" or head.pos_ != "VERB":
        return False
    if verb.i < head.i or syntax.is_passive(head) or any(_is_other(sense) for sense in scene.senses_of(head)):
        return False
    subject = syntax.subject(head)
    return subject is not None and scene.can_act(subject)


def _is_other(sense: Sense) -> bool:
    """Whether an infinitive after a word tells no purpose: "faces pressure to approve", "urged her to stop"."""
    return bool(sense.family.effect or sense.family.whole or sense.family.use == "receives")


def _goes_on(scene: Scene, head: Token, verb: Token) -> bool:
    """Whether an infinitive right after a verb is what it is about: "went on to endorse", "moved to limit"."""
    between = verb.i - head.i
    return scene.syntax.tense(verb) == "INFINITIVE" and 0 < between <= BETWEEN


def is_unreal(scene: Scene, token: Token, *, deed: bool) -> bool:
    """Tell whether a clause is a condition, a question, or what somebody else should or may do."""
    syntax = scene.syntax
    mark = syntax.mark(token)
    if mark is not None and mark.lower_ in UNREAL:
        return True
    modals = {modal.lower_ for modal in syntax.modals(token)}
    if modals & OTHERS_WORD and not scene.is_denied(token):
        return True
    if modals & {"can", "would"} and deed and not scene.is_denied(token):
        return True
    return scene.asks(token)


def holder(scene: Scene, top: Token, *, passive: bool = False) -> Party | None:
    """Give the one who holds what the word at the top of a chain says."""
    syntax = scene.syntax
    if top.pos_ in {"NOUN", "PROPN"} and not syntax.is_copular(top):
        return owner(scene, top) or (scene.party(top) if scene.lemmas[top.i] in scene.judgements.documents else None)
    subject = syntax.agent(top) if passive else scene.subject(top)
    if subject is None and not passive:
        return _of_policy(scene, top)
    if subject is None:
        return None
    return _behind(scene, top, subject) or scene.party(subject)


def _behind(scene: Scene, top: Token, noun: Token) -> Party | None:
    """Who stands behind a noun with a participle: "launched a petition asking", "a video of her slamming"."""
    syntax = scene.syntax
    if syntax.role(top) != "adnominal-clause" or syntax.head(top) != noun or scene.can_act(noun):
        return None
    if scene.lemmas[noun.i] in scene.judgements.documents | scene.judgements.plans:
        return _lender(scene, noun)
    doers = [
        other for word, other in syntax.obliques(noun) if word == "of" and other.i < top.i and scene.can_act(other)
    ]
    return scene.party(doers[-1]) if doers else None


def _of_policy(scene: Scene, verb: Token) -> Party | None:
    """Malaysia in "Malaysia has maintained a policy of turning away boats"."""
    syntax = scene.syntax
    noun = syntax.head(verb)
    if noun is None or syntax.role(verb) not in {"adnominal-clause", "nmod"} or noun.pos_ != "NOUN":
        return None
    if (possessor := syntax.possessor(noun)) is not None:
        return scene.party(possessor)
    upper = syntax.head(noun)
    if upper is None or upper.pos_ != "VERB" or syntax.role(noun) != "object":
        return None
    subject = syntax.logical_subject(upper)
    return None if subject is None else scene.party(subject)


def owner(scene: Scene, noun: Token) -> Party | None:
    """Give the one whose stance a noun names: "Biden's support", "opposition from Turner", "voiced support"."""
    syntax = scene.syntax
    possessor = syntax.possessor(noun)
    if possessor is not None and possessor.i not in scene.times:
        return scene.party(possessor)
    senses = scene.senses_of(noun)
    sources = {"among", "by", "from", "from within"} | (
        {"of"} if scene.is_had(noun) or not any("of" in each.family.prepositions for each in senses) else set()
    )
    for preposition, other in syntax.obliques(noun):
        if preposition in sources and other.pos_ in {"NOUN", "PROPN", "PRON", "ADJ"}:
            return scene.party(other)
    for modifier in (*syntax.adjectives(noun), *syntax.compounds(noun)):
        if modifier.i in scene.times:
            continue
        if modifier.ent_type_ in {"NORP", "GPE", "ORG", "PERSON", "LOC"} or modifier.pos_ == "PROPN":
            return scene.reading.party(modifier, scene.reading.token_span(modifier))
        if scene.reading.entity_at(modifier) is not None:
            return scene.reading.party(modifier, scene.reading.token_span(modifier))
    return _lender(scene, noun)


def _lender(scene: Scene, noun: Token) -> Party | None:
    """The subject of "voiced" in "voiced support for"."""
    syntax = scene.syntax
    verb = syntax.head(noun)
    if verb is None or verb.pos_ != "VERB" or syntax.role(noun) not in {"object", "conjunct"}:
        return None
    if not any(sense.family.use == "light" for sense in scene.senses_of(verb)) or syntax.is_passive(verb):
        return None
    if is_unreal(scene, verb, deed=False):
        return None
    subject = syntax.subject(verb)
    return None if subject is None or not _may_lend(scene, subject) else scene.party(subject)


def _may_lend(scene: Scene, subject: Token) -> bool:
    """Whether a subject, or those it counts, can have a stance: not "flats will bring complaints"."""
    counted = (other for word, other in scene.syntax.obliques(subject) if word == "of")
    return scene.speaks(subject) or any(map(scene.can_act, counted))
