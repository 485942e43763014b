/* The data that are drawn, as rows: the same columns as course_utils.explorer.table. */
const COLUMNS = ['locations', 'labels', 'x', 'y', 'z', 'values', 'value', 'lat', 'lon', 'text'];

function columnsOf(trace, layout, words) {
  const names = words.columns;
  if (trace.type === 'sankey') {
    const label = trace.node.label, link = trace.link;
    return [[names.from, link.source.map(i => label[i])], [names.to, link.target.map(i => label[i])], [names.flow, link.value]];
  }
  if (trace.type === 'heatmap' || trace.type === 'contour') {
    const across = trace.x || (trace.z[0] || []).map((_, i) => i), rows = trace.y || trace.z.map((_, i) => i);
    return [[axisTitle(trace, layout, 'y') || names.y, rows], ...across.map((name, i) => [String(name), trace.z.map(row => row[i])])];
  }
  const { columns = COLUMNS, powers = [] } = trace.meta || {}, cells = key => powers.includes(key) ? trace[key].map(v => v === null ? v : 10 ** v) : trace[key];
  return columns.filter(key => Array.isArray(trace[key])).map(key => [axisTitle(trace, layout, key) || names[key], cells(key)]);
}

/* "x2" is drawn on the layout's "xaxis2"; without a title it shares that of the first, beside which it stands. */
function axisTitle(trace, layout, key) {
  if (key !== 'x' && key !== 'y') return '';
  const titles = [key + 'axis' + (trace[key + 'axis'] || key).slice(1), key + 'axis'].map(name => (layout[name] || {}).title);
  return titles.map(t => (t && typeof t === 'object' ? t.text : t) || '').find(Boolean) || '';
}

/* One table a trace that shows something: {caption, head, body}. */
function tablesOf(figure, words) {
  return figure.data.map(trace => {
    const columns = columnsOf(trace, figure.layout, words), length = Math.max(0, ...columns.map(c => c[1].length));
    const body = Array.from({ length }, (_, i) => columns.map(c => c[1][i] ?? null)).filter(row => row.some(v => v !== null));
    return { caption: trace.name || '', head: columns.map(c => c[0]), body };
  }).filter(t => t.body.length);
}

function cellText(value, words) {
  if (value === null) return '';
  if (typeof value !== 'number') return String(value);
  const size = Math.abs(value);
  return print(value, size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4, '', words).replace(/\.0+$/, '');
}

function tableElement({ caption, head, body }, title, words) {
  const label = [title, caption].filter(Boolean).join(': ');
  const line = cells => element('tr', {}, ...cells.map(v => element('td', {}, cellText(v, words))));
  const table = element('table', {}, element('caption', {}, label),
    element('thead', {}, element('tr', {}, ...head.map(h => element('th', { scope: 'col' }, h)))), element('tbody', {}, ...body.map(line)));
  return element('div', { class: 'cu-scroll', tabindex: '0', role: 'group', 'aria-label': label || words.table }, table);
}
