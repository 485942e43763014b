"""A small chapter as the book builds it: one section of each kind."""

from __future__ import annotations

import json
from typing import Any

LONG = "The State builds a steelworks in a poor region, and every order that it places is somebody's job. "


def payload(*heights: int, kind: str = "scatter") -> dict[str, Any]:
    """What an explorer ships, as far as slides look at it."""
    layer = lambda height: {"base": {"data": [{"type": kind, "name": "a < b"}], "layout": {"height": height}}}  # noqa: E731
    panels = [{"title": f"Panel {n}", "height": height, "base": layer(height)} for n, height in enumerate(heights)]
    return {"name": "pole.rounds", "panels": panels}


def explorer(*heights: int, **more: str) -> str:
    """A cell with an explorer in it."""
    data = json.dumps(payload(*heights, **more)).replace("<", "\\u003c")
    return f"""<div class="cell"><div class="cell_input">explore("pole.rounds")</div><div class="cell_output">
<div class="output text_html"><div class="cu-explorer" data-concept="pole.rounds"><p class="cu-title">Rounds</p>
<div class="cu-fallback"><p>A table</p></div><div class="cu-stage"></div><p class="cu-caption">Source: IBGE.</p>
<details class="cu-sources"><aside class="cu-card"><p class="cu-card-title">Tables of Brazil</p></aside></details>
<script type="application/json">{data}</script></div></div></div></div>"""


def options(name: str) -> str:
    """Two answers of a question, and what is said of one."""
    return f"""<fieldset><legend>How much of {name}?</legend><div class="cu-options">
<input type="radio" id="{name}-a" name="{name}" value="a"><label for="{name}-a">80</label>
<div class="cu-answers"><div class="cu-feedback cu-for-a"><p>Not this one.</p></div></div></div></fieldset>"""


CHAPTER = f"""<!doctype html><html><head>
<link rel="stylesheet" type="text/css" href="../../_static/course/explorer.css?v=1" />
<link rel="stylesheet" type="text/css" href="../../_static/styles/theme.css?digest=2" />
<script src="../../_static/doctools.js?v=3"></script>
<script defer="defer" src="../../_static/course/course.js?v=4"></script>
<script defer="defer" src="../../_static/course/mathjax/tex-chtml.js?v=5"></script>
</head><body><nav><h1>Not the chapter</h1></nav><article class="bd-article">
<section id="a-pole"><h1>A pole &amp; its firm<a class="headerlink" href="#a-pole">#</a></h1>
<p><em>Whose job?</em></p>
<div><table class="table"><thead><tr><th><p>Time</p></th><th><p>35 minutes</p></th></tr></thead></table></div>
<section id="the-question"><h2>The question<a class="headerlink" href="#the-question">#</a></h2>
<p>In 1964 a port grew. {LONG * 4}<strong>Where did the rest of the pull go?</strong></p>
<p>Some places were poles. The first six of them:</p>
<div class="cell"><div class="cell_input">load("poles").head(6)</div><div class="cell_output">a long table</div></div>
</section>
<section id="place-your-bet"><h2>Place your bet</h2><p>Answer before you scroll.</p>
<div class="cell"><div class="cell_output"><div class="cu-teach cu-bet" id="bet-pole">
<p class="cu-kicker">Place your bet</p>
<form method="dialog">{options("bet-pole")}</form></div></div></div></section>
<section id="the-model"><h2>The model</h2>
<p>{LONG}An order makes suppliers work, and so on:</p>
<div class="math notranslate nohighlight" tabindex="0">\\[ x = f + A f \\]</div>
<p>where <span class="math notranslate nohighlight">\\(f\\)</span> is the order; see
<a href="../../book/glossary.html#pole">pole</a>.</p>
</section>
<section id="the-explorer"><h2>The explorer</h2><p><strong>First move.</strong> Leave everything.</p>
{explorer(380, 700, 300)}
<div class="cell"><div class="cell_output"><div class="cu-teach cu-reveal" id="reveal-pole">
<p class="cu-kicker">The answer</p>
<p>About 30. <a href="#bet-pole">Go back</a>, or read <a href="#the-explorer">more</a>.</p></div></div></div>
<p>Now play.</p></section>
<section id="limits"><h2>Limits</h2><ul>{f"<li><p>{LONG * 2}</p></li>" * 5}</ul></section>
<section id="exercises"><h2>Exercises</h2><section id="read-it"><h3>1. Read it</h3>
<div class="cell"><div class="cell_output"><div class="cu-teach cu-verdict">
<p>Exercise pole.1. <span class="cu-word">Your turn.</span>
What share leaks?</p></div></div></div><details><summary>Solution</summary><p>0.7</p></details></section></section>
<section id="quiz"><h2>Quiz</h2><div class="cell"><div class="cell_output"><div class="cu-teach cu-quiz">
<form>{options("quiz-1")}{options("quiz-2")}<div class="cu-foot">0 of 2</div></form></div></div></div></section>
</section></article></body></html>"""
