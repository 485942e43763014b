"""Read without R the data sets of an R package, from its lazy-load database (Rdata.rdb and its index Rdata.rdx)."""

from __future__ import annotations

import lzma
import warnings
import zlib
from typing import Any

import rdata

from .fetch import from_debian

# A record begins with its length once unpacked (four bytes); where xz is used, a letter follows that names it.
LENGTH = 4
XZ = b"Z"


def lazy_load(package: str, library: str, name: str) -> Any:
    """One data set of an R library as Debian packs it: a data frame, or a namespace of slots for an S4 object."""
    base = f"lib/R/site-library/{library}/data/Rdata"
    start, length = _value(from_debian(package, f"{base}.rdx"))["variables"][name]
    return _value(_unpacked(from_debian(package, f"{base}.rdb")[start : start + length]))


def _unpacked(record: bytes) -> bytes:
    if record[LENGTH : LENGTH + 1] == XZ:
        filters = [{"id": lzma.FILTER_LZMA2}]
        return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=filters).decompress(record[LENGTH + 1 :])
    return zlib.decompress(record[LENGTH:])


def _value(serialised: bytes) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # rdata warns of classes that it does not know; their slots are what is wanted
        return rdata.conversion.convert(rdata.parser.parse_data(serialised))
