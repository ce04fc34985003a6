"""The meaning of a question, for when it uses none of the words we know; by the encoder of the social map."""

from functools import lru_cache
from typing import Any

import numpy as np

from nabij.bridge.kinds import Kind
from nabij.directory.sentences import meaning_of

# Below this a likeness is chance; tried on the situations of the tests and on unrelated sentences.
LIKE = 0.5
SURE = 0.55  # For what takes own people and neighbours off the ladder.


@lru_cache(maxsize=64)
def directions(sentences: tuple[str, ...]) -> np.ndarray[Any, np.dtype[np.float32]]:
    directions: np.ndarray[Any, np.dtype[np.float32]] = np.asarray(meaning_of(list(sentences)), dtype=np.float32)
    return directions


def nearest_kind(question: str, kinds: tuple[Kind, ...]) -> list[Kind]:
    """The kind whose example means most nearly the same; none when nothing is near."""
    pairs = [(kind, example) for kind in kinds for example in kind.examples]
    if not question.strip() or not pairs:
        return []
    likeness = directions(tuple(example for _, example in pairs)) @ directions((question,))[0]
    best = int(np.argmax(likeness))
    kind = pairs[best][0]
    return [kind] if likeness[best] >= (SURE if kind.alone else LIKE) else []


def alike(question: str, others: list[str]) -> list[float]:
    """How alike in meaning a question is to each of some texts, 0 to 1."""
    if not others:
        return []
    return [float(x) for x in directions(tuple(others)) @ directions((question,))[0]]
