// Boxes of an explorer that take room on the page and show nothing: no text, no drawing, no control.
root => [root, ...root.querySelectorAll('*')].filter(box => {
  const { width, height } = box.getBoundingClientRect();
  if (width < 8 || height < 8 || box.closest('svg') || !box.checkVisibility({ visibilityProperty: true })) return false;
  if (box.matches('td, th, input, select, button')) return false;
  if (!['block', 'grid', 'flex', 'table'].includes(getComputedStyle(box).display)) return false;
  const drawings = [...box.querySelectorAll('svg, canvas, img, input')];
  return !drawings.some(e => e.getBoundingClientRect().height > 8) && !box.innerText.trim();
}).map(box => box.outerHTML.slice(0, 160))
