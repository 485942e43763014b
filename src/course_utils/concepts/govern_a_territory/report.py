"""What a reader takes home: the yearly rows as CSV, a report as one HTML file. The page writes the very same."""

from __future__ import annotations

from html import escape

from course_utils.concepts.govern_a_territory import chapters, face_words, wording
from course_utils.concepts.govern_a_territory.cards import titles
from course_utils.concepts.govern_a_territory.debrief import debrief
from course_utils.concepts.govern_a_territory.game import Game
from course_utils.concepts.govern_a_territory.rules import DECADE, SCORES, TURNS
from course_utils.concepts.govern_a_territory.territories import places

DECIMALS = 6
STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}"
    "table{border-collapse:collapse;margin:.5rem 0}"
    "th,td{border-bottom:1px solid #777;padding:.2rem .6rem;text-align:right}"
    "th:first-child,td:first-child{text-align:left}code{overflow-wrap:anywhere}"
    "h2,h3,tr,li{break-inside:avoid;break-after:auto}"
    "h2,h3{break-after:avoid}@media print{body{margin:0;max-width:none}}"
)


def history_csv(game: Game) -> str:
    """Return every yearly row of a game as CSV: the year, then each name of ``game["rows"]``.

    Parameters
    ----------
    game : dict
        From `start`, `step` or `play`.

    Examples
    --------
    >>> from course_utils.concepts.govern_a_territory import play
    >>> lines = history_csv(play(turns=[["growth_zone"]])).splitlines()
    >>> lines[0].split(",")[:3], len(lines), lines[1].split(",")[0]
    (['year', 'farm', 'motor'], 12, '1955')
    """
    rows = game["rows"]
    lines = [",".join(["year", *rows])]
    for n in range(len(rows["product"])):
        values = [f"{values[n]:.{DECIMALS}f}" for values in rows.values()]
        lines.append(",".join([str(TURNS[0] + n), *("0.000000" if v == "-0.000000" else v for v in values)]))
    return "\n".join(lines) + "\n"


def facts(game: Game) -> str:
    """Say in a line what the game was started with."""
    news = face_words.news()
    return news["facts"].format(
        place=places()[game["territory"]].name,
        seed=game["seed"],
        budget=wording.budgets()[game["budget"]].lower(),
        weights=news["facts_weights"].format(weights=wording.weights()[game["weights"]].lower()),
        shocks=news["with" if game["shocks"] else "without"],
    )


def _table(head: list[str], body: list[list[str]]) -> str:
    top = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    lines = "".join(
        "<tr>" + f'<th scope="row">{escape(row[0])}</th>' + "".join(f"<td>{escape(c)}</td>" for c in row[1:]) + "</tr>"
        for row in body
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table>"


def _tables(game: Game) -> str:
    """The five scores now and on average, then each decade."""
    heads, labels, named = face_words.columns(), face_words.labels(), wording.scores()
    now = heads["end"].format(year=game["year"])
    body = [[named[s], f"{game['scores'][s]:.1f}", f"{game['averages'][s]:.1f}"] for s in SCORES]
    years = range(0, len(game["rows"]["product"]), DECADE)
    each = [[str(TURNS[0] + y), *(f"{game['rows'][f'score_{s}'][y]:.1f}" for s in SCORES)] for y in years]
    first = _table([heads["score"], now, heads["average"]], body)
    second = _table([heads["year"], *named.values()], each)
    return f"<h2>{escape(labels['scores'])}</h2>{first}<h2>{escape(labels['decades'])}</h2>{second}"


def _turns(game: Game) -> str:
    parts, news, known = [], face_words.news(), chapters.names()
    for found, turn in zip(debrief(game), game["played"], strict=True):
        cards = ", ".join(titles()[entry["card"]] for entry in turn["cards"])
        lines = ""
        for line in found["lines"]:
            text = line["text"]
            if line["chapter"]:
                text += " " + news["chapter"].format(chapter=known[line["chapter"]]) + "."
            lines += f"<li>{escape(text)}</li>"
        head = escape(f"{found['year']}–{found['until']}" + (f": {cards}" if cards else ""))
        parts.append(f"<h3>{head}</h3><ul>{lines}</ul>")
    return "".join(parts)


def report_html(game: Game) -> str:
    """Return the report of a game: one HTML file without anything beside it, which a browser prints as PDF.

    Parameters
    ----------
    game : dict
        From `start`, `step` or `play`.

    Examples
    --------
    >>> from course_utils.concepts.govern_a_territory import play
    >>> game = play(turns=[["growth_zone"]])
    >>> text = report_html(game)
    >>> text.startswith("<!doctype html>"), game["code"] in text, "<script" in text
    (True, True, False)
    """
    labels, news = face_words.labels(), face_words.news()
    title = escape(labels["title"])
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    body = f"<h1>{title}</h1><p>{escape(facts(game))} {escape(news['stylised'])}</p>"
    body += f"<p>{escape(labels['code'])}: <code>{game['code']}</code></p>{_tables(game)}"
    body += f"<h2>{escape(labels['debrief'])}</h2>{_turns(game)}"
    return f'<!doctype html><html lang="en"><head>{head}<style>{STYLE}</style></head><body>{body}</body></html>\n'
