// The game's face for the page: it draws what the engine (1_engine.js) gives, and holds no rule, number or word of its own.
(function () {
  "use strict";
  const fill = (text, parts) => text.replace(/\{(\w+)\}/g, (_, name) => parts[name]);
  const fixed = (value, decimals) => {
    const text = value.toFixed(decimals);
    return Number(text) === 0 ? (0).toFixed(decimals) : text;
  };
  const signed = (value) => (Number(fixed(value, 1)) > 0 ? "+" : "") + fixed(value, 1).replace("-", "\u2212");
  const safe = (text) => String(text).replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" })[c]);
  const upper = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

  function el(tag, attributes = {}, ...children) {
    const node = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => {
      if (name.startsWith("on")) { node.addEventListener(name.slice(2), value); } else if (value === true) { node.setAttribute(name, ""); } else if (value !== false && value != null) { node.setAttribute(name, value); }
    });
    node.append(...children.flat().filter((child) => child != null && child !== ""));
    return node;
  }

  function save(name, kind, text) {
    const link = el("a", { href: URL.createObjectURL(new Blob([text], { type: kind + ";charset=utf-8" })), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  function mount(root, n) {
    const data = JSON.parse(root.querySelector('script[type="application/json"]').textContent);
    const engine = globalThis.courseGame;
    engine.load(data.game);
    const G = data.game;
    const W = { ...G.words, ...data.words };
    const L = W.labels, N = W.news, B = W.buttons, H = W.columns;
    const id = (name) => `cu-game-${n}-${name}`;
    const stage = root.querySelector(".cu-game-stage");
    const placeName = (code) => G.places[code].name;
    let game = null;

    // ---- files: the very same as report.py and classroom.py write
    function historyCsv(g) {
      const lines = [["year", ...Object.keys(g.rows)].join(",")];
      g.rows.product.forEach((_, y) => {
        lines.push([G.turns[0] + y, ...Object.values(g.rows).map((values) => fixed(values[y], 6))].join(","));
      });
      return lines.join("\n") + "\n";
    }

    const facts = (g) => fill(N.facts, {
      place: placeName(g.territory), seed: g.seed, budget: W.budgets[g.budget].toLowerCase(),
      weights: fill(N.facts_weights, { weights: W.weights[g.weights].toLowerCase() }), shocks: g.shocks ? N.with : N.without,
    });

    const decades = (g) => g.rows.product.map((_, y) => y).filter((y) => y % G.decade === 0);

    function reportTable(head, body) {
      const top = head.map((cell) => `<th scope="col">${safe(cell)}</th>`).join("");
      const line = (row) => `<tr><th scope="row">${safe(row[0])}</th>${row.slice(1).map((c) => `<td>${safe(c)}</td>`).join("")}</tr>`;
      return `<table><thead><tr>${top}</tr></thead><tbody>${body.map(line).join("")}</tbody></table>`;
    }

    function reportHtml(g) {
      const now = fill(H.end, { year: g.year });
      const scores = data.scores.map((s) => [W.scores[s], fixed(g.scores[s], 1), fixed(g.averages[s], 1)]);
      const each = decades(g).map((y) => [String(G.turns[0] + y), ...data.scores.map((s) => fixed(g.rows["score_" + s][y], 1))]);
      const turns = engine.debrief(g).map((found, t) => {
        const cards = g.played[t].cards.map((entry) => W.cards[entry.card]).join(", ");
        const lines = found.lines.map((line) => {
          const chapter = line.chapter ? " " + fill(N.chapter, { chapter: data.chapters[line.chapter] }) + "." : "";
          return `<li>${safe(line.text + chapter)}</li>`;
        });
        return `<h3>${safe(`${found.year}–${found.until}${cards ? ": " + cards : ""}`)}</h3><ul>${lines.join("")}</ul>`;
      });
      const title = safe(L.title);
      const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>`;
      let body = `<h1>${title}</h1><p>${safe(facts(g))} ${safe(N.stylised)}</p>`;
      body += `<p>${safe(L.code)}: <code>${g.code}</code></p><h2>${safe(L.scores)}</h2>${reportTable([H.score, now, H.average], scores)}`;
      body += `<h2>${safe(L.decades)}</h2>${reportTable([H.year, ...data.scores.map((s) => W.scores[s])], each)}`;
      body += `<h2>${safe(L.debrief)}</h2>${turns.join("")}`;
      return `<!doctype html><html lang="en"><head>${head}<style>${data.style}</style></head><body>${body}</body></html>\n`;
    }

    // ---- cards
    function objection(g, key) {
      const c = G.coefficients;
      let most = -1, who = null;
      Object.keys(G.stakeholders).forEach((name) => {
        const factor = g.weights === "equal" ? 1 : g.weights === name ? c.weight_own : c.weight_others;
        const angry = factor * (100 - g.approvals[name]);
        if (G.cards[key].against.includes(name) && angry > most) { most = angry; who = name; }
      });
      return { status: most > c.block_from ? "stop" : most > c.delay_from ? "late" : "calm", who };
    }

    function works(key) {
      const card = G.cards[key];
      const said = [fill(card.lag ? N.works : N.works_now, card) + "."];
      [[1, "more"], [-1, "less"]].forEach(([sign, kind]) => {
        const names = Object.keys(card.effects).filter((lever) => sign * card.effects[lever] > 0).map((lever) => W.levers[lever]);
        if (names.length) { said.push(fill(N[kind], { list: names.join(", ") })); }
      });
      return said.join(" ");
    }

    function objects(g, key) {
      const { status, who } = objection(g, key);
      if (!who) { return N.nobody; }
      return upper(fill(N[status], { who: W.stakeholders[who], approval: g.approvals[who].toFixed(0) }));
    }

    function pick(key) {
      const box = el("input", { type: "checkbox", id: id(key), name: "card", value: key, "aria-describedby": id(key) + "-about" });
      const cost = el("p", {}, el("strong", {}, fill(N.card, { cost: G.cards[key].cost, works: "" }).replace(/[. ]+$/, ".")), " " + works(key));
      return el("div", { class: "cu-pick" }, box,
        el("div", {}, el("label", { for: id(key) }, W.cards[key]), el("div", { id: id(key) + "-about" }, cost, el("p", {}, objects(game, key)))));
    }

    function deck() {
      const said = el("p", { class: "cu-said", role: "status" });
      const form = el("form", { class: "cu-cards", autocomplete: "off" });
      const chosen = () => [...form.querySelectorAll("input:checked")].map((box) => box.value);
      const tell = () => {
        const cards = chosen();
        const cost = cards.reduce((total, key) => total + G.cards[key].cost, 0);
        const parts = [fill(N.chosen, { n: cards.length, most: G.slots, cost, money: game.money.toFixed(0) })];
        if (cards.length > G.slots) { parts.push(fill(N.many, { most: G.slots })); }
        if (cost > game.money) { parts.push(N.dear); }
        said.textContent = parts.join(" ");
        return parts.length === 1;
      };
      G.eras.forEach((era) => {
        const keys = game.offered.filter((key) => G.cards[key].era === era);
        if (keys.length) { form.append(el("fieldset", {}, el("legend", {}, W.eras[era]), el("div", { class: "cu-deck" }, keys.map(pick)))); }
      });
      form.append(said, el("div", { class: "cu-buttons" }, el("button", { type: "submit", class: "cu-go" }, B.play)));
      form.addEventListener("change", tell);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (tell()) { show(engine.step(game, chosen()), true); }
      });
      const year = game.year;
      return [el("h3", {}, fill(L.cards, { year, until: year + G.decade })), el("p", {}, fill(N.money, { money: game.money.toFixed(0) })), form];
    }

    // ---- the board
    function spark(name) {
      const values = game.rows["score_" + name];
      const x = (y) => (fixed((200 * y) / G.years, 1));
      const y = (value) => fixed(32 - (30 * value) / 100, 1);
      const space = "http://www.w3.org/2000/svg";
      const svg = document.createElementNS(space, "svg");
      Object.entries({ viewBox: "0 0 204 34", class: "cu-spark", "aria-hidden": "true", preserveAspectRatio: "none" })
        .forEach(([key, value]) => svg.setAttribute(key, value));
      const draw = (tag, more) => {
        const node = document.createElementNS(space, tag);
        Object.entries(more).forEach(([key, value]) => node.setAttribute(key, value));
        svg.append(node);
      };
      draw("path", { d: `M0 ${y(50)}H200`, stroke: "currentColor", "stroke-dasharray": "2 4", opacity: "0.6", fill: "none" });
      draw("polyline", { points: values.map((value, n) => `${x(n)},${y(value)}`).join(" "), fill: "none", stroke: "currentColor", "stroke-width": "2" });
      draw("circle", { cx: x(values.length - 1), cy: y(values.at(-1)), r: "3", fill: "currentColor" });
      return svg;
    }

    function board() {
      const head = el("tr", {}, [H.score, fill(H.end, { year: game.year }), H.change, H.average].map((text) => el("th", { scope: "col" }, text)));
      const rows = data.scores.map((name) => {
        const now = game.scores[name];
        const values = game.rows["score_" + name];
        const before = values.length > G.decade ? signed(now - values[values.length - 1 - G.decade]) : "–";
        const bar = el("span", { class: "cu-bar", "aria-hidden": "true" }, el("i", { style: `width:${now.toFixed(1)}%` }));
        return el("tr", { "data-score": name }, el("th", { scope: "row", title: W.meanings[name] }, W.scores[name], bar, spark(name)),
          el("td", {}, fixed(now, 1)), el("td", {}, before), el("td", {}, fixed(game.averages[name], 1)));
      });
      return el("table", { class: "cu-board" }, el("caption", {}, L.scores), el("thead", {}, head), el("tbody", {}, rows));
    }

    function decadesTable() {
      const head = el("tr", {}, [H.year, ...data.scores.map((s) => W.scores[s])].map((text) => el("th", { scope: "col" }, text)));
      const rows = decades(game).map((y) => el("tr", {}, el("th", { scope: "row" }, String(G.turns[0] + y)),
        data.scores.map((s) => el("td", {}, fixed(game.rows["score_" + s][y], 1)))));
      const table = el("table", { class: "cu-board" }, el("caption", {}, L.decades), el("thead", {}, head), el("tbody", {}, rows));
      return el("div", { class: "cu-scroll", tabindex: "0", role: "group", "aria-label": L.decades }, table);
    }

    function trust() {
      const items = Object.entries(game.approvals).map(([who, value]) =>
        el("li", {}, upper(fill(N.approval, { who: W.stakeholders[who], approval: value.toFixed(0) }))));
      const meanings = data.scores.map((s) => el("li", {}, el("strong", {}, upper(W.scores[s])), ": " + W.meanings[s]));
      return el("details", { class: "cu-told" }, el("summary", {}, L.trust), el("ul", {}, items), el("p", {}, L.scores), el("ul", {}, meanings), decadesTable());
    }

    function happened() {
      const turn = game.played.at(-1);
      if (!turn) { return null; }
      const told = turn.cards.map(({ card, status, against, delay }) => {
        const parts = { card: W.cards[card], status: W.statuses[status], who: W.stakeholders[against], years: delay };
        return fill(status === "blocked" ? N.fate_stop : status === "delayed" ? (delay === 1 ? N.fate_late_one : N.fate_late) : N.fate, parts);
      });
      game.struck.filter((came) => came.year >= turn.year && came.year < turn.year + G.decade)
        .forEach((came) => told.push(fill(N.struck, { year: came.year, shock: W.shocks[came.shock], size: came.size.toFixed(1) })));
      return el("div", { class: "cu-happened" }, el("h3", {}, fill(L.happened, { year: turn.year, until: turn.year + G.decade })),
        el("ul", {}, (told.length ? told : [N.quiet]).map((text) => el("li", {}, text))));
    }

    function chapterLink(chapter) {
      const [before, after] = N.chapter.split("{chapter}");
      return [" " + before, el("a", { href: data.addresses[chapter] }, data.chapters[chapter]), after];
    }

    function debriefed() {
      return el("div", { class: "cu-told" }, el("h3", {}, L.debrief), engine.debrief(game).flatMap((turn, t) => {
        const cards = game.played[t].cards.map((entry) => W.cards[entry.card]).join(", ");
        return [el("h4", {}, `${turn.year}–${turn.until}${cards ? ": " + cards : ""}`),
          el("ul", {}, turn.lines.map((line) => el("li", {}, line.text, line.chapter ? chapterLink(line.chapter) : null)))];
      }));
    }

    async function copy(code, said) {
      try {
        await navigator.clipboard.writeText(game.code);
        said.textContent = N.copied;
      } catch {
        getSelection().selectAllChildren(code);
        said.textContent = N.select;
      }
    }

    function taken() {
      const code = el("code", { class: "cu-code" }, game.code);
      const said = el("p", { class: "cu-said", role: "status" });
      const button = (text, onclick) => el("button", { type: "button", onclick }, text);
      const name = `territory-${game.territory}-${game.seed}`;
      const { territory, seed, budget, weights, shocks } = game;
      return [el("p", {}, L.code + ": ", code), el("div", { class: "cu-buttons" },
        button(B.copy, () => copy(code, said)),
        button(B.csv, () => save(name + ".csv", "text/csv", historyCsv(game))),
        button(B.report, () => save(name + ".html", "text/html", reportHtml(game))),
        button(B.again, () => show(engine.start(territory, seed, { budget, weights, shocks }), true)),
        button(B.other, () => begin(true))), said];
    }

    const news = el("div", { class: "cu-hidden", role: "status" });

    function show(next, moved) {
      game = next;
      root.toggleAttribute("data-over", game.over);
      const turn = game.over ? L.over : fill(L.turn, { year: game.year, n: game.turns.length + 1, all: G.turns.length });
      const head = el("h3", { tabindex: "-1" }, turn);
      const parts = [head, el("p", {}, facts(game)), happened(), board(), trust()];
      stage.replaceChildren(...parts.concat(game.over ? [debriefed(), ...taken()] : [...deck(), ...taken()]).filter(Boolean));
      const scores = data.scores.map((s) => `${W.scores[s]} ${fixed(game.scores[s], 1)}`).join(", ");
      news.textContent = fill(N.moved, { year: game.year, scores });
      if (moved) { head.focus(); }
    }

    // ---- the start
    function choice(name, options, value) {
      const select = el("select", { id: id(name), name }, options.map(([key, text]) => el("option", { value: key, selected: key === value }, text)));
      return el("div", { class: "cu-row cu-row-select" }, el("label", { for: id(name) }, L[name]), select);
    }

    function mine() {
      try {
        const kept = JSON.parse(localStorage.getItem("places-that-produce.territory"));
        return G.codes.includes(kept.departement) ? kept.departement : "38";
      } catch { return "38"; }
    }

    function begin(moved) {
      const seed = el("input", { type: "number", id: id("seed"), name: "seed", min: "0", max: String(G.seeds - 1), step: "1", value: String(game ? game.seed : 1), required: true });
      const shocks = el("input", { type: "checkbox", id: id("shocks"), name: "shocks", checked: true });
      const places = G.codes.map((code) => [code, placeName(code)]).sort((a, b) => a[1].localeCompare(b[1], "fr"));
      const said = el("p", { class: "cu-said", role: "status" });
      const form = el("form", { class: "cu-begin", autocomplete: "off" }, choice("territory", places, game ? game.territory : mine()),
        el("div", { class: "cu-row" }, el("label", { for: id("seed") }, fill(L.seed, { most: G.seeds - 1 })), seed),
        choice("budget", Object.keys(G.budgets).map((key) => [key, W.budgets[key]]), "normal"),
        choice("weights", G.weights.map((key) => [key, W.weights[key]]), "equal"),
        el("div", { class: "cu-row cu-row-checkbox" }, el("label", { for: id("shocks") }, L.shocks), shocks),
        said, el("div", { class: "cu-buttons" }, el("button", { type: "submit", class: "cu-go" }, B.start)));
      form.noValidate = true;
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const { territory, budget, weights } = form.elements;
        try {
          const number = seed.value.trim() === "" ? NaN : Number(seed.value);
          show(engine.start(territory.value, number, { budget: budget.value, weights: weights.value, shocks: shocks.checked }), true);
        } catch {
          said.textContent = fill(N.bad_seed, { most: G.seeds - 1 });
          seed.focus();
        }
      });
      root.removeAttribute("data-over");
      stage.replaceChildren(el("p", {}, L.intro), form);
      if (moved) { form.elements.territory.focus(); }
    }

    // ---- for teachers
    function readCodes(text) {
      const runs = [], wrong = [];
      text.split(/\r\n|\r|\n/).forEach((line, at) => {
        if (!line.trim()) { return; }
        const colon = line.lastIndexOf(":");
        const name = (colon < 0 ? "" : line.slice(0, colon).trim()) || String(at + 1);
        try {
          runs.push([name, engine.play(engine.decode(line.slice(colon + 1).trim()))]);
        } catch (error) {
          wrong.push({ n: at + 1, name, error: error.message });
        }
      });
      return { runs, wrong };
    }

    const count = (g) => g.turns.reduce((total, cards) => total + cards.length, 0);

    function compareCsv(runs) {
      const cell = (value) => {
        const text = typeof value === "string" && /^[=+\-@\t]/.test(value) ? "'" + value : String(value);
        return /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
      };
      const head = ["name", "territory", "seed", "budget", "turns", ...data.scores, ...data.scores.map((s) => "average_" + s), "cards", "code"];
      const lines = runs.map(([name, g]) => [name, placeName(g.territory), g.seed, g.budget, g.turns.length,
        ...data.scores.map((s) => fixed(g.scores[s], 6)), ...data.scores.map((s) => fixed(g.averages[s], 6)), count(g), g.code]);
      return [head, ...lines].map((line) => line.map(cell).join(",")).join("\n") + "\n";
    }

    function compared({ runs, wrong }) {
      const parts = [];
      if (runs.length) {
        const measures = data.scores.map((s) => [W.scores[s], (g) => g.scores[s]])
          .concat(data.scores.map((s) => [fill(H.mean, { score: W.scores[s] }), (g) => g.averages[s]]));
        const best = measures.map(([, take]) => Math.max(...runs.map(([, g]) => take(g))));
        const head = el("tr", {}, [H.name, H.territory, H.seed, H.turns, ...measures.map(([text]) => text), H.cards, H.code].map((text) => el("th", { scope: "col" }, text)));
        const rows = runs.map(([name, g]) => el("tr", {}, el("th", { scope: "row" }, name), el("td", {}, placeName(g.territory)),
          el("td", {}, String(g.seed)), el("td", {}, String(g.turns.length)),
          measures.map(([, take], m) => {
            const top = runs.length > 1 && take(g) === best[m];
            return el("td", { class: top ? "cu-best" : null }, fixed(take(g), 1) + (top ? ` (${N.best})` : ""));
          }),
          el("td", {}, String(count(g))),
          el("td", {}, el("button", { type: "button", "aria-label": `${B.open}: ${name}`, onclick: () => show(g, true) }, B.open), " ", g.code)));
        const table = el("table", { class: "cu-board" }, el("caption", {}, L.runs), el("thead", {}, head), el("tbody", {}, rows));
        parts.push(el("div", { class: "cu-scroll", tabindex: "0", role: "group", "aria-label": L.runs }, table),
          el("div", { class: "cu-buttons" }, el("button", { type: "button", onclick: () => save("class.csv", "text/csv", compareCsv(runs)) }, B.compare_csv)));
      }
      if (wrong.length) {
        parts.push(el("p", {}, L.wrong + ":"), el("ul", { class: "cu-wrong" }, wrong.map((bad) => el("li", {}, fill(N.bad, bad)))));
      }
      return parts;
    }

    function teacher() {
      const area = el("textarea", { id: id("codes"), rows: "5", spellcheck: "false" });
      const said = el("p", { class: "cu-said", role: "status" });
      const found = el("div");
      const form = el("form", { autocomplete: "off" }, el("label", { for: id("codes") }, L.codes), area,
        el("div", { class: "cu-buttons" }, el("button", { type: "submit" }, B.compare)));
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const read = readCodes(area.value);
        said.textContent = fill(N.read, { n: read.runs.length, wrong: read.wrong.length });
        found.replaceChildren(...compared(read));
      });
      return el("details", { class: "cu-teacher" }, el("summary", {}, L.teacher), form, said, found);
    }

    begin(false);
    root.append(news, teacher());
    root.game = { current: () => game, show, historyCsv, reportHtml, readCodes, compareCsv, objection };
    root.setAttribute("data-ready", "");
  }

  document.querySelectorAll(".cu-game:not([data-ready])").forEach(mount);
})();
