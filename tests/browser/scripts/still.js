// Resolved once nothing moves any more for five frames: neither the page nor, in any figure, the bands of a Sankey diagram.
() => new Promise(ok => {
  const parts = [...document.querySelectorAll('.cu-plot .sankey text, .cu-plot .sankey rect')];
  const where = () => [scrollY, ...parts.map(e => Object.values(e.getBoundingClientRect().toJSON()))].join();
  let last = null, same = 0;
  const look = () => {
    const now = where();
    same = now === last ? same + 1 : 0;
    last = now;
    if (same >= 5) ok(); else requestAnimationFrame(look);
  };
  look();
})
