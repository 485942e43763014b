/* Plotly, loaded when a figure comes near, and what plotly drew. */
const plotly = () => window.Plotly ? Promise.resolve(window.Plotly) : script('plotly-course.min.js').then(() => window.Plotly);
const dark = () => document.documentElement.dataset.theme === 'dark';

/* A map names its outlines; they come from a file that all pages share, and plotly finds them by name without a request. */
async function arriveMaps(payload) {
  const trees = payload.panels.flatMap(p => [...p.base.base.data, ...p.overlays.map(o => o.base)]);
  const words = payload.panels.flatMap(p => [p.base, ...p.overlays]).flatMap(l => l.words.filter(w => w.p.at(-1) === 'geojson').flatMap(w => w.u));
  for (const name of new Set([...trees.map(t => t.geojson), ...words].filter(n => typeof n === 'string'))) {
    window.PlotlyGeoAssets = window.PlotlyGeoAssets || {};
    window.PlotlyGeoAssets[name] = await arrive('geo-' + name);
  }
}

/* Rows of a table hold a token where the place's name stands. */
function named(value, name) {
  if (typeof value === 'string') return value.replace(/\{@[^}]+\}/g, name);
  if (Array.isArray(value)) return typeof value.find(v => v !== null) === 'number' ? value : value.map(v => named(v, name));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, named(v, name)]));
  return value;
}

/* On a phone the words of a figure are smaller, else axis titles are cut; the template carries that, the layout stays Python's. */
const NARROW = 420, SMALL = 11;

function themeFor(plot, payload) {
  const theme = payload.themes[dark() ? 'dark' : 'light'], { layout } = theme;
  if (plot.clientWidth > NARROW) return theme;
  const smaller = axis => ({ ...axis, title: { ...axis.title, font: { size: SMALL } } });
  return { ...theme, layout: { ...layout, font: { ...layout.font, size: SMALL }, xaxis: smaller(layout.xaxis), yaxis: smaller(layout.yaxis) } };
}

function compose(panel, plot, payload, controls, values) {
  const figure = fill(panel.base, controls, values);
  for (const overlay of panel.overlays) {
    const trace = fill(overlay, controls, values), place = overlay.controls.find(n => controls[n].t === 'territory');
    figure.data.push(place ? named(trace, placeName(controls[place].level, values[place])) : trace);
  }
  figure.layout.template = themeFor(plot, payload);
  return figure;
}

const SETTINGS = { responsive: true, displayModeBar: false, scrollZoom: false, doubleClick: false, showTips: false };

function drawn(plot) {
  const { template, ...layout } = plot.layout;
  return JSON.parse(JSON.stringify({ data: plot.data, layout }));
}
