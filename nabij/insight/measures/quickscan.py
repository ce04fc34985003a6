"""The quickscan: of everything that helps people, how much is informal."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from nabij.insight.measures.shares import DRAWS, SEED, Interval, cluster, wilson

INFORMAL, FORMAL = "informal", "formal"


@dataclass(frozen=True)
class Quickscan:
    """What was counted. What cannot be said is None, never nought."""

    clients: int
    resources: int
    informal: int
    share: float | None
    wilson: Interval | None
    cluster: Interval | None
    per_client: float | None
    none_informal: float | None

    def as_dict(self) -> dict[str, Any]:
        """The same with intervals as [low, high]."""
        return {name: list(said) if isinstance(said, tuple) else said for name, said in vars(self).items()}


def quickscan(found: Mapping[Hashable, Mapping[Hashable, str]], *, draws: int = DRAWS, seed: int = SEED) -> Quickscan:
    """Counts {client: {resource: "informal" or "formal"}}; a client without resources counts as a client.

    share = informal / resources. `wilson` takes each resource as loose from the others, which is too sure of itself:
    resources hang together by client. `cluster` draws clients with all their resources, those without any too.
    """
    counts = [(sum(kind == INFORMAL for kind in theirs.values()), len(theirs)) for theirs in found.values()]
    clients, informal, resources = len(counts), sum(one for one, _of in counts), sum(of for _one, of in counts)
    return Quickscan(
        clients=clients,
        resources=resources,
        informal=informal,
        share=informal / resources if resources else None,
        wilson=wilson(informal, resources),
        cluster=cluster(counts, draws=draws, seed=seed),
        per_client=resources / clients if clients else None,
        none_informal=sum(not one for one, _of in counts) / clients if clients else None,
    )


def by_client(rows: Iterable[tuple[Hashable, Hashable | None, str]]) -> dict[Hashable, dict[Hashable, str]]:
    """Rows of (client, resource or None, kind) as `quickscan` has them; the same resource twice counts once."""
    found: dict[Hashable, dict[Hashable, str]] = {}
    for client, resource, kind in rows:
        theirs = found.setdefault(client, {})
        if resource is not None:
            theirs.setdefault(resource, kind)
    return found
