// Boxes beyond the edge of their part of the page or of the window; what scrolls inside its own box may be wider.
parts => {
  const complaints = [], wide = document.documentElement.clientWidth;
  const say = (what, box, e) =>
    complaints.push(`${what}: ${box.left.toFixed(1)} to ${box.right.toFixed(1)} ${e.outerHTML.slice(0, 140)}`);
  const counts = e =>
    (!e.closest('.cu-scroll') || e.matches('.cu-scroll')) &&
    !e.closest('.cu-hidden, script, defs, clipPath') &&
    (!e.closest('svg') || e.matches('text, svg')) &&
    e.checkVisibility({ visibilityProperty: true });
  for (const part of document.querySelectorAll(parts)) {
    const edge = part.getBoundingClientRect();
    if (!edge.width) continue;
    if (edge.left < -0.5 || edge.right > wide + 0.5) say('beyond the window', edge, part);
    for (const e of part.querySelectorAll('*')) {
      const box = e.getBoundingClientRect();
      const out = box.left < edge.left - 1 || box.right > edge.right + 1;
      if (box.width && out && counts(e)) say('beyond its part', box, e);
    }
  }
  return complaints;
}
