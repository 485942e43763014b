// Colours of the words of a figure that stand on the page's own background.
plot => {
  const kinds = ['.xtick', '.ytick', '.g-xtitle', '.g-ytitle', '.cbaxis'].map(kind => `${kind} text`);
  const words = plot.querySelectorAll([...kinds, '.legendtext', '.gtitle'].join(', '));
  return [...words].map(text => getComputedStyle(text).fill.match(/[\d.]+/g).slice(0, 3).map(Number));
}
