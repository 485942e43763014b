/* What is wrong with the slide that is shown: words that do not fit, boxes that leave it or cross, figures not drawn to size. */
() => {
  const slide = Reveal.getCurrentSlide(), body = slide.querySelector('.body'), frame = slide.getBoundingClientRect(), wrong = [];
  const say = (what, node) => wrong.push(slide.id + ': ' + what + (node ? ': ' + node.textContent.trim().slice(0, 50) : ''));
  const box = node => node.getBoundingClientRect(), all = chosen => [...slide.querySelectorAll(chosen)].filter(n => n.checkVisibility() && box(n).width > 2);
  const crosses = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const cut = node => node.scrollHeight > node.clientHeight + 1 || node.scrollWidth > node.clientWidth + 1;
  if (cut(body)) say('more than fits');
  for (const node of all('.chooser button, .cu-row label, .cu-controls')) if (cut(node)) say('cut', node);
  const heading = slide.querySelector('h1, h2');
  if (box(heading).bottom > box(body).top + 1) say('the title runs into the slide', heading);
  for (const node of all('p, li, h1, h2, h3, mjx-container, label, select, input, button, output, table.dataframe, .cu-plot')) {
    if (node.closest('.cu-scroll, .cu-panel[tabindex], .sources, .speaker-notes')) continue;
    const b = box(node);
    if (b.left < frame.left - 1 || b.right > frame.right + 1 || b.top < frame.top - 1 || b.bottom > frame.bottom + 1) say('outside', node);
  }
  for (const row of all('.cu-row')) for (const a of row.children) for (const b of row.children) {
    if (a !== b && box(a).width > 2 && box(b).width > 2 && crosses(box(a), box(b))) say('one above the other', row);
  }
  const apart = all('.cu-controls, .cu-panels > .cu-reading, .cu-buttons, .sources, .chooser');
  for (const a of apart) for (const b of apart) if (a !== b && crosses(box(a), box(b))) say('one above the other', a);
  for (const plot of slide.querySelectorAll('.cu-plot')) {
    const drawn = plot.querySelector('.main-svg');
    if (!drawn || Math.abs(box(drawn).width - box(plot).width) > 2 || Math.abs(box(drawn).height - box(plot).height) > 2) say('not drawn to size', plot);
    if (box(plot).width < 300) say('a narrow figure', plot);
  }
  const small = [...all('.body > p:not(.sources, .course), .body > :is(ul, ol) li, .cu-teach p, .cu-reading')].find(n => parseFloat(getComputedStyle(n).fontSize) < 15);
  if (small) say('too small to read', small);
  return wrong;
}
