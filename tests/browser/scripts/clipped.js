// Values and labels whose words are wider or higher than their box, or lie over a neighbour.
parts => {
  const complaints = [], say = (what, e) => complaints.push(`${what}: ${e.outerHTML.slice(0, 140)}`);
  const words = e => {
    const range = document.createRange();
    range.selectNodeContents(e);
    return range.getBoundingClientRect();
  };
  const leaves = '.cu-row output, .cu-row label, .cu-row button, .cu-reading, .cu-buttons button, .cu-caption, .cu-title, '
    + '.cu-panel-title, .cu-status';
  for (const e of document.querySelectorAll(leaves)) {
    const box = e.getBoundingClientRect(), text = words(e);
    if (!box.width || !text.width || !e.checkVisibility()) continue;
    const across = text.left < box.left - 1 || text.right > box.right + 1;
    if (across || text.top < box.top - 2 || text.bottom > box.bottom + 2) say('words beyond their box', e);
    if (e.clientWidth && e.scrollWidth > e.clientWidth + 1) say('wider than its box', e);
  }
  for (const row of document.querySelectorAll('.cu-row')) {
    const cells = [...row.children].map(e => e.matches('input, select') ? e.getBoundingClientRect() : words(e));
    for (const [i, a] of cells.entries()) for (const b of cells.slice(i + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > 1) say('parts of a row over each other', row);
    }
  }
  for (const e of document.querySelectorAll(parts.split(', ').map(part => `${part} *`).join(', '))) {
    const hides = ['hidden', 'clip'].includes(getComputedStyle(e).overflowX) && !e.closest('svg, .cu-hidden');
    if (hides && e.clientWidth && e.scrollWidth > e.clientWidth + 1) say('clipped', e);
  }
  return complaints;
}
