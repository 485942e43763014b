// Resolved once nothing moves any more: for two frames the page, for five the bands of a Sankey diagram where there is one.
() => new Promise(ok => {
  const parts = [...document.querySelectorAll('.cu-plot .sankey text, .cu-plot .sankey rect')];
  const where = () => [scrollY, ...parts.map(e => Object.values(e.getBoundingClientRect().toJSON()))].join();
  const enough = parts.length ? 5 : 2;
  let last = null, same = 0;
  const look = () => {
    const now = where();
    same = now === last ? same + 1 : 0;
    last = now;
    if (same >= enough) ok(); else requestAnimationFrame(look);
  };
  look();
})
