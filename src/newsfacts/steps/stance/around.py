"""The words around a name: what each is, and where it stands from the name in the line and in the parse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from newsfacts.steps.stance.features import NEGATORS, Passage, nearest
from newsfacts.steps.stance.scene import Range
from newsfacts.syntax import Role

Traits = tuple[str, ...]
SILENT: Final = frozenset({"PUNCT", "SPACE", "SYM"})
MARKS: Final[Mapping[str, bool | None]] = {'"': None, "“": True, "”": False}
STEPS: Final = (1, 2, 3, 5, 9, 15)
CLIMB: Final = 4
DISTANCE: Final = 8


@frozen(eq=False)
class Around:
    """The words of a passage by their numbers in it, with what holds of each for every name."""

    passage: Passage
    words: Sequence[int]
    heads: Sequence[int]
    roles: Sequence[Role]
    traits: Sequence[Traits]

    @staticmethod
    def of(passage: Passage) -> Around:
        """Look at the words of a passage, which must be parsed."""
        scene, start = passage.scene, passage.start
        tokens = scene.reading.words[start : passage.end]
        above = [scene.syntax.head(token) for token in tokens]
        heads = [-1 if head is None or not start <= head.i < passage.end else head.i - start for head in above]
        roles = [scene.syntax.role(token) for token in tokens]
        classes = scene.reading.columns.pos[start : passage.end]
        denied = {heads[i] for i, lower in enumerate(scene.lowers[start : passage.end]) if lower in NEGATORS} - {-1}
        quoted = _quoted(scene.reading.columns.texts[start : passage.end])
        traits = [
            (
                f"class {classes[i]}",
                f"role {roles[i]}",
                f"denied {i in denied:d}{heads[i] in denied:d}",
                f"told {quoted[i]:d}{scene.voices[start + i] is not None:d}",
                f"person {passage.words[i] == 'person':d}",
                f"valence {passage.valence[i]}",
            )
            for i in range(len(tokens))
        ]
        words = [i for i, pos in enumerate(classes) if pos not in SILENT]
        return Around(passage, words, heads, roles, traits)

    def places(self, mentions: Sequence[Range]) -> Iterator[tuple[int, Traits]]:
        """Give each word outside of the mentions of a name with where it stands from them."""
        start = self.passage.start
        near = [(first - start, last - start) for first, last in mentions]
        inside = {i for first, last in near for i in range(first, last)}
        head = self._head(*near[0])
        ways, name = self._ways(head), self._role(head)
        for i in self.words:
            if i in inside:
                continue
            side, distance, which = nearest(i, near)
            up, down = ways[i]
            branch = "beside" if up and down else "above" if up else "below"
            yield (
                i,
                (
                    f"off {side}{_step(distance)}",
                    f"whose {side}{near[which] != near[0]:d}",
                    f"way {min(up, CLIMB)}/{min(down, CLIMB)}",
                    f"arcs {side}{min(up + down, DISTANCE)}",
                    f"{name} {branch}",
                ),
            )

    def _head(self, first: int, last: int) -> int:
        """The word of a mention that hangs on a word outside of it."""
        inside = range(first, min(last, len(self.heads)))
        return next((i for i in inside if not first <= self.heads[i] < last), min(first, len(self.heads) - 1))

    def _role(self, head: int) -> str:
        """What a name is to its head, and whether that is a passive verb: "was accused" is not "accused"."""
        above, scene = self.heads[head], self.passage.scene
        passive = above >= 0 and scene.syntax.is_passive(scene.reading.words[self.passage.start + above])
        return f"{self.roles[head]} passive" if passive else self.roles[head]

    def _ways(self, head: int) -> dict[int, Range]:
        """How many arcs up and then down lead from a word to each other one."""
        ways: dict[int, Range] = {-1: (DISTANCE, DISTANCE)}
        climbed = 0
        while head >= 0:
            ways[head] = climbed, 0
            head, climbed = self.heads[head], climbed + 1
        for word in range(len(self.heads)):
            below = []
            while word not in ways:
                below.append(word)
                word = self.heads[word]  # noqa: PLW2901
            for each in reversed(below):
                up, down = ways[self.heads[each]]
                ways[each] = up, down + 1
        return ways


def _step(distance: int) -> int:
    return next((step for step in STEPS if distance <= step), 16)


def _quoted(texts: Sequence[str]) -> list[bool]:
    """Whether each word stands between quotation marks."""
    found, inside = [], False
    for text in texts:
        if text in MARKS:
            opens = MARKS[text]
            inside = not inside if opens is None else opens
        found.append(inside)
    return found
