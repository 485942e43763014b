// Where the focus is, and whether one sees it: an outline or a shadow, of the element or of the label that stands for it.
() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const marked = [e, ...(e.labels || [])].some(mark => {
    const style = getComputedStyle(mark);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none';
  });
  const box = e.getBoundingClientRect(), inside = box.bottom > 0 && box.top < innerHeight;
  return { order: e.dataset.order ?? null, marked, inside, name: e.outerHTML.slice(0, 120) };
}
