/* A click on a point moves the control that the trace's meta.sets names for it: see course_utils.explorer.press. */
function pressed(controls, values, wish) {
  const cut = wish.indexOf('='), name = cut < 0 ? wish : wish.slice(0, cut), key = cut < 0 ? '' : wish.slice(cut + 1), c = controls[name];
  if (!c) throw new RangeError('no control ' + name);
  if (c.t === 'checkbox') return { [name]: !values[name] };
  if (c.t !== 'select') throw new RangeError(name + ' cannot be set by a click');
  return { [name]: values[name] === key ? c.value : accept(c, key) };
}

function listen(stage, plot) {
  if (plot.dataset.listens) return;
  plot.dataset.listens = '1';
  plot.on('plotly_click', ({ points }) => {
    const wish = points.map(p => p.data.meta?.sets?.[p.pointNumber]).find(Boolean);
    if (wish) stage.set(pressed(stage.controls, stage.state, wish)).catch(error => stage.fail(error));
  });
}
