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
        found = sparse.csr_array(graph, copy=True)
        if found.shape[0] != found.shape[1] or not found.shape[0]:
            raise ValueError(f"{name} must be square, got shape {found.shape}")
        within(name, np.append(found.data, 0), "[0, inf)")
    else:
        found = sparse.csr_array(square(name, graph, minimum=0.0))
    found.sum_duplicates()  # a copy of our own, if there were any
    n = found.shape[0]
    row = np.repeat(np.arange(n, dtype=np.int32), np.diff(found.indptr))
    kept = (found.data > 0) & (row != found.indices)
    row, column = row[kept], found.indices[kept].astype(np.int32)
    starts = np.concatenate([[0], np.cumsum(np.bincount(row, minlength=n))]).astype(np.int32)
    links = sparse.csr_array((np.ones(row.size, dtype=np.int64), column, starts), shape=(n, n))
    back = links.T.tocsr()
    if not (np.array_equal(links.indptr, back.indptr) and np.array_equal(links.indices, back.indices)):
        gaps = (links - back).tocoo()
        one, two = (int(ends[gaps.data != 0][0]) for ends in (gaps.row, gaps.col))
        raise ValueError(f"{name} must be symmetric, got a link between {one} and {two} in one direction only")
    return links
