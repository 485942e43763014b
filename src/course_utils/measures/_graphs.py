"""Adjacency matrices that the measures of networks share."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy import sparse

from course_utils.measures._checks import square, within

Graph = ArrayLike | sparse.sparray | sparse.spmatrix


def adjacency(name: str, graph: Any) -> sparse.csr_array:
    """Return a checked network as a sparse array of 0 and 1 with an empty diagonal.

    Examples
    --------
    >>> adjacency("graph", [[1, 2], [2, 0]]).toarray().tolist()
    [[0, 1], [1, 0]]
    """
    if sparse.issparse(graph):
        found = sparse.csr_array(graph)
        if found.shape[0] != found.shape[1] or not found.shape[0]:
            raise ValueError(f"{name} must be square, got shape {found.shape}")
        within(name, np.append(found.data, 0), "[0, inf)")
    else:
        found = sparse.csr_array(square(name, graph, minimum=0.0))
    links = (found > 0).astype(np.int64).tocoo()
    off = links.row != links.col
    where = (links.row[off], links.col[off])
    bare = sparse.csr_array((np.ones(int(off.sum()), dtype=np.int64), where), shape=links.shape)
    gaps = (bare - bare.T).tocoo()
    if (gaps.data != 0).any():
        row, col = (int(ends[gaps.data != 0][0]) for ends in (gaps.row, gaps.col))
        raise ValueError(f"{name} must be symmetric, got a link between {row} and {col} in one direction only")
    return bare
