"""The explorer ``globalisation.base_year``: eight European countries, another base year, other weights."""

from __future__ import annotations

import math
from typing import Any

from course_utils.concepts.globalisation import europe, wording
from course_utils.concepts.globalisation import europe_figure as figure
from course_utils.concepts.globalisation.model import Terms
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading
from course_utils.words import Sentence, _, number, say

STATE = ("start", "end", "weights")


def base_year_explorer() -> Explorer:
    """Return the explorer ``globalisation.base_year``."""
    ends = {str(year): str(year) for year in europe.ENDS}
    return Explorer(
        name="globalisation.base_year",
        controls={
            "country": Choice(_("Country"), europe.countries(), "NLD"),
            "start": Choice(_("Base year"), {str(year): str(year) for year in europe.BASES}, "1960", play=True),
            "end": Choice(_("Up to"), ends | {"1991": _("1991 (with West Germany)")}, "2011"),
            "weights": Choice(_("Rates apply to the jobs"), wording.weights(), "initial"),
            "sector": Choice(_("Sector, in the last figure"), europe.sectors(), "manufacturing"),
        },
        panels=[_bars_panel(), _bases_panel(), _shares_panel()],
        reading=Reading(_terms, _sentence, STATE),
        title=_("The same change, another beginning"),
        caption=_(
            "Persons employed in ten sectors. The whole is the sum of the countries drawn: seven from 1960 on, and West"
            " Germany as long as its figures last, until 1991."
        ),
        data=("sectors_europe",),
    )


def _bars_panel() -> Panel:
    return Panel(
        "bars",
        _terms,
        figure.bars_figure,
        STATE,
        title=_("Whose industries, whose own doing?"),
        alt=_("Two bars for each country: industry mix and local term over the years chosen."),
        height=430,
    )


def _bases_panel() -> Panel:
    return Panel(
        "bases",
        _bases,
        figure.bases_figure,
        ("country", "end", "weights"),
        title=_("One country, told from every base year"),
        alt=_("Two lines of points a year against the base year, industry mix and local term; diamonds mark yours."),
        height=340,
        overlay=Overlay(_at_base, figure.base_points, ("country", *STATE), _country_sentence),
    )


def _shares_panel() -> Panel:
    return Panel(
        "shares",
        _shares,
        figure.shares_figure,
        ("sector",),
        title=_("A sector since 1948"),
        alt=_("Share of one sector in the jobs of eight countries since 1948; the country chosen is drawn thick."),
        height=320,
        overlay=Overlay(_own_share, figure.country_share, ("country", "sector"), _share_sentence),
    )


def _terms(start: str, end: str, weights: str) -> Terms:
    return europe.terms(int(start), int(end), weights)


def _bases(country: str, end: str, weights: str) -> europe.Bases:
    return europe.bases(country, int(end), weights)


def _at_base(country: str, start: str, end: str, weights: str) -> tuple[float | None, float | None]:
    found, at = europe.bases(country, int(end), weights), europe.BASES.index(int(start))
    return float(found.mix[at]), float(found.local[at])


def _shares(sector: str) -> Any:
    return europe.shares(sector)


def _own_share(country: str, sector: str) -> Any:
    return europe.shares(sector)[country].to_numpy()


def _sentence(found: Terms, *, start: str, end: str, weights: str) -> Sentence:
    codes, names = europe.compared(int(end)), europe.countries()
    whole = 100 * float(found.change.sum() / found.start.sum())
    ends: dict[str, Any] = {}
    for part in ("mix", "local"):
        values = found.percent(part)
        ends |= {part: names[codes[int(values.argmax())]], f"{part}_most": number(values.max(), 1, "%")}
    told = _(
        "From {start} to {end} jobs in {n} countries grew by {whole}. With rates applied to the jobs {weights}, best"
        " industry mix: {mix} ({mix_most}); best local term: {local} ({local_most})."
    )
    said = {"start": start, "end": end, "n": number(len(codes)), "whole": number(whole, 1, "%")}
    return say(told, weights=wording.weights()[weights], **said, **ends)


def _country_sentence(found: tuple[float, float], *, country: str, start: str, end: str, weights: str) -> Sentence:
    name, (mix, local) = europe.countries()[country], found
    if math.isnan(mix):
        return say(_("{name} has no figures after 1991."), name=name)
    told = _("{name}, points a year: mix {mix}, local {local}, so {told}.")
    return say(told, name=name, mix=number(mix, 2), local=number(local, 2), told=_verdict(mix, local))


def _verdict(mix: float, local: float) -> str:
    if mix > 0 and local > 0:
        return _("its industries count for more") if mix > local else _("its own doing counts for more")
    if mix <= 0 and local <= 0:
        return _("its industries weigh more") if mix < local else _("its own doing weighs more")
    return _("good industries, poor doing") if mix > 0 else _("poor industries, good doing")


def _share_sentence(found: Any, *, country: str, sector: str) -> Sentence:
    years = [year for year, share in zip(range(europe.FIRST, europe.LAST + 1), found, strict=True) if share == share]
    first, last = years[0], years[-1]
    told = _("{sector}: {then} of its jobs in {first}, {now} in {last}.")
    return say(
        told,
        sector=europe.sectors()[sector],
        then=number(found[first - europe.FIRST], 1, "%"),
        now=number(found[last - europe.FIRST], 1, "%"),
        first=str(first),
        last=str(last),
    )
