"""Words of the game's face: buttons, headers, messages; the page's script gets them as they are, with {parts}."""

from __future__ import annotations

from course_utils.words import _


def levers() -> dict[str, str]:
    """What a card acts upon, as its line names it."""
    return {
        "motor": _("jobs in large plants"),
        "local": _("jobs in small firms"),
        "services": _("jobs in services"),
        "ties": _("ties between firms"),
        "know": _("knowledge"),
        "links": _("links outside"),
        "loops": _("material loops"),
        "care": _("care for what is common"),
        "voice": _("say of the residents"),
        "land": _("land built upon"),
    }


def statuses() -> dict[str, str]:
    """What became of a card."""
    return {"done": _("done"), "delayed": _("delayed"), "blocked": _("blocked"), "unpaid": _("not paid")}


def columns() -> dict[str, str]:
    """Headers of tables and files."""
    return {
        "score": _("Score"),
        "now": _("Now"),
        "change": _("In ten years"),
        "average": _("Average since 1955"),
        "end": _("In {year}"),
        "year": _("Year"),
        "name": _("Run"),
        "territory": _("Territory"),
        "seed": _("Seed"),
        "turns": _("Turns"),
        "budget": _("Budget"),
        "cards": _("Cards"),
        "code": _("Code"),
        "card": _("Card"),
        "cost": _("Cost"),
        "from": _("From"),
        "works": _("Works"),
        "effect": _("Effect"),
        "objects": _("May object"),
        "what": _("What happened"),
        "chapter": _("Chapter"),
        "best": _("Best"),
        "mean": _("{score}, average"),
    }


def buttons() -> dict[str, str]:
    """What is pressed."""
    return {
        "start": _("Start a game"),
        "play": _("Play this decade"),
        "again": _("Again, same seed"),
        "other": _("Another game"),
        "copy": _("Copy the code"),
        "csv": _("Download CSV"),
        "report": _("Download report"),
        "compare": _("Compare the runs"),
        "compare_csv": _("Download comparison (CSV)"),
        "open": _("Open"),
    }


def labels() -> dict[str, str]:
    """What is filled in, and headings."""
    return {
        "title": _("Govern a territory, 1955 to 2025"),
        "territory": _("Territory"),
        "seed": _("Seed of chance (0 to {most})"),
        "budget": _("Budget of a decade"),
        "weights": _("Whose anger counts more"),
        "shocks": _("Shocks from outside"),
        "turn": _("{year}: turn {n} of {all}"),
        "over": _("2025: the game is over"),
        "cards": _("Cards for {year} to {until}"),
        "happened": _("What happened, {year} to {until}"),
        "trust": _("Who is content, who may object"),
        "debrief": _("Debrief: what explains what"),
        "scores": _("Scores"),
        "code": _("Code of this game"),
        "teacher": _("For teachers: compare the runs of a class"),
        "codes": _("Codes, one a line (name: code, or the code alone)"),
        "runs": _("Runs of the class"),
        "wrong": _("Codes that cannot be read"),
        "sample": _("A game as it was played: {place}, seed {seed}"),
        "all_cards": _("The twenty cards"),
        "report": _("Report of a game"),
        "decades": _("The scores, each decade"),
        "line": _("{score} from 1955 to {year}: {values}"),
        "intro": _(
            "Seven decades, five scores. Choose up to three cards for each decade; what is left of the money does not"
            " all come back. Nobody leads on everything."
        ),
    }


def news() -> dict[str, str]:
    """What is said, with what is filled in."""
    return {
        "money": _("Money for this decade: {money} points."),
        "chosen": _("Chosen: {n} of {most} cards, {cost} of {money} points."),
        "dear": _("That is more than there is: leave a card out."),
        "many": _("At most {most} cards in a decade: leave one out."),
        "card": _("{cost} points. {works}."),
        "works": _("Works {years} years, after {lag}"),
        "works_now": _("Works {years} years, at once"),
        "more": _("More: {list}."),
        "less": _("Less: {list}."),
        "calm": _("{who} would let it pass ({approval} of 100 content)."),
        "late": _("{who} would delay it ({approval} of 100 content)."),
        "stop": _("{who} would block it ({approval} of 100 content)."),
        "nobody": _("Nobody objects to it."),
        "fate": _("{card}: {status}."),
        "fate_late": _("{card}: held up {years} years by the {who}."),
        "fate_late_one": _("{card}: held up one year by the {who}."),
        "fate_stop": _("{card}: blocked by the {who}; half of its cost is lost."),
        "struck": _("{year}: {shock}, {size} times as hard as usual."),
        "quiet": _("No card was played and nothing came from outside."),
    } | _facts()


def _facts() -> dict[str, str]:
    return {
        "moved": _("{year}. {scores}."),
        "approval": _("{who}: {approval} of 100 content"),
        "facts": _("{place}, seed {seed}, budget {budget}, {weights}, {shocks}."),
        "facts_weights": _("anger: {weights}"),
        "with": _("with shocks"),
        "without": _("without shocks"),
        "copied": _("The code is copied."),
        "select": _("Copying was refused: the code is selected, copy it by keyboard."),
        "bad_seed": _("The seed is a whole number from 0 to {most}."),
        "read": _("{n} runs read, {wrong} codes that cannot be read."),
        "bad": _("Line {n} ({name}): {error}"),
        "best": _("best"),
        "chapter": _("Chapter: {chapter}"),
        "stylised": _("A stylised model: its coefficients are chosen, not estimated."),
    }


def words() -> dict[str, dict[str, str]]:
    """All of them, as the page's script takes them."""
    return {
        "levers": levers(),
        "statuses": statuses(),
        "columns": columns(),
        "buttons": buttons(),
        "labels": labels(),
        "news": news(),
    }
