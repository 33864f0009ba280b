"""The verb and its small words: auxiliaries, negation, voice, tense and aspect."""

from typing import Final, Literal, TypeAlias

from newsfacts.syntax._tables import NOWHERE, Tree

Tense: TypeAlias = Literal["PAST", "PRESENT", "FUTURE", "INFINITIVE", "PRESPART", "PASTPART", "NONE"]
Aspect: TypeAlias = Literal["PROGRESSIVE", "PERFECTIVE", "PERFECTIVE_PROGRESSIVE", "NONE"]

_NO: Final = frozenset({"no", "neither"})
_NOBODY: Final = frozenset({"nobody", "no-one", "none", "nothing", "neither"})
_NAMING: Final = frozenset({"NOUN", "NUM", "PRON", "PROPN"})
_FUTURE: Final = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha"})
_BARE: Final[dict[str, Tense]] = {
    "VBD": "PAST",
    "VBP": "PRESENT",
    "VBZ": "PRESENT",
    "VB": "INFINITIVE",
    "VBG": "PRESPART",
    "VBN": "PASTPART",
}


def mark(tree: Tree, index: int) -> int:
    """The word that opens a subordinate clause: "that", "if", "because", "to", "when"."""
    infinitive = NOWHERE
    for kid in tree.kids[index]:
        if tree.roles[kid] == "mark":
            if tree.lower[kid] != "to":
                return kid
            infinitive = kid if infinitive < 0 else infinitive
    if infinitive >= 0:
        return infinitive
    if tree.roles[index] == "adverbial-clause":
        for kid in tree.kids[index]:
            if tree.roles[kid] == "adverb" and tree.tags[kid] == "WRB" and kid < index:
                return kid
    return NOWHERE


def particle(tree: Tree, index: int) -> int:
    """Out in "pointed out"."""
    return tree.kid(index, "particle")


def copula(tree: Tree, index: int) -> int:
    """Is in "is ready"."""
    return tree.kid(index, "copula")


def auxiliaries(tree: Tree, index: int) -> list[int]:
    """Has and been in "has been confirmed"."""
    return tree.kids_in(index, "auxiliary")


def adverbs(tree: Tree, index: int) -> list[int]:
    """The adverbs of a verb, in order."""
    return tree.kids_in(index, "adverb")


def modals(tree: Tree, index: int) -> list[int]:
    """Would, could, may, might, must, should, can, will, shall."""
    return [kid for kid in _chain(tree, index) if tree.tags[kid] == "MD"]


def _chain(tree: Tree, index: int) -> list[int]:
    """Auxiliaries and copula; a conjunct with none of its own borrows those of the first verb."""
    known = tree.chains
    if index not in known:
        known[index] = _own_chain(tree, index)
    return known[index]


def _own_chain(tree: Tree, index: int) -> list[int]:
    own = tree.kids_in(index, "auxiliary", "copula")
    head = tree.heads[index]
    if own or tree.roles[index] != "conjunct" or head < 0 or tree.kid(index, "subject") >= 0:
        return own
    if tree.tags[head] == tree.tags[index] and tree.tags[index] in {"VB", "VBG", "VBN"} and tree.kid(index, "mark") < 0:
        return tree.kids_in(head, "auxiliary")
    return own


def negation(tree: Tree, index: int) -> int:
    """Not, never, or the "no" of "no longer"; also "neither" and "nor"."""
    own = tree.kid(index, "negation")
    if own >= 0:
        return own
    for kid in tree.kids[index]:
        if tree.roles[kid] == "adverb" and tree.lower[kid] in {"longer", "more"}:
            for below in tree.kids[kid]:
                if tree.lower[below] == "no":
                    return below
        elif tree.roles[kid] == "coordinator" and tree.lower[kid] in {"neither", "nor"}:
            return kid
    return NOWHERE


def is_negated(tree: Tree, index: int) -> bool:
    """Whether a clause is denied by "not", by "no one" as its subject, or by "no" before its object."""
    if not tree.kids[index]:
        return _shares_negation(tree, index)
    if negation(tree, index) >= 0:
        return True
    for kid in tree.kids_in(index, "subject", "object"):
        if _is_none(tree, kid):
            return True
    return _shares_negation(tree, index)


def _is_none(tree: Tree, noun: int) -> bool:
    lower = tree.lower
    if lower[noun] in _NOBODY:
        return True
    for kid in tree.kids[noun]:
        if lower[kid] in _NO and tree.roles[kid] in {"determiner", "adverb", "coordinator"}:
            return True
    return False


def _shares_negation(tree: Tree, index: int) -> bool:
    """Tell it for the second verb of "did not confirm or deny", "no one confirmed or denied"."""
    head = tree.heads[index]
    if tree.roles[index] != "conjunct" or head < 0 or tree.kids_in(index, "subject", "auxiliary"):
        return False
    if any(_is_none(tree, kid) for kid in tree.kids_in(head, "subject")):
        return True
    coordinator = tree.kid(index, "coordinator")
    return coordinator >= 0 and tree.lower[coordinator] == "or" and negation(tree, head) >= 0


def is_passive(tree: Tree, index: int) -> bool:
    """Whether the subject undergoes what the verb says."""
    if index in tree.passive:
        return True
    if tree.tags[index] != "VBN" or tree.kid(index, "copula") >= 0:
        return False
    role, head = tree.roles[index], tree.heads[index]
    if role == "conjunct" and head >= 0 and not tree.kids_in(index, "auxiliary", "subject"):
        return tree.tags[head] == "VBN" and is_passive(tree, head)
    if tree.kids_in(index, "auxiliary", "subject", "object"):
        return False
    return role in {"adnominal-clause", "relative-clause", "adjective", "adverbial-clause", "open-complement"}


def tense(tree: Tree, index: int) -> Tense:
    """The tense of a clause in TimeML's terms."""
    chain = _chain(tree, index)
    if chain and any(tree.tags[kid] == "MD" for kid in chain):
        return "FUTURE" if any(tree.lower[kid] in _FUTURE for kid in chain) else "NONE"
    for kid in tree.kids[index]:
        if tree.tags[kid] == "TO" and tree.roles[kid] == "mark":
            return "INFINITIVE"
    if not chain:
        return _mended_tense(tree, index) or _BARE.get(tree.tags[index], "NONE")
    return _BARE.get(tree.tags[chain[0]], "NONE")


def _mended_tense(tree: Tree, index: int) -> Tense | None:
    """Give the tense of "dropped" and "share" when taggers take them for a participle or an infinitive."""
    subject, head = tree.kid(index, "subject") >= 0, tree.heads[index]
    if tree.tags[index] == "VBN" and subject and index not in tree.passive:
        return "PAST"
    if tree.tags[index] == "VB" and tree.roles[index] == "conjunct" and head >= 0 and tree.tags[head] != "VB":
        finite = {tree.tags[kid] for kid in tree.kids_in(head, "auxiliary", "copula")} | {tree.tags[head]}
        return "PRESENT" if finite & {"VBD", "VBP", "VBZ"} and "MD" not in finite else None
    return None


def aspect(tree: Tree, index: int) -> Aspect:
    """The aspect of a clause in TimeML's terms."""
    chain = _chain(tree, index)
    if not chain:
        return "NONE"
    perfect = any(tree.lemmas[kid] == "have" or tree.lower[kid] in {"'ve", "’ve"} for kid in chain)
    copular = [kid for kid in chain if tree.roles[kid] == "copula"]
    forms = [tree.tags[kid] for kid in copular] or [tree.tags[index]]
    progressive = "VBG" in forms and any(tree.lemmas[kid] == "be" for kid in chain if kid not in copular)
    if not progressive:
        progressive = any(tree.tags[kid] == "VBG" and tree.lemmas[kid] == "be" for kid in chain[1:])
    if perfect:
        return "PERFECTIVE_PROGRESSIVE" if progressive else "PERFECTIVE"
    return "PROGRESSIVE" if progressive else "NONE"


def verb_group(tree: Tree, index: int) -> list[int]:
    """The words of "has not confirmed", "have long criticised", "pointed out", "is not ready"; "is" of "is a pilot"."""
    small = tree.kids_in(index, "auxiliary", "copula")
    before = [kid for kid in small if kid < index]
    first = min(before, default=index)
    group = {*small} if small and tree.pos[index] in _NAMING and tree.kid(index, "copula") >= 0 else {*small, index}
    for kid in tree.kids[index]:
        role = tree.roles[kid]
        if role in {"negation", "particle"} or (role == "adverb" and first < kid < index):
            group.add(kid)
    denied = negation(tree, index)
    if denied >= 0 and tree.lower[denied] == "no":
        group.update((denied, tree.heads[denied]))
    return sorted(group)
