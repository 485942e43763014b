"""Who builds on whom: links between concepts, each with the text that says so."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import networkx as nx

from course_utils.concepts.genealogy.events import concepts, events
from course_utils.concepts.genealogy.lags import publications
from course_utils.words import _

#: From the narrowest choice of sources to the widest: each takes in the ones before.
BASES = ("table", "talk", "read")


@dataclass(frozen=True)
class Link:
    """A later concept refers to an earlier one.

    Parameters
    ----------
    earlier, later : str
        Short names of the concepts; ``earlier`` is the one referred to, whatever the dates say.
    basis : {"table", "talk", "read"}
        The course's own table, the talk that it follows, or an article that was read.
    source : str
        Key of the work in the bibliography; empty for the table.
    argues : bool
        The later concept answers the earlier one rather than building on it.
    """

    earlier: str
    later: str
    basis: str
    source: str = ""
    argues: bool = False


READ = (
    Link("cluster", "industrial_ecosystem", "talk", "torre_zimmermann_2016"),
    Link("industrial_district", "flexible_specialisation", "read", "ldnet_districts"),
    Link("industrial_district", "milieu", "read", "levesque_1998"),
    Link("industrial_district", "cluster", "read", "leducq_lusso_2011"),
    Link("spl", "cluster", "read", "guillaume_2008"),
    Link("milieu", "cluster", "read", "guillaume_2008"),
    Link("growth_pole", "cluster", "read", "torre_2006"),
    Link("cluster", "proximity", "read", "torre_2006", argues=True),
)


def cited() -> dict[str, str]:
    """Name of each source of a link, as it is cited."""
    return {
        "": _("the course's own table"),
        "torre_zimmermann_2016": _("Torre and Zimmermann 2016"),
        "ldnet_districts": _("LDnet's bibliography of districts"),
        "levesque_1998": _("Lévesque, Klein and Fontan 1998"),
        "leducq_lusso_2011": _("Leducq and Lusso 2011"),
        "guillaume_2008": _("Guillaume 2008"),
        "torre_2006": _("Torre 2006"),
    }


def links(basis: str = "read") -> tuple[Link, ...]:
    """Return the links that a choice of sources vouches for.

    Parameters
    ----------
    basis : {"table", "talk", "read"}
        The table alone; with the talk; with the articles read as well.

    Examples
    --------
    >>> [len(links(basis)) for basis in BASES]
    [3, 4, 11]
    """
    if basis not in BASES:
        raise ValueError(f"basis is one of {', '.join(BASES)}, not {basis!r}")
    own = tuple(Link(parent, child, "table") for child, parent in concepts().items() if parent)
    wanted = BASES[: BASES.index(basis) + 1]
    return tuple(link for link in own + READ if link.basis in wanted)


def first_seen(becattini: bool = False) -> dict[str, tuple[datetime.date, bool]]:
    """Day on which each concept first appears, and whether that is a publication (else its first policy)."""
    published = publications(becattini)
    policies = {e.concept: e.middle for e in reversed(events()) if e.concept and e.concept not in published}
    seen = {concept: (event.middle, True) for concept, event in published.items()}
    return seen | {concept: (day, False) for concept, day in policies.items()}


def sort_of(link: Link, becattini: bool = False) -> str:
    """What the dates of publication say of a link.

    Returns
    -------
    str
        ``"answer"`` if the later concept argues with the earlier one; else ``"undated"`` if one of them has no
        publication in the table, ``"backward"`` if the one referred to was published in a later year, ``"forward"``
        if not.

    Examples
    --------
    >>> sort_of(Link("cluster", "industrial_ecosystem", "talk"))
    'backward'
    """
    (earlier, dated), (later, also) = (first_seen(becattini)[c] for c in (link.earlier, link.later))
    if link.argues:
        return "answer"
    if not (dated and also):
        return "undated"
    return "backward" if earlier.year > later.year else "forward"


@dataclass(frozen=True)
class Family:
    """What a choice of sources says of the family of concepts, as far as it had grown by a year.

    Parameters
    ----------
    concepts, descended : int
        Concepts that had appeared, and those of them that build on at least one other.
    line : tuple of str
        The longest line of descent, oldest first; several may be as long. Empty without any link.
    links, backward : int
        All links (answers included), and those that run against the dates of publication.
    """

    concepts: int
    descended: int
    line: tuple[str, ...]
    links: int
    backward: int


def family(basis: str = "read", until: int = 2025, becattini: bool = False) -> Family:
    """Count descendants, the longest line, and the links that run against time.

    Parameters
    ----------
    basis : {"table", "talk", "read"}
        Whose word is taken.
    until : int
        Only concepts that had appeared in the table by the end of this year, and the links between them.
    becattini : bool
        Date the industrial district from 1979.

    Examples
    --------
    >>> found = family("read")
    >>> found.descended, len(found.line), found.backward
    (7, 5, 3)
    """
    there = {concept for concept, (day, _published) in first_seen(becattini).items() if day.year <= until}
    found = [link for link in links(basis) if {link.earlier, link.later} <= there]
    graph = nx.DiGraph((link.earlier, link.later) for link in found if not link.argues)
    line = tuple(str(c) for c in nx.dag_longest_path(graph, topo_order=sorted_topologically(graph)))
    against = sum(sort_of(link, becattini) == "backward" for link in found)
    descended = len({link.later for link in found if not link.argues})
    return Family(len(there), descended, line, len(found), against)


def sorted_topologically(graph: nx.DiGraph) -> list[str]:
    """Concepts with every ancestor before its descendants, the same order in every run."""
    return list(nx.lexicographical_topological_sort(graph))


def parents(concept: str, basis: str = "read") -> tuple[Link, ...]:
    """Links from the concepts that `concept` builds on or answers."""
    return tuple(link for link in links(basis) if link.later == concept)


def children(concept: str, basis: str = "read") -> tuple[Link, ...]:
    """Links to the concepts that build on `concept` or answer it."""
    return tuple(link for link in links(basis) if link.earlier == concept)
