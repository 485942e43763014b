// Texts of all tables of a box: table, row, cell.
box => [...box.querySelectorAll('table')].map(table => [...table.rows].map(row => [...row.cells].map(c => c.textContent)))
