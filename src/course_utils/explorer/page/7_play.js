/* A control that plays: its button runs through the values at a calm pace. There is one run at a time on a page, and the
   reader's hand on any control, Escape, a look elsewhere or a hidden page ends it. */
const calm = matchMedia('(prefers-reduced-motion: reduce)');
let running = null;
const halt = () => { if (running) running.stop(); };

class Player {
  constructor(stage, control) {
    Object.assign(this, { stage, control, turn: null });
    control.button.onclick = () => this.turn ? this.stop() : this.start().catch(error => stage.fail(error));
    calm.addEventListener('change', () => { this.stop(); this.name(); });
    new IntersectionObserver(seen => { if (!seen[seen.length - 1].isIntersecting) this.stop(); }).observe(stage.root);
    this.name();
  }

  /* What a press does now: who asks for less motion moves one step a press. */
  name() {
    const { words } = this.stage, { button } = this.control;
    button.textContent = this.turn ? words.pause : calm.matches ? words.next : words.play;
    button.classList.toggle('cu-playing', Boolean(this.turn));
  }

  async start() {
    halt();
    const turn = {}, { control, stage } = this;
    if (!calm.matches) {
      this.turn = turn;
      running = this;
      stage.hush(true);
      this.name();
    }
    for (let left = true; left;) {
      const began = performance.now();
      left = await this.step();
      if (this.turn !== turn) return;
      if (left) await new Promise(ok => setTimeout(ok, control.play.beat - (performance.now() - began)));
      if (this.turn !== turn) return;
    }
    this.stop();
  }

  /* The next value, the first one at the end; whether there is one after it. */
  async step() {
    const { control: c, stage } = this, { values } = c.play;
    await stage.prepared;
    const at = v => c.t === 'range' ? position(c, v) : c.nodes.indexOf(v), here = at(stage.state[c.k]);
    const slack = 1e-9 * (at(values[values.length - 1]) - at(values[0]));
    const next = Math.max(0, values.findIndex(v => at(v) > here + slack));
    stage.state[c.k] = accept(c, values[next]);
    stage.show();
    await stage.draw({ moving: true });
    return next < values.length - 1;
  }

  stop() {
    if (!this.turn) return;
    this.turn = running = null;
    this.name();
    this.stage.hush(false);
  }
}

document.addEventListener('input', halt, true);
document.addEventListener('pointerdown', event => { if (event.target.closest('.cu-row :is(input, select)')) halt(); });
document.addEventListener('keydown', event => { if (event.key === 'Escape') halt(); });
document.addEventListener('visibilitychange', halt);
