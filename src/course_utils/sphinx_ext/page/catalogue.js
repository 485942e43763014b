/* The catalogue's table made searchable and sortable; without this script it is a plain table. */
(function () {
'use strict';
const box = document.querySelector('.cu-catalogue');
if (!box) return;
const table = box.querySelector('table'), body = table.tBodies[0], rows = [...body.rows];

function element(tag, attributes, ...children) {
  const e = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
  e.append(...children);
  return e;
}

/* Accents and capitals do not count: "ile" finds "Île". */
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const texts = new Map(rows.map(row => [row, plain(row.textContent) + ' ' + row.dataset.words]));

/* Search: a row stays if it holds every word. */
const input = element('input', { type: 'search', id: 'cu-search', autocomplete: 'off', spellcheck: 'false' });
const count = element('p', { class: 'cu-found', role: 'status', 'aria-live': 'polite' });

function search() {
  const wanted = plain(input.value).split(/\s+/).filter(Boolean);
  for (const row of rows) row.hidden = !wanted.every(word => texts.get(row).includes(word));
  const found = rows.filter(row => !row.hidden).length;
  count.textContent = box.dataset.count.replace('{n}', found).replace('{total}', rows.length);
}

/* Sort: a button in each header; numbers carry their value, empty cells come last either way. */
const value = (row, i) => {
  const cell = row.cells[i];
  return cell.dataset.sort === undefined ? cell.textContent.trim() : Number(cell.dataset.sort);
};

function compare(a, b) {
  if (a === '' || b === '') return (a === '') - (b === '');
  return typeof a === 'number' ? a - b : a.localeCompare(b, 'en', { numeric: true });
}

function sort(header, i) {
  const down = header.getAttribute('aria-sort') === 'ascending', sign = down ? -1 : 1;
  for (const other of table.tHead.rows[0].cells) other.setAttribute('aria-sort', 'none');
  header.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  const order = (a, b) => {
    const one = value(a, i), two = value(b, i), empty = one === '' || two === '';
    return empty ? compare(one, two) : sign * compare(one, two);
  };
  body.append(...rows.sort(order));
}

[...table.tHead.rows[0].cells].forEach((header, i) => {
  const button = element('button', { type: 'button' }, ...header.childNodes);
  button.onclick = () => sort(header, i);
  header.setAttribute('aria-sort', i ? 'none' : 'ascending');
  header.append(button);
});
input.addEventListener('input', search);
box.prepend(element('div', { class: 'cu-find', role: 'search' }, element('label', { for: input.id }, box.dataset.label), input, count));
box.classList.add('cu-live');
search();
})();
