// Things to press that are smaller than 24 px.
parts => {
  const targets = parts.split(', ').map(part => `${part} :is(input, select, button, summary, [role=button])`);
  return [...document.querySelectorAll(targets.join(', '))].filter(e => {
    const box = e.getBoundingClientRect();
    return e.checkVisibility() && box.width && (box.width < 24 || box.height < 24);
  }).map(e => `smaller than 24 px: ${e.outerHTML.slice(0, 140)}`);
}
