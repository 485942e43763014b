"""A page whose reader refuses storage: the theme's scripts would stop at their first look into it."""

from __future__ import annotations

#: Runs before all other scripts. What is kept then lasts as long as the page; our own script looks at the flag.
GUARD = """<script>
for (const name of ['localStorage', 'sessionStorage']) {
  try { window[name].getItem('mode'); } catch {
    const kept = {};
    window.courseStorageRefused = true;
    Object.defineProperty(window, name, { value: {
      getItem: key => kept[key] ?? null,
      setItem: (key, value) => { kept[key] = String(value); },
      removeItem: key => { delete kept[key]; },
    } });
  }
}
</script>"""


def guard(page: str) -> str:
    """Return the HTML of a page with the guard as its first script.

    Examples
    --------
    >>> guard("<html><head><title>t</title></head></html>").startswith("<html><head><script>")
    True
    """
    return page if GUARD in page else page.replace("<head>", "<head>" + GUARD, 1)
