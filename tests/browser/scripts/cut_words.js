// Words of a figure that its own drawing cuts off, at any side.
parts => [...document.querySelectorAll(parts.split(', ').map(part => `${part} .cu-plot`).join(', '))].flatMap(plot => {
  const edge = plot.getBoundingClientRect();
  const cut = text => {
    const box = text.getBoundingClientRect(), style = getComputedStyle(text);
    if (!box.width || style.visibility !== 'visible' || Number(style.opacity) === 0) return false;
    if (!text.textContent.trim()) return false;
    const across = box.left < edge.left - 1 || box.right > edge.right + 1;
    return across || box.top < edge.top - 1 || box.bottom > edge.bottom + 1;
  };
  return [...plot.querySelectorAll('svg text')].filter(cut)
    .map(text => `cut off: "${text.textContent}" in "${plot.getAttribute('aria-label')}"`);
})
