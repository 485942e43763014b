/* Turn a page of the site into one for paper: every explorer as small multiples, every figure a picture, every link one that survives.
   Takes the page's path and the root of the site; gives the title, the number of explorers and the states that were drawn. */
async ({ path, root, most, vector }) => {
  const element = (tag, name, text = '') => Object.assign(document.createElement(tag), { className: name, textContent: text });

  /* What a control may stand at instead of its default, the farthest first. */
  function others(c) {
    if (c.t === 'checkbox') return [!c.value];
    const at = share => {
      const low = c.log ? Math.log10(c.min) : c.min, high = c.log ? Math.log10(c.max) : c.max, p = low + share * (high - low);
      return c.log ? 10 ** p : p;
    };
    if (c.t === 'range') {
      const near = v => c.log ? Math.abs(Math.log(v / c.value)) : Math.abs(v - c.value);
      return [.1, .9, .5].map(at).filter(v => near(v) > .1 * near(at(near(c.min) > near(c.max) ? 0 : 1))).sort((a, b) => near(b) - near(a));
    }
    if (c.t === 'select') return c.options.map(o => o[0]).filter(v => v !== c.value);
    return [];
  }

  /* The default, then one control at a time, each control once before any twice. */
  function states(controls) {
    const lists = controls.map(c => others(c).map(v => ({ [c.k]: v }))), rounds = Math.max(0, ...lists.map(l => l.length));
    const turns = Array.from({ length: rounds }, (_, i) => lists.map(l => l[i]).filter(Boolean)).flat();
    return [{}, ...turns.slice(0, most)];
  }

  const shownBy = input => input.type === 'checkbox' ? (input.checked ? '✓' : '✗') : input.type === 'range'
    ? input.closest('.cu-row').querySelector('output').textContent : input.selectedOptions[0]?.textContent || input.value;
  const named = (stage, names) => names.map(name => {
    const input = stage.querySelector(`[name="${name}"]`), row = input.closest('.cu-row');
    return row.querySelector('label').textContent + ' ' + shownBy(input);
  }).join('; ');

  /* A picture in lines where it is light, in points where thousands of marks would make the file heavy. */
  async function picture(plot, width, highest) {
    const height = Math.min(Math.max(plot.clientHeight, 120), highest), size = { width, height };
    let source = await Plotly.toImage(plot, { format: 'svg', ...size });
    if (source.length > vector) source = await Plotly.toImage(plot, { format: 'png', scale: 2, ...size });
    const image = element('img', 'print-plot');
    image.alt = plot.getAttribute('aria-label') || '';
    image.src = source;
    await image.decode();
    return image;
  }

  async function cell(stage, label, width) {
    const box = element('div', 'print-cell');
    if (label) box.append(element('p', 'print-state', label));
    const panels = [...stage.querySelectorAll('.cu-panel')];
    /* Three panels one below the other leave room for the reading at the foot of the same sheet. */
    const highest = width > 500 ? 520 : panels.length > 2 ? 285 : 340;
    for (const panel of panels) {
      const title = panel.querySelector('.cu-panel-title');
      if (title) box.append(title.cloneNode(true));
      box.append(await picture(panel.querySelector('.cu-plot'), width, highest));
    }
    const reading = stage.explorer.reading();
    if (reading) box.append(element('p', 'print-reading', reading));
    return box;
  }

  let explorers = 0, drawings = 0;
  const failed = [];
  for (const stage of document.querySelectorAll('.cu-explorer, .cu-figure')) {
    const { controls } = JSON.parse(stage.querySelector('script[type="application/json"]').textContent);
    const live = stage.classList.contains('cu-explorer') && controls.length > 0;
    const grid = element('div', live ? 'print-multiples' : 'print-single');
    try {
      await stage.explorer.set({});
      const start = stage.explorer.values();
      for (const change of live ? states(controls) : [{}]) {
        await stage.explorer.set({ ...start, ...change });
        const names = Object.keys(change).length ? Object.keys(change) : live ? Object.keys(start) : [];
        grid.append(await cell(stage, named(stage, names), live ? 460 : 680));
        drawings++;
      }
      if (live) await stage.explorer.set(start);
      stage.querySelector('.cu-stage').replaceWith(grid);
      stage.querySelectorAll('.cu-fallback').forEach(e => e.remove());
      explorers += live;
    } catch (error) { failed.push(`${stage.dataset.concept || 'figure'}: ${error}`); }
  }
  await (window.MathJax?.startup?.promise);
  /* What each column holds is printed once, on the page of the dataset, and not in every chapter. */
  if (!path.startsWith('book/datasets/')) document.querySelectorAll('.cu-card details').forEach(e => e.remove());
  document.querySelectorAll('details').forEach(e => { e.open = true; });
  /* Paper knows no folder of this machine: a link within the book names its page, and the binding of the PDF finds it. */
  for (const link of document.querySelectorAll('a[href]')) {
    if (!link.href.startsWith(root)) { if (!/^https?:|^mailto:/.test(link.href)) link.removeAttribute('href'); continue; }
    const asked = decodeURI(link.href.slice(root.length)).split('#')[0];
    if (asked.endsWith('.html')) link.href = 'https://book.invalid/' + asked.replace(/\.html$/, '');
    else link.removeAttribute('href');
  }
  await document.fonts.ready;
  const heading = document.querySelector('main h1, article h1')?.cloneNode(true);
  heading?.querySelectorAll('.headerlink').forEach(e => e.remove());
  return { title: heading?.textContent.trim() || document.title, explorers, drawings, failed };
}
