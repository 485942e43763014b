"""One look for both faces: colours that hold 3:1 on white and on the dark theme, and the layout to start from."""

from __future__ import annotations

from typing import Any

# Luminance between .13 and .29: each is read on white and on near-black; two of them differ by 18 at least (CIE76)
# for those who lack one kind of cone (Machado et al. 2009).
PALETTE = ("#3968a7", "#a26121", "#43a653", "#c23e62", "#7158ce", "#8c9197")
MUTED = PALETTE[5]
SEQUENTIAL = [[0.0, "#d9e8f5"], [0.25, "#9cc3e3"], [0.5, "#5a9bd0"], [0.75, "#2568a6"], [1.0, "#0d3b66"]]
DIVERGING = [[0.0, "#a8480c"], [0.25, "#e0a06a"], [0.5, "#e9e9e6"], [0.75, "#7fb2dc"], [1.0, "#1d5c99"]]

# ink, grid and page colours of the two themes; the page's script holds no colour of its own
THEMES: dict[str, dict[str, str]] = {
    "light": {"ink": "#222832", "grid": "#d5d9de", "paper": "#ffffff"},
    "dark": {"ink": "#ced6dd", "grid": "#48566b", "paper": "#14181e"},
}


def color(index: int) -> str:
    """Return colour `index` of the course's palette.

    Examples
    --------
    >>> color(0)
    '#3968a7'
    """
    return PALETTE[index % len(PALETTE)]


def template(theme: str) -> dict[str, Any]:
    """Plotly template of a theme, ``"light"`` or ``"dark"``."""
    ink, grid = THEMES[theme]["ink"], THEMES[theme]["grid"]
    axis = {
        "gridcolor": grid,
        "zerolinecolor": grid,
        "linecolor": ink,
        "automargin": True,
        "title": {"standoff": 8},
    }
    layout = {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"color": ink, "size": 13, "family": "system-ui, sans-serif"},
        "colorway": list(PALETTE),
        "xaxis": axis | {"ticklabelstandoff": 6},  # else the first label stands in that of the other axis
        "yaxis": axis,
        "geo": {"bgcolor": "rgba(0,0,0,0)", "visible": False},
        "colorscale": {"sequential": SEQUENTIAL, "diverging": DIVERGING},
    }
    return {"layout": layout}


def base_layout(height: int) -> dict[str, Any]:
    """Layout that every figure starts from: a finger scrolls the page, the legend lies above the plot."""
    return {
        "height": height,
        "dragmode": False,
        "margin": {"l": 8, "r": 8, "t": 30, "b": 8},
        "legend": {"orientation": "h", "x": 0, "y": 1.02, "xanchor": "left", "yanchor": "bottom"},
    }


def france() -> dict[str, Any]:
    """``geo`` of a map of France with its insets: the frame is given, since plotly's own fit halves the map."""
    frame = {"lonaxis": {"range": [-8.4, 9.9]}, "lataxis": {"range": [41.1, 51.3]}}
    return {"visible": False, "projection": {"type": "mercator"}} | frame


def merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Lay `over` upon `base`, dictionaries inside dictionaries included; neither is changed."""
    both = {k for k in base.keys() & over.keys() if isinstance(base[k], dict) and isinstance(over[k], dict)}
    return base | over | {k: merge(base[k], over[k]) for k in both}
