/* Native inputs with real labels. The value that counts is kept apart from the input, which only shows the nearest step. */
let serial = 0;

function element(tag, attributes, ...children) {
  const e = document.createElement(tag);
  for (const [k, v] of Object.entries(attributes || {})) if (v !== undefined && v !== false) e.setAttribute(k, v === true ? '' : v);
  e.append(...children);
  return e;
}

/* A step a hair shorter: else rounding keeps the End key one step from the end. */
const WHOLE = 1 - 1e-13;

const position = (c, v) => c.log ? Math.log10(v) : v;

function refuse(c, takes, value) {
  throw new RangeError(c.k + ' takes ' + takes + ', got ' + value);
}

/* What a control makes of a wish: the nearest node, or any number between the bounds; the rest is refused, with the range. */
function accept(c, value) {
  if (c.t === 'checkbox') return typeof value === 'boolean' ? value : refuse(c, 'true or false', value);
  if (c.t === 'select' && !c.nodes.includes(value)) refuse(c, 'one of ' + c.nodes.join(', '), value);
  if (c.t === 'territory' && !c.nodes.includes(value)) refuse(c, 'the code of one ' + c.level, value);
  if (c.t !== 'range') return value;
  const v = value === null || value === '' ? NaN : Number(value), slack = 1e-9 * Math.abs(c.max);
  if (!(v >= c.min - slack && v <= c.max + slack)) refuse(c, 'a number from ' + c.min + ' to ' + c.max, value);
  if (c.between) return Math.min(Math.max(v, c.min), c.max);
  return c.nodes.reduce((a, b) => Math.abs(position(c, b) - position(c, v)) < Math.abs(position(c, a) - position(c, v)) ? b : a);
}

function fromInput(c) {
  if (c.t === 'checkbox') return c.input.checked;
  if (c.t !== 'range') return c.input.value;
  const p = Number(c.input.value), v = c.log ? Number((10 ** p).toPrecision(6)) : Number(p.toPrecision(12));
  return accept(c, Math.min(Math.max(v, c.min), c.max));
}

function toInput(c, value, words) {
  if (c.t === 'checkbox') c.input.checked = value;
  else if (c.t !== 'range') c.input.value = value;
  else {
    c.input.value = position(c, value);
    const text = shown(c, value, words);
    c.output.textContent = text;
    c.input.setAttribute('aria-valuetext', text);
  }
}

function makeInput(c, id) {
  if (c.t === 'checkbox') return element('input', { type: 'checkbox', id, name: c.k });
  if (c.t === 'range') {
    return element('input', { type: 'range', id, name: c.k, min: position(c, c.min), max: position(c, c.max), step: c.step * WHOLE, autocomplete: 'off' });
  }
  const select = element('select', { id, name: c.k, autocomplete: 'off' });
  if (c.t === 'select') select.append(...c.options.map(([value, text]) => element('option', { value }, text)));
  return select;
}

/* Its name is what a press does, then the control's label; the words come from the player. */
function playButton(c, id, label) {
  label.id = id + '-label';
  c.button = element('button', { type: 'button', class: 'cu-play', id: id + '-play', 'aria-labelledby': `${id}-play ${id}-label` });
  return c.button;
}

function makeRow(c) {
  const id = 'cu-' + serial++;
  c.input = makeInput(c, id);
  const label = element('label', { for: id }, c.label);
  const row = element('div', { class: 'cu-row cu-row-' + c.t }, label, c.input);
  if (c.play) row.append(playButton(c, id, label));
  if (c.t === 'range') { c.output = element('output', { for: id }); row.append(c.output); }
  if (c.t === 'select') c.nodes = c.options.map(o => o[0]);
  if (c.t === 'checkbox') c.nodes = [false, true];
  return row;
}

/* The list of places: départements by name, EPCI grouped by département. */
async function fillPlaces(c) {
  const list = await places(c.level), groups = c.level === 'epci' ? await places('departement') : null;
  c.nodes = list.map(p => p[0]);
  const options = rows => rows.map(([value, name]) => element('option', { value }, name));
  const byName = rows => [...rows].sort((a, b) => a[1].localeCompare(b[1]));
  if (!groups) c.input.append(...options(byName(list)));
  else c.input.append(...byName(groups).map(([code, label]) => element('optgroup', { label }, ...options(list.filter(p => p[2] === code)))));
}
