"""Scripts that measure boxes in a page; each returns a list of complaints."""

from __future__ import annotations

#: What counts as a part of the page that must hold together.
PARTS = ".cu-explorer, .cu-figure, .cu-card, .cu-teach"

#: Boxes beyond the edge of their part or of the window; what scrolls inside its own box may be wider than it.
STICKING_OUT = """parts => {
  const seen = [], wide = document.documentElement.clientWidth;
  const say = (what, box, e) => seen.push(`${what}: ${box.left.toFixed(1)} to ${box.right.toFixed(1)} ${(e.outerHTML || e.textContent).slice(0, 140)}`);
  for (const part of document.querySelectorAll(parts)) {
    const edge = part.getBoundingClientRect();
    if (!edge.width) continue;
    if (edge.left < -0.5 || edge.right > wide + 0.5) say('beyond the window', edge, part);
    for (const e of part.querySelectorAll('*')) {
      if (e.closest('.cu-scroll') && !e.matches('.cu-scroll')) continue;
      if (e.closest('.cu-hidden, script, defs, clipPath, [visibility=hidden]') || e.closest('svg') && !e.matches('text, svg')) continue;
      const box = e.getBoundingClientRect();
      if (box.width && e.checkVisibility({ visibilityProperty: true }) && (box.left < edge.left - 1 || box.right > edge.right + 1)) say('beyond its part', box, e);
    }
  }
  return seen;
}"""

#: Words of a figure that its own drawing cuts off, at any side.
CUT_WORDS = """() => [...document.querySelectorAll('.cu-plot')].flatMap(plot => {
  const edge = plot.getBoundingClientRect();
  return [...plot.querySelectorAll('svg text')].filter(text => {
    const box = text.getBoundingClientRect(), style = getComputedStyle(text);
    if (!box.width || style.visibility !== 'visible' || Number(style.opacity) === 0 || !text.textContent.trim()) return false;
    return box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1;
  }).map(text => `${plot.getAttribute('aria-label')}: ${text.textContent}`);
})"""

#: Words of axes written over each other, and nodes of a Sankey diagram drawn over each other.
OVERLAPPING = """() => [...document.querySelectorAll('.cu-plot')].flatMap(plot => {
  const over = (all, across, down) => all.flatMap((one, i) => all.slice(i + 1).filter(other => {
    const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
    return Math.min(a.right, b.right) - Math.max(a.left, b.left) > across && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > down;
  }).map(other => [one, other]));
  const name = e => e.textContent || (e.parentNode.__data__?.node?.label ?? 'a node');
  const upright = [...plot.querySelectorAll('.xtick text, .ytick text, .g-xtitle text, .g-ytitle text')].filter(e => !/rotate\\((?!0[,)])/.test(e.getAttribute('transform')));
  const pairs = [...over(upright, 2, 4), ...over([...plot.querySelectorAll('.sankey-node .node-rect')], 3, 3)];
  return pairs.map(([one, other]) => `${plot.getAttribute('aria-label')}: "${name(one)}" over "${name(other)}"`);
})"""

#: Values and labels whose words are wider or higher than their box, or lie over a neighbour.
CLIPPED = """parts => {
  const seen = [], words = e => { const range = document.createRange(); range.selectNodeContents(e); return range.getBoundingClientRect(); };
  const leaves = '.cu-row output, .cu-row label, .cu-reading, .cu-buttons button, .cu-caption, .cu-title, .cu-panel-title, .cu-status';
  for (const e of document.querySelectorAll(leaves)) {
    const box = e.getBoundingClientRect(), text = words(e);
    if (!box.width || !text.width || !e.checkVisibility()) continue;
    if (text.left < box.left - 1 || text.right > box.right + 1 || text.top < box.top - 2 || text.bottom > box.bottom + 2) seen.push(`words beyond their box: ${e.outerHTML.slice(0, 140)}`);
    if (e.scrollWidth > e.clientWidth + 1 && e.clientWidth) seen.push(`wider than its box: ${e.outerHTML.slice(0, 140)}`);
  }
  for (const row of document.querySelectorAll('.cu-row')) {
    const cells = [...row.children].map(e => [e, e.matches('input, select') ? e.getBoundingClientRect() : words(e)]);
    for (const [i, [e, a]] of cells.entries()) for (const [f, b] of cells.slice(i + 1))
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1) seen.push(`${e.tagName} under ${f.tagName}: ${row.textContent}`);
  }
  for (const e of document.querySelectorAll(parts.split(', ').map(p => p + ' *').join(', '))) {
    const style = getComputedStyle(e);
    if (!e.closest('svg, .cu-hidden') && ['hidden', 'clip'].includes(style.overflowX) && e.clientWidth && e.scrollWidth > e.clientWidth + 1) seen.push(`clipped: ${e.outerHTML.slice(0, 140)}`);
  }
  return seen;
}"""

#: Things to press that are smaller than 24 px.
SMALL = """parts => [...document.querySelectorAll(parts.split(', ').map(p => `${p} :is(input, select, button, summary, [role=button])`).join(', '))]
  .filter(e => { const b = e.getBoundingClientRect(); return e.checkVisibility() && b.width && (b.width < 24 || b.height < 24); }).map(e => e.outerHTML.slice(0, 160))"""

#: Parts of the text that make the page wider than the window, whether or not the theme hides it.
WIDE = """() => {
  const wide = document.documentElement.clientWidth, page = document.scrollingElement;
  const seen = page.scrollWidth > wide + 1 ? [`the page is ${page.scrollWidth} wide in a window of ${wide}`] : [];
  const kept = e => { for (let p = e.parentElement; p; p = p.parentElement) if (/auto|scroll/.test(getComputedStyle(p).overflowX) && p !== document.body && p !== page && p.clientWidth <= wide) return true; return false; };
  for (const e of document.querySelectorAll('main article *')) {
    const box = e.getBoundingClientRect();
    if (box.width > 1 && box.right > wide + 1 && !e.closest('svg, .cu-hidden, .headerlink, mjx-assistive-mml') && e.checkVisibility({ visibilityProperty: true }) && !kept(e)) seen.push(e.outerHTML.slice(0, 140));
  }
  return seen.slice(0, 8);
}"""
