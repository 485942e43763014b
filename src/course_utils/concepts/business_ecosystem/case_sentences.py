"""What the sources and the model say of each case."""

from __future__ import annotations

from course_utils.concepts.business_ecosystem.cases import CASES, Case, counts, fact
from course_utils.words import Sentence, _, join, number, percent, say


def reading(found: Case, *, case: str) -> Sentence:
    """Say what the sources report, how we read it, and what the model makes of it."""
    return join(_sources()[case], _model(found))


def _model(found: Case) -> Sentence:
    game = found.game
    numbers = {"n": number(found.functions), "share": percent(game.share)}
    if found.missing:
        told = _(
            "Read as {n} functions without substitute, all needed: the hub would take {share}, each complementor as"
            " much, and each of them could stop everything. One was missing: in the model nothing is made."
        )
        return say(told, **numbers)
    rivals = number(found.rivals)
    if found.functions == 1:
        told = _("Read as one function left to others, with {rivals} that can serve it: the hub takes {share}.")
        return say(told, rivals=rivals, share=numbers["share"])
    if found.hubs == 1:
        told = _(
            "Read as {n} functions with {rivals} firms for each: the hub takes {share}, and nobody else is missed."
        )
        return say(told, **numbers, rivals=rivals)
    told = _(
        "Read as {n} functions with {rivals} firms for each, and {hubs} hubs that can replace one another: together"
        " they take {share}, and nobody is missed alone."
    )
    return say(told, **numbers, rivals=rivals, hubs=number(found.hubs))


def _sources() -> dict[str, Sentence]:
    """One sentence of sourced facts a case; every number is read from the dataset."""
    apps, grenoble = counts(CASES["app_store"].source), counts(CASES["minalogic"].source)
    first = apps.iloc[0]
    return {
        "app_store": say(
            _("The App Store opened with {one} apps by one source, {two} by another; it had {last} in 2016."),
            one=number(first["count"]),
            two=number(first["second"]),
            last=number(apps["count"].max()),
        ),
        "arm": say(
            _("Arm owned no factory; in 2008 at least {share} of handsets had its designs, with Intel as challenger."),
            share=percent(fact("ARM", "share of handsets with ARM-based chips") / 100),
        ),
        "pax": say(
            _("PAX needed car makers, garages and dealers; run-flat tyres had under {share} of the market in 2007."),
            share=percent(fact("Michelin PAX", "run-flat share of original-equipment tyre market") / 100),
        ),
        "sony": say(_("Sony came first, in 2006: a good device, a narrow store, little support of publishers.")),
        "kindle": say(_("Amazon came a year after Sony, in 2007, with a store of its own.")),
        "minalogic": say(
            _("Minalogic grew from {first} founding members to {last}, among them four large laboratories and firms."),
            first=number(grenoble["count"].iloc[0]),
            last=number(grenoble["count"].iloc[-1]),
        ),
    }
