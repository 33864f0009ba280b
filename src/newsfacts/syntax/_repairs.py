"""Mends trees that parsers trained on Universal Dependencies get wrong in the same way again and again.

Each repair rests on a combination that correct trees do not have: a finite verb without a subject
in a place where it needs one, two subjects on one verb, a clause with a subject as an adjective.
"""

from collections.abc import Callable, Mapping
from typing import Final

from newsfacts.syntax._tables import NOWHERE, Draft

_FINITE: Final = frozenset({"VBD", "VBP", "VBZ"})
_FINITE_FIRST: Final = _FINITE | {"MD"}
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl"})
_AUXILIARIES: Final = frozenset({"aux", "aux:pass", "cop"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_QUESTION_TAGS: Final = frozenset({"WDT", "WP", "WP$", "WRB"})
_PAST_OR_FINITE: Final = _FINITE | {"VBN"}
_OF_VERB: Final = frozenset({"after", "before", "by", "despite", "since", "when", "while", "without"})
_OF_PERSON: Final = frozenset({"for", "from", "of"})
"""Before a gerund, the first tell more of a verb, the second do so after a person: "praised Ros for coming"."""

_TIMES: Final = frozenset({"nmod:unmarked", "obl:unmarked"})
_OF_NOUN: Final = frozenset({"amod", "compound", "det", "nmod:desc", "nmod:poss", "nummod"})
_ARGUMENTS: Final = frozenset({"ccomp", "iobj", "obj", "obl", "obl:unmarked", "xcomp"})


def mend_complement(draft: Draft, clause: int) -> None:
    """Look at what is said: has it lost its subject to the verb before, or is it "Asked about it, ..."?"""
    _lower_object(draft, clause)
    _lower_content(draft, clause)
    bare = draft.kid(clause, "mark", "obj", *_SUBJECTS, *_AUXILIARIES) < 0
    first = clause < draft.heads[clause] and draft.start(clause) == clause
    if bare and first and draft.tags[clause] in {"VBD", "VBN"}:
        draft.labels[clause], draft.tags[clause] = "advcl", "VBN"


def _lower_object(draft: Draft, clause: int) -> None:
    """In 'says fraud "would cost votes"', "fraud" is the subject of the clause, not an object of "says"."""
    verb = draft.heads[clause]
    objects = [kid for kid in draft.kids[verb] if draft.labels[kid] == "obj" and verb < kid < clause]
    kids = draft.kids[clause]
    if len(objects) != 1 or any(draft.labels[kid] in _SUBJECTS or draft.labels[kid] == "mark" for kid in kids):
        return
    finite = draft.tags[clause] in _FINITE
    if not finite and not any(draft.labels[kid] in _AUXILIARIES and draft.tags[kid] in _FINITE_FIRST for kid in kids):
        return
    between = {draft.pos[near] for near in range(draft.end(objects[0]), draft.start(clause))}
    if between <= {"PUNCT"}:
        draft.move(objects[0], clause, "nsubj:pass" if clause in draft.passive else "nsubj")


def _lower_content(draft: Draft, clause: int) -> None:
    """In "ruled that they failed to show he knew", the second clause is what they show: nobody rules twice at once."""
    verb, before = draft.heads[clause], draft.start(clause) - 1
    if not verb < before or draft.pos[before] != "VERB":
        return
    above = before
    while above >= 0 and draft.heads[above] != verb:
        above = draft.heads[above]
    if above >= 0 and draft.labels[above] == "ccomp":
        draft.move(clause, before, "ccomp")


def mend_adnominal(draft: Draft, verb: int) -> None:
    """Look at a clause that hangs on a noun: is it finite, or a gerund that tells when or why?"""
    if _raise_content(draft, verb):
        return
    if draft.tags[verb] == "VBG":
        _raise_gerund(draft, verb)
    elif draft.tags[verb] in _FINITE:
        _promote_verb(draft, verb)
        _take_for_participle(draft, verb)
    elif draft.tags[verb] == "VBN" and _is_main_verb(draft, verb):
        draft.tags[verb] = "VBD"
        _promote_verb(draft, verb)


def _raise_content(draft: Draft, clause: int) -> bool:
    """In "said last week that it won" and "told Ros it was over", the clause is what is said."""
    noun = draft.heads[clause]
    verb = draft.heads[noun]
    if not 0 <= verb < noun < clause or draft.kid(verb, "ccomp") >= 0:
        return False
    time, hearer = draft.labels[noun] in _TIMES, draft.labels[noun] == "iobj"
    marker, subject = draft.kid(clause, "mark"), draft.kid(clause, "nsubj", "nsubj:pass")
    named = draft.pos[noun] == "PROPN" and draft.pos[verb] == "VERB"
    that = marker >= 0 and draft.lower[marker] == "that" and (time or hearer or named)
    full = draft.kid(clause, "cop", "obj", "ccomp") >= 0 and draft.tags[subject] not in _QUESTION_TAGS
    if that or (hearer and marker < 0 <= subject and full and not _has_question_word(draft, clause)):
        draft.move(clause, verb, "ccomp")
        return True
    return False


def mend_parataxis(draft: Draft, verb: int) -> None:
    """Look at a clause beside another: does it head the sentence, or hold the subject of the other?"""
    _promote_verb(draft, verb)
    _share_subjects(draft, verb)


def _promote_verb(draft: Draft, verb: int) -> None:
    """In "Turner, a senator, praised the plan", "praised" heads the sentence, not "Turner"."""
    noun = draft.heads[verb]
    if noun < 0 or noun > verb or draft.heads[noun] >= 0 or draft.pos[noun] not in {"NOUN", "PROPN"}:
        return
    if draft.tags[verb] not in _FINITE or draft.kid(verb, "mark", *_SUBJECTS) >= 0:
        return
    if draft.kid(noun, *_SUBJECTS, *_AUXILIARIES) >= 0:
        return
    if draft.kid(verb, *_ARGUMENTS) < 0 or _has_question_word(draft, verb):
        return
    draft.move(verb, NOWHERE, "ROOT")
    draft.move(noun, verb, "nsubj")
    for kid in tuple(draft.kids[noun]):
        if kid > verb:
            draft.move(kid, verb, "obl" if draft.labels[kid] == "nmod" else None)


def _is_main_verb(draft: Draft, verb: int) -> bool:
    """In "Turner, who lost in May, accused Ros of fraud.", "accused" has an object: it is no participle of "Turner".

    Nothing else can be the verb of such a sentence, and what stands between the commas has one of its own.
    """
    noun, before = draft.heads[verb], verb - 1
    if noun > before or draft.heads[noun] >= 0 or draft.lower[before] != ",":
        return False
    if "," not in draft.lower[noun + 1 : before] or draft.lower[draft.end(noun) - 1] != ".":
        return False
    if draft.kid(verb, "obl:agent", *_AUXILIARIES) >= 0:
        return False
    object_, asked = draft.kid(verb, "ccomp", "iobj", "obj"), draft.kid(verb, "advcl", "xcomp")
    return object_ > verb or (verb < draft.kid(verb, "obl") < asked and draft.kid(asked, "mark") >= 0)


def _has_question_word(draft: Draft, clause: int) -> bool:
    return any(draft.tags[near] in _QUESTION_TAGS for near in range(draft.start(clause), clause))


def _take_for_participle(draft: Draft, verb: int) -> None:
    """In "the plans announced by Ros failed", "announced" is no past tense, whatever the tagger says."""
    noun = draft.heads[verb]
    if draft.tags[verb] != "VBD" or draft.heads[noun] < 0 or draft.pos[noun] not in {"NOUN", "PROPN"}:
        return
    other = draft.kid(verb, "ccomp", "iobj", "mark", "obj", "xcomp", *_SUBJECTS, *_AUXILIARIES) >= 0
    if not other and draft.kid(verb, "obl:agent") >= 0:
        draft.tags[verb] = "VBN"


def mend_adverbial(draft: Draft, verb: int) -> None:
    """In "Asked about it, she smiled", "Asked" is no past tense, whatever the tagger says."""
    if draft.tags[verb] == "VBD" and verb < draft.heads[verb]:
        subordinate = draft.kid(verb, "mark", "obj", *_SUBJECTS, *_AUXILIARIES) >= 0
        if not subordinate and not _has_question_word(draft, verb):
            draft.tags[verb] = "VBN"


def _raise_gerund(draft: Draft, gerund: int) -> None:
    """In "accused Turner of lying" and "won the vote by lying", the gerund tells more of the verb."""
    marker, noun = draft.kid(gerund, "mark"), draft.heads[gerund]
    verb = draft.heads[noun]
    if marker < 0 or marker > gerund or verb < 0 or draft.pos[verb] not in {"VERB", "AUX"}:
        return
    word = draft.lower[marker]
    named = draft.pos[noun] in {"PROPN", "PRON"} or draft.labels[noun] == "obl:agent"
    if word in _OF_VERB or (word in _OF_PERSON and named) or (word == "from" and draft.labels[noun] == "obj"):
        draft.move(gerund, verb, "advcl")


def mend_subject(draft: Draft, clause: int) -> None:
    """In "Lashing out, Turner said so", "Turner" is the subject of "said", not "Lashing"."""
    verb = draft.heads[clause]
    if draft.tags[clause] not in {"VBG", "VBN"} or not clause < verb or draft.kid(clause, "det", "nmod:poss") >= 0:
        return
    noun = verb - 1
    while draft.pos[noun] == "PUNCT" and noun > clause:
        noun -= 1
    while clause < draft.heads[noun] < verb:
        noun = draft.heads[noun]
    while draft.labels[noun] == "appos" and draft.heads[noun] != clause and not _follows_comma(draft, noun):
        noun = draft.heads[noun]
    if noun > clause and draft.pos[noun] in _NOMINAL and _follows_comma(draft, noun):
        draft.move(noun, verb, "nsubj")
        draft.labels[clause] = "advcl"


def _follows_comma(draft: Draft, noun: int) -> bool:
    start = draft.start(noun)
    return draft.lower[start] == "," or draft.lower[start - 1] == ","


def _share_subjects(draft: Draft, reporting: int) -> None:
    """In "The deal, he said, will fail", a parser may hang both subjects on "said"."""
    verb = draft.heads[reporting]
    subjects = [
        kid for kid in draft.kids[reporting] if draft.labels[kid] in {"nsubj", "nsubj:pass"} and kid < reporting
    ]
    if len(subjects) != 2 or verb < reporting or draft.kid(verb, *_SUBJECTS) >= 0:
        return
    first = min(subjects)
    if draft.pos[draft.end(first) - 1] == "PUNCT" or draft.pos[draft.end(first)] == "PUNCT":
        draft.move(first, verb, "nsubj:pass" if verb in draft.passive else "nsubj")


def demote_noun(draft: Draft, verb: int) -> None:
    """In "The Times published footage", "footage" is the object of "published", not its head."""
    noun = draft.heads[verb]
    if noun < verb or draft.tags[verb] not in _PAST_OR_FINITE:
        return
    subject = draft.kid(verb, "nsubj")
    if not 0 <= subject < verb or draft.kid(verb, "obj", "ccomp") >= 0:
        return
    draft.move(verb, draft.heads[noun], draft.labels[noun])
    draft.move(noun, verb, "obj")
    for kid in tuple(draft.kids[noun]):
        if kid < verb:
            draft.move(kid, subject if draft.labels[kid] in _OF_NOUN and kid < subject else verb)


def raise_according(draft: Draft, noun: int) -> None:
    """Hang the source of "prices, according to analysts, doubled" on "doubled"."""
    if not any(draft.lower[kid] == "according" for kid in draft.kids[noun]):
        return
    above = draft.heads[noun]
    while above >= 0 and draft.pos[above] not in {"VERB", "AUX"} and draft.kid(above, "cop", "nsubj", "nsubj:pass") < 0:
        above = draft.heads[above]
    if above >= 0:
        draft.move(noun, above, "obl")


def lower_relative(draft: Draft, clause: int) -> None:
    """In "hit towns, which are burning" and "met Ros, who left", the clause is about the noun before it.

    In "It was not clear who left", it is what is not clear.
    """
    words = [kid for kid in draft.kids[clause] if draft.labels[kid] in _SUBJECTS and draft.tags[kid] in {"WDT", "WP"}]
    if not words or draft.heads[clause] >= words[0]:
        return
    if draft.tags[words[0]] == "WP" and draft.pos[draft.heads[clause]] == "ADJ" and draft.heads[clause] + 1 == words[0]:
        draft.labels[clause] = "ccomp"
        return
    start = draft.start(clause)
    noun = start - 1
    while noun > draft.heads[clause] and draft.pos[noun] in {"PUNCT", "SPACE"}:
        noun -= 1
    end = noun + 1
    while draft.heads[noun] > draft.heads[clause] and draft.heads[noun] < end:
        noun = draft.heads[noun]
    if noun > draft.heads[clause] and draft.pos[noun] in _NOMINAL and _agrees(draft, clause, words[0], noun):
        draft.move(clause, noun, "acl:relcl")


def _agrees(draft: Draft, clause: int, word: int, noun: int) -> bool:
    if draft.lower[word] == "who":
        return True
    verbs = [clause, *(kid for kid in draft.kids[clause] if draft.labels[kid] in _AUXILIARIES)]
    first = min(verb for verb in verbs if verb > word) if any(verb > word for verb in verbs) else clause
    plural = draft.tags[first] == "VBP" or draft.lower[first] == "were"
    joined = any(draft.labels[kid] == "conj" for kid in draft.kids[noun])
    return plural and (joined or draft.tags[noun] in {"NNS", "NNPS"})


def join_amount(draft: Draft, amount: int) -> None:
    """In "Council backs £18m flood wall", the amount belongs to "wall": it is no object of its own."""
    if draft.tags[amount] not in {"$", "CD"}:
        return
    end, verb = draft.end(amount), draft.heads[amount]
    if end >= len(draft.pos) or draft.pos[end] in {"CCONJ", "PUNCT"}:
        return
    for noun in (*draft.kids[verb], *draft.kids[amount]):
        named = draft.labels[noun] in {"appos", "conj", "obj"} and draft.pos[noun] in {"NOUN", "PROPN"}
        if named and draft.start(noun) == end:
            draft.move(noun, verb, "obj")
            draft.move(amount, noun, "nummod")
            return


def take_for_apposition(draft: Draft, noun: int) -> None:
    """In "the Marlow Fund, a charity", nothing joins "charity" to the name: it says what the fund is."""
    name, start = draft.heads[noun], draft.start(noun)
    joined = [noun, *(kid for kid in draft.kids[name] if draft.labels[kid] == "conj" and kid != noun)]
    if len(joined) > 1 or draft.kid(noun, "cc") >= 0 or draft.pos[name] != "PROPN" or draft.pos[noun] != "NOUN":
        return
    if draft.lower[start] == "," and draft.lower[start + 1] in {"a", "an"}:
        draft.labels[noun] = "appos"


REPAIRS: Final[Mapping[str, Callable[[Draft, int], None]]] = {
    "acl": mend_adnominal,
    "acl:relcl": mend_adnominal,
    "advcl": mend_adverbial,
    "advcl:relcl": lower_relative,
    "amod": demote_noun,
    "ccomp": mend_complement,
    "compound": demote_noun,
    "conj": take_for_apposition,
    "csubj": mend_subject,
    "nmod": raise_according,
    "nsubj": mend_subject,
    "obj": join_amount,
    "parataxis": mend_parataxis,
}
"""Which repair looks at which label."""
