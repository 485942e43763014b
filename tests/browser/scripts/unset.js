// Formulas that were not set, or set to nothing.
() => [...document.querySelectorAll('.math')].filter(formula => {
  const set = formula.querySelector('mjx-container');
  return !set || !set.getBoundingClientRect().width || formula.querySelector('mjx-merror, [data-mjx-error]');
}).map(formula => formula.textContent.slice(0, 80))
