// Words of axes written over each other, and nodes of a Sankey diagram drawn over each other.
parts => [...document.querySelectorAll(parts.split(', ').map(part => `${part} .cu-plot`).join(', '))].flatMap(plot => {
  const both = (a, b, low, high) => Math.min(a[high], b[high]) - Math.max(a[low], b[low]);
  const over = (all, across, down) => all.flatMap((one, i) => all.slice(i + 1).filter(other => {
    const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
    return both(a, b, 'left', 'right') > across && both(a, b, 'top', 'bottom') > down;
  }).map(other => [one, other]));
  const name = e => e.textContent || (e.parentNode.__data__?.node?.label ?? 'a node');
  const turned = e => /rotate\((?!0[,)])/.test(e.getAttribute('transform'));
  const words = [...plot.querySelectorAll('.xtick text, .ytick text, .g-xtitle text, .g-ytitle text')];
  const nodes = [...plot.querySelectorAll('.sankey-node .node-rect')];
  return [...over(words.filter(e => !turned(e)), 2, 4), ...over(nodes, 3, 3)]
    .map(([one, other]) => `"${name(one)}" over "${name(other)}" in "${plot.getAttribute('aria-label')}"`);
})
