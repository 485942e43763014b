// What makes the page wider than the window, whether or not the theme hides it.
() => {
  const page = document.scrollingElement, wide = document.documentElement.clientWidth, complaints = [];
  if (page.scrollWidth > wide + 1) complaints.push(`the page is ${page.scrollWidth} wide in a window of ${wide}`);
  const scrolls = e => e !== document.body && e !== page && e.clientWidth <= wide
    && /auto|scroll/.test(getComputedStyle(e).overflowX);
  const kept = e => {
    for (let above = e.parentElement; above; above = above.parentElement) if (scrolls(above)) return true;
    return e.closest('svg, .cu-hidden, .headerlink, mjx-assistive-mml') !== null;
  };
  for (const e of document.querySelectorAll('main article *')) {
    const box = e.getBoundingClientRect();
    const out = box.width > 1 && box.right > wide + 1 && e.checkVisibility({ visibilityProperty: true });
    if (out && !kept(e)) complaints.push(`beyond the window: ${e.outerHTML.slice(0, 140)}`);
  }
  return complaints.slice(0, 8);
}
