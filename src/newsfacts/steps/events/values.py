"""The closed sets of values that events are described with, named as the fields of `newsfacts.Event`."""

from __future__ import annotations

from typing import Literal

PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
EventClass = Literal["OCCURRENCE", "REPORTING", "PERCEPTION", "ASPECTUAL", "I_ACTION", "I_STATE", "STATE"]
Tense = Literal["PAST", "PRESENT", "FUTURE", "INFINITIVE", "PRESPART", "PASTPART", "NONE"]
Aspect = Literal["PROGRESSIVE", "PERFECTIVE", "PERFECTIVE_PROGRESSIVE", "NONE"]
Polarity = Literal["POS", "NEG"]
Role = Literal["ACTOR", "RECIPIENT", "THEME", "INSTRUMENT", "LOCATION"]
Relation = Literal[
    "AFTER", "BEFORE", "BEGUN_BY", "DURING", "ENDED_BY", "IAFTER", "IS_INCLUDED", "SIMULTANEOUS",
]  # fmt: skip
