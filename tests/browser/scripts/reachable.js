// Number what the keyboard must reach in the parts of the course, in order; of radio buttons one of each group.
parts => {
  const groups = new Set();
  const stops = e => e.closest(parts) && e.getClientRects().length && !e.disabled
    && e.checkVisibility({ visibilityProperty: true });
  const first = e => {
    if (e.type !== 'radio') return true;
    const group = (e.form ? [...document.forms].indexOf(e.form) : '') + e.name;
    return groups.has(group) ? false : groups.add(group);
  };
  const all = document.querySelectorAll('input, select, button, summary, a[href], [tabindex="0"]');
  return [...all].filter(stops).filter(first).map((e, i) => {
    e.dataset.order = i;
    return e.outerHTML.slice(0, 120);
  });
}
