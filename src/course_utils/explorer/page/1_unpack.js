/* Numbers of a lattice: inflate, undo byte planes and differences, interpolate between nodes. */
const NULL = 65535, WIDE_NULL = 2 ** 32 - 1;

function bytes(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  return Uint8Array.from(atob(base64), c => c.charCodeAt(0));
}

async function inflate(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/* Byte planes of twice-differenced steps -> steps. Differences run along the points of long arrays, else along the states. */
function steps(raw, q) {
  const size = q.n * q.m, out = new Uint16Array(size);
  for (let j = 0; j < size; j++) out[j] = raw[q.o + j] | raw[q.o + size + j] << 8;
  const long = q.n >= 8, outer = long ? q.m : q.n, length = long ? q.n : q.m;
  for (let r = 0; r < outer; r++) {
    let first = 0, value = 0;
    for (let j = 0, k = long ? r * q.n : r; j < length; j++, k += long ? 1 : q.n) {
      first = (first + out[k]) & 65535;
      value = (value + first) & 65535;
      out[k] = value;
    }
  }
  return out;
}

/* Wide entries have 32 bits: the low halves of all steps, then the high ones. */
function wideSteps(raw, q) {
  const low = steps(raw, q), high = steps(raw, { ...q, o: q.o + 2 * q.n * q.m });
  return Float64Array.from(low, (v, i) => v + 65536 * high[i]);
}

function layersOf(payload) {
  return payload.panels.flatMap(p => [p.base, ...p.overlays]).concat(payload.reading);
}

async function unpack(payload) {
  if (!payload.blob) return;
  const raw = await inflate(bytes(payload.blob));
  for (const layer of layersOf(payload)) for (const q of [...layer.nums, ...layer.words]) q.a = (q.w ? wideSteps : steps)(raw, q);
  delete payload.blob;
}

/* Where the value of a control lies between its nodes: [[node, weight], ...]. */
function cell(control, value) {
  if (control.t !== 'range') return [[control.nodes.indexOf(value), 1]];
  const at = v => control.log ? Math.log10(v) : v, n = control.nodes.length;
  const place = (at(value) - at(control.min)) / (at(control.max) - at(control.min)) * (n - 1);
  if (!control.between) return [[Math.round(place), 1]];
  const left = Math.max(0, Math.min(Math.floor(place + 1e-9), n - 2)), weight = Math.min(Math.max(place - left, 0), 1);
  return [[left, 1 - weight], [left + 1, weight]].filter(c => c[1] > 1e-9);
}

/* Rows of a leaf that depends on some of the layer's axes only, with their weights. */
function corners(axes, cells, sizes) {
  let rows = [[0, 1]];
  for (const axis of axes) rows = rows.flatMap(([row, w]) => cells[axis].map(([i, v]) => [row * sizes[axis] + i, w * v]));
  return rows;
}

function numbers(q, rows) {
  const out = new Array(q.n), none = q.w ? WIDE_NULL : NULL;
  for (let j = 0; j < q.n; j++) {
    let sum = 0;
    for (const [row, weight] of rows) {
      const step = q.a[row * q.n + j];
      if (step === none) { sum = null; break; }
      sum += weight * (q.lo + step * q.sc);
    }
    out[j] = sum;
  }
  if (!q.sh) return out;
  if (!q.sh.length) return out[0];
  return Array.from({ length: q.sh[0] }, (_, r) => out.slice(r * q.sh[1], (r + 1) * q.sh[1]));
}

/* Copy objects, share arrays of plain values: what plotly writes into its figure must not reach the packed one. */
function sketch(value) {
  if (Array.isArray(value)) return value.length && typeof value[0] === 'object' && value[0] && !Array.isArray(value[0]) ? value.map(sketch) : value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, sketch(v)]));
}

function put(target, path, value) {
  for (const key of path.slice(0, -1)) target = target[key];
  target[path[path.length - 1]] = value;
}

/* The tree of a layer at the reader's values. */
function fill(layer, controls, values) {
  const own = layer.controls.map(name => controls[name]);
  const cells = own.map((c, i) => cell(c, values[layer.controls[i]])), sizes = own.map(c => c.nodes.length);
  const near = cells.map(c => [[c.reduce((a, b) => b[1] > a[1] ? b : a)[0], 1]]), tree = sketch(layer.base);
  const known = new Map();
  for (const q of layer.nums) {
    const key = q.ax.join();
    if (!known.has(key)) known.set(key, corners(q.ax, cells, sizes));
    put(tree, q.p, numbers(q, known.get(key)));
  }
  for (const q of layer.words) put(tree, q.p, q.u[q.a[corners(q.ax, near, sizes)[0][0]]]);
  return tree;
}
