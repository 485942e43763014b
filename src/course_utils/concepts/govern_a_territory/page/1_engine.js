// The game's engine for the page: the twin of year.py, scores.py, turn.py, shocks.py, simulate.py, game.py and codes.py.
// It holds no number and no word of its own: `courseGame.load(data)` takes what Python's `game_data()` exports. A test
// plays thousands of random games in both languages and holds them equal to 1e-6.
(function () {
  "use strict";
  let D = null;
  let C = null;
  let CARDS = null;
  let FRANCE = null;

  const sum = (names, f) => names.reduce((total, name) => total + f(name), 0);
  const fail = (text) => { throw new RangeError(text); };
  const range = (count) => Array.from({ length: count }, (_, n) => n);

  function load(data) {
    D = data;
    C = data.coefficients;
    CARDS = data.cards;
    FRANCE = data.reference;
  }

  // ---- chance.py: mulberry32
  function draws(seed, count) {
    let state = seed >>> 0;
    return range(count).map(() => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    });
  }

  // ---- shocks.py
  function schedule(plan) {
    const names = Object.keys(D.shocks);
    const chance = draws(plan.seed, 2 * names.length + D.years);
    const on = (name) => (plan.shocks && !(plan.without || []).includes(name) ? 1 : 0);
    const hits = range(D.years).map(() => Object.fromEntries(D.hits.map((hit) => [hit, 0])));
    const came = names.map((name, n) => {
      const shock = D.shocks[name];
      const begin = shock.year - D.turns[0] + D.offsets[0] + Math.floor(D.offsets[1] * chance[2 * n]);
      const size = on(name) * (D.sizes[0] + D.sizes[1] * chance[2 * n + 1]);
      for (let y = begin; y < Math.min(begin + shock.years, D.years); y += 1) {
        D.hits.filter((hit) => hit !== "luck").forEach((hit) => { hits[y][hit] += size * shock[hit]; });
      }
      return { name, begin, size };
    });
    hits.forEach((hit, y) => { hit.luck = on("luck") * (2 * chance[2 * names.length + y] - 1); });
    return { came, hits };
  }

  // ---- scores.py
  function accounts(s) {
    const motor = C.worth_motor * s.motor;
    const local = C.worth_local * s.local * (1 + C.worth_know * s.know);
    const rest = C.worth_farm * s.farm + local + C.worth_services * s.services;
    const out = C.leak_rest * (1 - s.loops);
    const profit = 1 - C.wage_share - C.tax_share;
    const product = motor + rest;
    return {
      product,
      wages: C.wage_share * motor + C.wage_share * rest,
      kept: (profit - C.leak_motor) * motor + (profit - out) * rest,
      leak: C.leak_motor * motor + out * rest,
      tax: C.tax_share * product,
      dependence: motor / product,
      work: s.farm + s.motor + s.local + s.services,
    };
  }

  function against(value, reference) {
    const x = value / reference;
    const cube = x * x * x;
    return (100 * cube) / (cube + 1);
  }

  function scoresOf(s, a) {
    const shares = sum(D.branches, (b) => (s[b] / a.work) * (s[b] / a.work));
    let held = (C.variety * (1 - shares)) / 0.75;
    held += C.independence * Math.max(0, 1 - 2 * a.dependence);
    ["know", "links", "loops", "trust"].forEach((part) => { held += C["resilience_" + part] * s[part]; });
    return {
      income: against((a.wages + a.kept) / s.labour, FRANCE.income),
      jobs: against(a.work / s.labour, FRANCE.jobs),
      resilience: 100 * (held + (C.resilience_stock * s.stock) / 100),
      environment: s.stock,
      voice: 100 * (C.voice_part * s.voice + (1 - C.voice_part) * s.trust),
    };
  }

  function approvalsOf(found) {
    const content = {};
    Object.entries(D.stakeholders).forEach(([who, cares]) => {
      content[who] = cares.reduce((total, care, n) => total + care * found[D.scores[n]], 0);
    });
    return content;
  }

  function view(s) {
    const a = accounts(s);
    const found = scoresOf(s, a);
    return { a, found, content: approvalsOf(found) };
  }

  // ---- year.py
  function enabled(s, lever) {
    return {
      ...lever,
      know: lever.know * (C.need + C.need_links * s.links),
      loops: lever.loops * (C.need + C.need_ties * s.ties),
      care: lever.care * (C.need + C.need_voice * s.voice),
      local: lever.local * (C.need + C.need_know * s.know),
    };
  }

  function jobs(s, a, base, lever, hit) {
    const know = s.know - base.know;
    const ties = s.ties - base.ties;
    const motor = s.motor - base.motor;
    const tight = a.work / s.labour - base.work / base.labour;
    const pull = 1 + C.know_to_local * know + C.ties_to_local * ties - C.tight * tight;
    const local = base.local * pull + C.supply * s.ties * motor;
    const earned = (a.wages + a.kept) / base.earned;
    const services = base.services * (1 - C.demand + C.demand * earned);
    const farm = base.farm * (0.5 + (0.5 * s.stock) / base.stock);
    const shield = C.shield_know * s.know + C.shield_links * s.links;
    const gain = Math.max(0, s.know + s.links - base.know - base.links);
    const hard = hit.local * (1 - shield) - hit.gain * gain - C.luck * hit.luck;
    return {
      farm: C.adjust_farm * (farm - s.farm) - hit.farm * s.farm,
      motor: C.return_motor * Math.max(0, -motor) + lever.motor - hit.motor * s.motor,
      local: C.adjust_local * (local - s.local) + lever.local - hard * s.local,
      services: C.adjust_services * (services - s.services) + lever.services,
    };
  }

  function toward(x, lever, change) {
    const moved = x + Math.max(lever, 0) * (1 - x) + Math.min(lever, 0) * x + change;
    return Math.min(Math.max(moved, 0), 1);
  }

  function sharesOf(s, a, base, lever, content) {
    const plant = C.branch_plant * Math.max(0, a.dependence - base.dependence);
    const ties = s.ties - base.ties;
    const links = s.links - base.links;
    const voice = s.voice - base.voice;
    const lock = Math.max(0, s.ties - s.links - C.lock_from);
    const aim = base.know + C.ties_to_know * ties + C.links_to_know * links - C.lock_in * lock;
    const pleased = (content.residents - base.residents) / 100;
    const trust = base.trust + C.voice_to_trust * voice + C.approval_to_trust * pleased - s.trust;
    const hold = C.trust_to_ties * (s.trust - base.trust) - C.forget_ties * ties - plant;
    return {
      ties: toward(s.ties, lever.ties, hold),
      know: toward(s.know, lever.know, C.learn * (aim - s.know)),
      links: toward(s.links, lever.links, -C.forget_links * links),
      loops: toward(s.loops, lever.loops, -C.forget_loops * (s.loops - base.loops)),
      care: toward(s.care, lever.care, -C.forget_care * s.care),
      voice: toward(s.voice, lever.voice, -C.forget_voice * voice - plant),
      trust: toward(s.trust, 0, C.adjust_trust * trust),
    };
  }

  function nature(s, base, lever, hit) {
    const units = sum(D.branches, (b) => C["load_" + b] * s[b]);
    const care = s.care * Math.min(1, C.care_trust + s.trust);
    const wear = base.load * units * (1 - C.loops_to_load * s.loops) * (1 - C.care_to_load * care);
    const pressure = Math.min(wear + lever.land, s.stock);
    const damage = Math.min(hit.stock * (C.repair_stock - s.stock / 100), s.stock - pressure);
    return { regrown: C.regrowth * (100 - s.stock), pressure, damage };
  }

  function year(s, base, work, hit) {
    const { a, content } = view(s);
    const lever = enabled(s, work);
    const change = jobs(s, a, base, lever, hit);
    D.branches.forEach((b) => { change[b] = Math.max(-s[b], change[b]); });
    const flows = nature(s, base, lever, hit);
    const rate = a.work / s.labour;
    const first = base.work / base.labour;
    flows.moved = s.labour * (C.move_jobs * (rate - first) + C.move_stock * ((s.stock - base.stock) / 100));
    flows.created = sum(D.branches, (b) => Math.max(change[b], 0));
    flows.lost = sum(D.branches, (b) => Math.max(-change[b], 0));
    flows.repairs = hit.repairs * (C.repair_stock - s.stock / 100);
    flows.transfer = base.transfer;
    flows.upkeep = ((base.tax + base.transfer) * s.services) / base.services;
    const after = sharesOf(s, a, base, lever, content);
    D.branches.forEach((b) => { after[b] = s[b] + change[b]; });
    after.labour = s.labour + flows.moved;
    after.stock = s.stock + flows.regrown - flows.pressure - flows.damage;
    after.purse = s.purse + a.tax + flows.transfer - flows.upkeep - flows.repairs;
    return { after, flows };
  }

  // ---- turn.py
  function anger(who, content, plan) {
    const own = plan.weights === who ? C.weight_own : C.weight_others;
    return (plan.weights === "equal" ? 1 : own) * (100 - content[who]);
  }

  function put(key, content, voice, money, plan) {
    const card = CARDS[key];
    const names = Object.keys(D.stakeholders).filter((who) => card.against.includes(who));
    let worst = null;
    let most = 0;
    names.forEach((who) => {
      const angry = anger(who, content, plan);
      if (angry > most) { most = angry; worst = who; }
    });
    let status = most > C.block_from ? "blocked" : most > C.delay_from ? "delayed" : "done";
    if (card.cost > money) { status = "unpaid"; }
    const slow = voice > C.heard_from ? C.delay_heard : C.delay;
    const price = status === "blocked" ? C.block_cost * card.cost : card.cost;
    return {
      status,
      against: status === "blocked" || status === "delayed" ? worst : null,
      price: status === "unpaid" ? 0 : price,
      delay: status === "delayed" ? slow : 0,
    };
  }

  function decide(t, s, plan, work) {
    const { content } = view(s);
    const grant = D.budgets[plan.budget];
    const money = Math.max(0, grant + s.purse);
    let left = money;
    const cards = plan.turns[t].map((key) => {
      const card = CARDS[key];
      const { status, against: who, price, delay } = put(key, content, s.voice, left, plan);
      const works = status === "done" || status === "delayed";
      const begin = t * D.decade + card.lag + delay;
      if (works) {
        for (let y = begin; y < Math.min(begin + card.years, D.years); y += 1) {
          Object.entries(card.effects).forEach(([lever, effect]) => { work[y][lever] += effect; });
        }
      }
      left -= price;
      const from = works ? D.turns[0] + begin : null;
      return { card: key, status, against: who, delay, begin: from, end: works ? from + card.years : null };
    });
    const debt = Math.min(Math.max(0, -s.purse), grant);
    const paid = Math.max(0, money - left - (grant - debt)) - debt;
    return { paid, played: { turn: t, year: D.turns[t], money, cards } };
  }

  // ---- simulate.py and game.py
  function begin(plan) {
    const place = D.places[plan.territory];
    const s = { ...place.stocks };
    const { a, content } = view(s);
    const more = { load: place.load, transfer: place.transfer, residents: content.residents, earned: a.wages + a.kept };
    return { s, base: { ...s, ...a, ...more } };
  }

  function keep(rows, s, flows) {
    const { a, found, content } = view(s);
    const row = { ...s, ...a, ...flows };
    D.scores.forEach((name) => { row["score_" + name] = found[name]; });
    Object.keys(content).forEach((who) => { row["approval_" + who] = content[who]; });
    Object.keys(row).forEach((name) => { (rows[name] = rows[name] || []).push(row[name]); });
  }

  function check(given) {
    const plan = { territory: "38", seed: 1, turns: [], budget: "normal", weights: "equal", shocks: true, ...given };
    if (!D.codes.includes(plan.territory)) { fail(`territory '${plan.territory}' is no metropolitan département of the game`); }
    if (!Number.isInteger(plan.seed) || plan.seed < 0 || plan.seed >= D.seeds) {
      fail(`seed must be a whole number from 0 to ${D.seeds - 1}, got ${plan.seed}`);
    }
    if (!(plan.budget in D.budgets)) { fail(`budget must be one of ${Object.keys(D.budgets).join(", ")}, got '${plan.budget}'`); }
    if (!D.weights.includes(plan.weights)) { fail(`weights must be one of ${D.weights.join(", ")}, got '${plan.weights}'`); }
    if (plan.turns.length > D.turns.length) { fail(`a game has ${D.turns.length} turns, got ${plan.turns.length}`); }
    plan.turns.forEach(checkTurn);
    return plan;
  }

  function checkTurn(cards, t) {
    const where = `turn ${t + 1} (${D.turns[t]})`;
    if (cards.length > D.slots) { fail(`${where}: at most ${D.slots} cards, got ${cards.length}`); }
    cards.forEach((key) => {
      if (!Object.hasOwn(CARDS, key)) { fail(`${where}: there is no card '${key}'`); }
      if (CARDS[key].first > t) { fail(`${where}: card '${key}' cannot be had before ${D.turns[CARDS[key].first]}`); }
    });
    if (new Set(cards).size < cards.length) { fail(`${where}: a card can be played once a turn, got ${cards.join(", ")}`); }
  }

  function play(given) {
    const plan = check(given);
    const { came, hits } = schedule(plan);
    const work = range(D.years).map(() => Object.fromEntries(D.levers.map((lever) => [lever, 0])));
    const rows = {};
    const played = [];
    const last = plan.turns.length * D.decade;
    let { s, base } = begin(plan);
    keep(rows, s, Object.fromEntries([...D.flows, "transfer", "upkeep"].map((name) => [name, 0])));
    for (let y = 0; y < last; y += 1) {
      let paid = 0;
      if (y % D.decade === 0) {
        const decided = decide(y / D.decade, s, plan, work);
        played.push(decided.played);
        paid = decided.paid;
        s = { ...s, purse: s.purse - paid };
      }
      const { after, flows } = year(s, base, work[y], hits[y]);
      s = after;
      keep(rows, s, { ...flows, paid });
    }
    return shown(plan, rows, played, came, last);
  }

  function shown(plan, rows, played, came, last) {
    const turns = plan.turns.length;
    const over = turns === D.turns.length;
    const end = (name) => rows[name][last];
    const { territory, seed, budget, weights, shocks } = plan;
    return {
      territory, seed, budget, weights, shocks,
      turns: plan.turns.map((cards) => [...cards]),
      code: encode(plan),
      year: D.turns[0] + last,
      over,
      money: over ? null : Math.max(0, D.budgets[budget] + end("purse")),
      offered: over ? [] : Object.keys(CARDS).filter((key) => CARDS[key].first <= turns),
      rows,
      played,
      struck: came.filter((shock) => shock.begin < last && shock.size > 0)
        .map((shock) => ({ shock: shock.name, year: D.turns[0] + shock.begin, size: shock.size })),
      scores: Object.fromEntries(D.scores.map((name) => [name, end("score_" + name)])),
      averages: Object.fromEntries(D.scores.map((name) => [name, sum(rows["score_" + name], (value) => value) / (last + 1)])),
      approvals: Object.fromEntries(Object.keys(D.stakeholders).map((who) => [who, end("approval_" + who)])),
    };
  }

  const start = (territory = "38", seed = 1, options = {}) => play({ territory, seed, ...options });

  function planOf(game) {
    const { territory, seed, budget, weights, shocks, turns } = game;
    return { territory, seed, budget, weights, shocks, turns };
  }

  function step(game, cards) {
    if (game.over) { fail("the game is over: its seven turns have been played"); }
    const cost = sum(cards.filter((key) => Object.hasOwn(CARDS, key)), (key) => CARDS[key].cost);
    if (cost > game.money) { fail(`these cards cost ${cost} points, there are ${game.money.toFixed(1)}`); }
    return play({ ...planOf(game), turns: [...game.turns, [...cards]] });
  }

  // ---- codes.py
  function checksum(digits) {
    return digits.reduce((total, digit) => (total * 37 + digit + 1) % D.code.prime, 7);
  }

  const digitsOf = (number, count) => range(count).map((n) => Math.floor(number / D.code.base ** (count - 1 - n)) % D.code.base);
  const numberOf = (digits) => digits.reduce((total, digit) => total * D.code.base + digit, 0);

  function encode(given) {
    const plan = check(given);
    const kind = Object.keys(D.budgets).indexOf(plan.budget) * D.weights.length + D.weights.indexOf(plan.weights);
    const options = kind * 2 + (plan.shocks ? 1 : 0);
    const digits = [D.code.version, plan.turns.length, ...digitsOf(options, 2)];
    digits.push(...digitsOf(D.codes.indexOf(plan.territory), 2), ...digitsOf(plan.seed, 4));
    const names = Object.keys(CARDS);
    range(D.turns.length).forEach((t) => {
      const cards = (plan.turns[t] || []).map((key) => names.indexOf(key));
      digits.push(...cards, ...range(D.slots - cards.length).map(() => D.code.empty));
    });
    digits.push(...digitsOf(checksum(digits), 3));
    return digits.map((digit) => D.code.alphabet[digit]).join("");
  }

  function decode(code) {
    if (typeof code !== "string") { fail(`a game code is text, got ${code}`); }
    const text = code.toUpperCase().replace(/[- ]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
    const strange = [...new Set(text)].filter((letter) => !D.code.alphabet.includes(letter)).sort();
    if (strange.length) { fail(`a game code holds digits and letters, got '${strange[0]}' in '${code}'`); }
    if (text.length !== D.code.length) { fail(`a game code has ${D.code.length} characters, got ${text.length}`); }
    const digits = [...text].map((letter) => D.code.alphabet.indexOf(letter));
    if (numberOf(digits.slice(D.code.body)) !== checksum(digits.slice(0, D.code.body))) {
      fail("the game code's check does not match: a character is wrong or two are swapped");
    }
    if (digits[0] !== D.code.version) {
      fail(`the game code is of version ${digits[0]}, this game is of version ${D.code.version}`);
    }
    return planFrom(digits);
  }

  function planFrom(digits) {
    const names = Object.keys(CARDS);
    const budgets = Object.keys(D.budgets);
    const options = numberOf(digits.slice(2, 4));
    const place = numberOf(digits.slice(4, 6));
    const kind = Math.floor(options / 2);
    if (kind >= budgets.length * D.weights.length || place >= D.codes.length || digits[1] > D.turns.length) {
      fail("the game code holds options, a territory or turns that there are not");
    }
    const turns = range(digits[1]).map((t) => {
      const ranks = digits.slice(10 + D.slots * t, 10 + D.slots * (t + 1));
      if (ranks.some((rank) => rank >= names.length && rank !== D.code.empty)) {
        fail(`the game code holds a card in turn ${t + 1} that there is not`);
      }
      return ranks.filter((rank) => rank !== D.code.empty).map((rank) => names[rank]);
    });
    return check({
      territory: D.codes[place],
      seed: numberOf(digits.slice(6, 10)),
      turns,
      budget: budgets[Math.floor(kind / D.weights.length)],
      weights: D.weights[kind % D.weights.length],
      shocks: options % 2 === 1,
    });
  }

  // ---- debrief.py
  const fill = (template, parts) => template.replace(/\{(\w+)\}/g, (_, name) => parts[name]);
  const number = (value, decimals) => (Number(value.toFixed(decimals)) === 0 ? (0).toFixed(decimals) : value.toFixed(decimals));
  const effectOf = (game, other, y) => D.scores.map((name) => game.rows["score_" + name][y] - other.rows["score_" + name][y]);
  const named = (effect) => Object.fromEntries(D.scores.map((name, n) => [name, effect[n]]));

  function line(kind, key, chapter, template, parts, effect = null) {
    const text = fill(D.words.sentences[template], parts);
    return { kind, key, chapter, template, text: text.slice(0, 1).toUpperCase() + text.slice(1), effect };
  }

  function wordsOf(effect) {
    const best = effect.indexOf(Math.max(...effect));
    const worst = effect.indexOf(Math.min(...effect));
    const plus = effect[best] >= D.debrief.shown;
    const minus = effect[worst] <= -D.debrief.shown;
    const name = (n) => D.words.scores[D.scores[n]];
    return {
      kind: plus && minus ? "both" : plus ? "plus" : minus ? "minus" : "nothing",
      parts: { best: name(best), worst: name(worst), plus: number(effect[best], 1), minus: number(-effect[worst], 1) },
    };
  }

  function cardLines(game, plan, t, entry) {
    const { card: key, status, against: who, delay } = entry;
    const { chapter, cost } = CARDS[key];
    const card = D.words.cards[key];
    if (status === "unpaid") { return [line("card", key, chapter, "unpaid", { card, cost })]; }
    const lines = [];
    if (who) {
      const approval = game.rows["approval_" + who][t * D.decade].toFixed(0);
      const parts = { card, who: D.words.stakeholders[who], approval, years: delay };
      lines.push(line("stakeholder", who, D.debrief.chapter, delay === 1 ? "delayed_one" : status, parts));
    }
    if (status !== "blocked") {
      const turns = plan.turns.map((cards, n) => (n === t ? cards.filter((name) => name !== key) : cards));
      const other = play({ ...plan, turns });
      const last = game.turns.length * D.decade;
      const then = Math.min(last, (t + 2) * D.decade);
      const effect = effectOf(game, other, then);
      const { kind, parts } = wordsOf(effect);
      const more = { ...parts, card, year: D.turns[t], end: D.turns[0] + then };
      const found = line("card", key, chapter, "card_" + kind, more, named(effect));
      const sizes = effect.map((value) => Math.abs(value));
      const most = sizes.indexOf(Math.max(...sizes));
      if (then < last && kind !== "nothing") {
        const left = effectOf(game, other, last)[most];
        const words = { end: game.year, left: number(left, 1), score: D.words.scores[D.scores[most]] };
        found.text += " " + fill(D.words.sentences.left, words);
      }
      lines.push(found);
    }
    return lines;
  }

  function shockLine(game, plan, t, came) {
    const end = (t + 1) * D.decade;
    const effect = effectOf(game, play({ ...plan, without: [came.shock] }), end);
    const { kind, parts } = wordsOf(effect);
    const more = { shock: D.words.shocks[came.shock], year: came.year, end: D.turns[0] + end, size: came.size.toFixed(1) };
    return line("shock", came.shock, D.shocks[came.shock].chapter, "shock_" + kind, { ...parts, ...more }, named(effect));
  }

  function debrief(game) {
    const paid = game.played.map(({ cards }) => cards.filter((entry) => entry.status !== "unpaid").map((entry) => entry.card));
    const plan = { ...planOf(game), turns: paid };
    return game.turns.map((_, t) => {
      const year = D.turns[t];
      const until = year + D.decade;
      const lines = game.played[t].cards.flatMap((entry) => cardLines(game, plan, t, entry));
      game.struck.filter((came) => year <= came.year && came.year < until)
        .forEach((came) => lines.push(shockLine(game, plan, t, came)));
      return { turn: t, year, until, lines: lines.length ? lines : [line("quiet", null, null, "quiet", {})] };
    });
  }

  globalThis.courseGame = {
    load, start, step, play, encode, decode, debrief, draws, planOf,
    scores: (game) => ({ ...game.scores }),
    data: () => D,
  };
})();
