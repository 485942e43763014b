// Resolved once the browser has told all its observers what is near the window.
() => new Promise(ok => {
  const watch = new IntersectionObserver(() => {
    watch.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => ok()));
  }, { rootMargin: '300px' });
  watch.observe(document.querySelector('.cu-explorer, .cu-figure'));
})
