function inSight(plot) {
  const box = plot.getBoundingClientRect();
  return box.bottom > 0 && box.top < window.innerHeight;
}

/* One explorer or plain figure of the page. */
class Stage {
  constructor(root) {
    this.root = root;
    this.payload = JSON.parse(root.querySelector('script[type="application/json"]').textContent);
    this.words = this.payload.words;
    this.controls = Object.fromEntries(this.payload.controls.map(c => [c.k, c]));
    this.state = Object.fromEntries(this.payload.controls.map(c => [c.k, c.value]));
    this.seen = [];
    this.queued = 0;
    this.build();
    this.prepared = this.prepare();
    this.prepared.catch(() => {});
    root.explorer = {
      set: values => this.set(values), values: () => ({ ...this.state }), figures: () => this.plots.map(drawn),
      reading: () => this.reading.textContent, table: () => this.tables().flat().flatMap(t => [t.head, ...t.body]),
    };
  }

  build() {
    const { payload, words, root } = this, form = element('fieldset', { class: 'cu-controls' }, element('legend', { class: 'cu-hidden' }, words.controls));
    form.append(...payload.controls.map(makeRow));
    this.plots = payload.panels.map(p => element('div', { class: 'cu-plot', role: 'img', 'aria-label': p.alt, style: `height:${p.height}px` }));
    const panels = payload.panels.map((p, i) => element('div', { class: 'cu-panel', 'data-panel': p.key }, ...(p.title ? [element('p', { class: 'cu-panel-title' }, p.title)] : []), this.plots[i]));
    this.reading = element('p', { class: 'cu-reading', 'aria-live': 'polite' }, payload.reading.length ? words.loading : '');
    this.tableBox = element('div', { class: 'cu-tables', hidden: true, id: 'cu-' + serial++ });
    this.tableButton = element('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': this.tableBox.id }, words.table);
    this.tableButton.onclick = () => this.toggleTable();
    const buttons = element('div', { class: 'cu-buttons' }, this.tableButton);
    if (payload.controls.length) {
      const link = element('button', { type: 'button' }, words.link), reset = element('button', { type: 'button' }, words.reset);
      this.status = element('span', { role: 'status', class: 'cu-status' });
      link.onclick = () => this.copyLink();
      reset.onclick = () => this.set(Object.fromEntries(payload.controls.map(c => [c.k, c.value])), false);
      buttons.append(link, reset, this.status);
    }
    // The sentence stands under the first figure, near the controls: on a phone both are seen while a finger moves a slider.
    root.querySelector('.cu-stage').append(...(payload.controls.length ? [form] : []), element('div', { class: 'cu-panels' }, panels[0], this.reading, ...panels.slice(1)), buttons, this.tableBox);
    form.addEventListener('input', event => this.moved(event.target));
    for (const c of payload.controls) if (c.play) new Player(this, c);
  }

  /* Everything but plotly: packed numbers, lists of places, the state that the link or the reader's territory asks for. */
  async prepare() {
    await unpack(this.payload);
    for (const c of this.payload.controls) if (c.t === 'territory') await fillPlaces(c);
    this.adoptPlace();
    const asked = new URLSearchParams(location.hash.slice(1));
    if (asked.get('explorer') === this.payload.name && this.payload.name) {
      for (const c of this.payload.controls) if (asked.has(c.k)) this.wish(c.k, c.t === 'checkbox' ? asked.get(c.k) === 'true' : asked.get(c.k));
      this.root.scrollIntoView();
    }
    this.show();
  }

  /* A wish from a link may be out of range: then the default stays. */
  wish(name, value) {
    try { this.state[name] = accept(this.controls[name], value); } catch { /* the default stays */ }
  }

  adoptPlace() {
    let changed = false;
    for (const c of this.payload.controls) {
      const code = c.t === 'territory' ? mine[c.level] : null;
      if (code && c.nodes.includes(code) && this.state[c.k] !== code) { this.state[c.k] = code; this.moveWith(c, code); changed = true; }
    }
    return changed;
  }

  /* Choosing a place moves the sliders that it sets. */
  moveWith(c, code) {
    for (const [name, table] of Object.entries(c.sets || {})) if (table[code] !== undefined) this.state[name] = accept(this.controls[name], table[code]);
  }

  show() {
    for (const c of this.payload.controls) toInput(c, this.state[c.k], this.words);
  }

  moved(input) {
    const c = this.controls[input.name];
    if (!c || !c.nodes) return;
    this.state[c.k] = fromInput(c);
    if (c.t === 'territory') { this.moveWith(c, this.state[c.k]); choosePlace(c.level, this.state[c.k]); }
    this.show();
    if (!this.frame) this.frame = requestAnimationFrame(() => { this.frame = 0; this.draw({ moving: true }).catch(error => this.fail(error)); });
  }

  /* A territory first (it may move other controls), then what was asked for by name. */
  async set(values, follow = true) {
    if (Object.keys(values).length) halt();
    await this.prepared;
    const names = Object.keys(values).sort((a, b) => (this.controls[b]?.t === 'territory') - (this.controls[a]?.t === 'territory'));
    const wanted = names.map(name => {
      const c = this.controls[name];
      if (!c) throw new RangeError('no control ' + name + '; there are ' + Object.keys(this.controls).join(', '));
      return [c, accept(c, values[name])];
    });
    for (const [c, value] of wanted) {
      this.state[c.k] = value;
      if (c.t === 'territory' && follow) { this.moveWith(c, value); await choosePlace(c.level, value); }
    }
    this.show();
    return this.draw();
  }

  /* Whether a panel was last drawn for another state. */
  stale(panel, i) {
    const seen = this.seen[i];
    return !seen || [panel.base, ...panel.overlays].some(layer => layer.controls.some(name => seen[name] !== this.state[name]));
  }

  /* One drawing after the other: who awaits a drawing finds it done, even if an earlier one drew it. */
  draw({ all = false, moving = false } = {}) {
    this.queued++;
    const next = () => { this.queued--; return this.paint(all, moving); };
    return (this.turn = (this.turn || this.prepared).then(next, next));
  }

  /* While a finger moves a slider the panels in sight come first, one a frame, and a newer move takes over from the rest. */
  async paint(all, moving) {
    await this.prepared;
    const Plotly = await plotly(), { payload } = this;
    await arriveMaps(payload);
    if (all) this.seen = [];
    if (payload.reading.length) this.reading.textContent = payload.reading.map(l => sentence(l, this.controls, this.state, this.words)).filter(Boolean).join(' ');
    const stale = payload.panels.map((panel, i) => i).filter(i => this.stale(payload.panels[i], i));
    for (const i of stale.sort((i, j) => inSight(this.plots[j]) - inSight(this.plots[i]))) {
      if (moving && this.queued) return;
      this.seen[i] = { ...this.state };
      const f = compose(payload.panels[i], this.plots[i], payload, this.controls, this.seen[i]);
      await Plotly.react(this.plots[i], f.data, f.layout, SETTINGS);
      listen(this, this.plots[i]);
      if (moving) await new Promise(requestAnimationFrame);
    }
    if (!this.tableBox.hidden) this.fillTable();
    this.root.dataset.ready = '1';
  }

  /* A run is not read out as it goes; where it ends is. */
  hush(on) {
    for (const e of [this.reading, ...this.root.querySelectorAll('output')]) e.setAttribute('aria-live', on ? 'off' : 'polite');
    if (!on) requestAnimationFrame(() => this.draw().catch(error => this.fail(error)));
  }

  tables() {
    return this.plots.map(plot => tablesOf(drawn(plot), this.words));
  }

  fillTable() {
    const { panels } = this.payload;
    this.tableBox.replaceChildren(...this.tables().flatMap((list, i) => list.map(t => tableElement(t, panels[i].title, this.words))));
  }

  async toggleTable() {
    await this.draw();
    this.tableBox.hidden = !this.tableBox.hidden;
    if (!this.tableBox.hidden) this.fillTable();
    this.tableButton.setAttribute('aria-expanded', String(!this.tableBox.hidden));
    this.tableButton.textContent = this.tableBox.hidden ? this.words.table : this.words.hide;
  }

  async copyLink() {
    halt();
    const hash = '#' + new URLSearchParams({ explorer: this.payload.name, ...this.state });
    try { history.replaceState(null, '', hash); } catch { location.hash = hash; }
    try { await navigator.clipboard.writeText(location.href); this.status.textContent = this.words.copied; } catch { this.status.textContent = this.words.address; }
  }

  fail(error) {
    this.root.classList.add('cu-failed');
    this.root.querySelector('.cu-stage').append(this.reading);
    this.reading.textContent = this.words.failed;
    console.error(error);
  }
}

function start() {
  if (typeof DecompressionStream === 'undefined') return;
  recall();
  if (!storage && mine.departement) linkPlace();
  const stages = new Map([...document.querySelectorAll('.cu-explorer, .cu-figure')].map(root => [root, new Stage(root)]));
  const wake = stage => stage.draw().catch(error => stage.fail(error));
  const near = new IntersectionObserver(seen => {
    for (const s of seen) if (s.isIntersecting) { near.unobserve(s.target); wake(stages.get(s.target)); }
  }, { rootMargin: '300px' });
  for (const root of stages.keys()) near.observe(root);
  const redraw = (keep, all) => { for (const stage of stages.values()) if (keep(stage) && stage.seen.length) stage.draw({ all }); };
  document.addEventListener('course-territory', () => redraw(stage => { const moved = stage.adoptPlace(); if (moved) stage.show(); return moved; }));
  new MutationObserver(() => redraw(() => true, true)).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start); else start();
