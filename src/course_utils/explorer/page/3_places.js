/* Shared files come by script tags (fetch and modules fail on file://); the reader's territory is kept across pages. */
const here = new URL('.', document.currentScript.src).href;
const shared = (window.courseShared = window.courseShared || {});
const arriving = {};

function script(file) {
  return arriving[file] || (arriving[file] = new Promise((ok, no) => {
    const tag = document.createElement('script');
    tag.src = here + file;
    tag.onload = ok;
    tag.onerror = () => no(new Error(file + ' did not load'));
    document.head.append(tag);
  }));
}

const arrive = name => shared[name] ? Promise.resolve(shared[name]) : script(name + '.js').then(() => shared[name]);
const places = level => arrive('territories-' + level);

function placeName(level, code) {
  const row = (shared['territories-' + level] || []).find(p => p[0] === code);
  return row ? row[1] : code;
}

const KEY = 'places-that-produce.territory';
const mine = { departement: null, epci: null };
let storage = null;
try { storage = window.courseStorageRefused ? null : window.localStorage; storage && storage.getItem(KEY); } catch { storage = null; }

function recall() {
  const given = new URLSearchParams(location.search).get('territory');
  let kept = null;
  try { kept = JSON.parse(given ? decodeURIComponent(given) : storage && storage.getItem(KEY)); } catch { kept = null; }
  if (kept && typeof kept === 'object') { mine.departement = kept.departement || null; mine.epci = kept.epci || null; }
}

/* A place chosen at one level says something about the other: the EPCI's département, the département's largest EPCI. */
async function choosePlace(level, code) {
  const epcis = await places('epci');
  mine[level] = code;
  if (level === 'epci') mine.departement = epcis.find(p => p[0] === code)[2];
  else if (!mine.epci || epcis.find(p => p[0] === mine.epci)?.[2] !== code) mine.epci = epcis.find(p => p[2] === code)?.[0] || null;
  try { if (storage) storage.setItem(KEY, JSON.stringify(mine)); } catch { storage = null; }
  if (!storage) linkPlace();
  document.dispatchEvent(new CustomEvent('course-territory'));
}

/* Where storage is refused, the links of the page carry the territory. */
function linkPlace() {
  const text = encodeURIComponent(JSON.stringify(mine));
  for (const a of document.querySelectorAll('a[href]')) {
    const raw = a.getAttribute('href');
    if (/^[a-z]+:/i.test(raw) || raw.startsWith('#')) continue;
    const [page, hash] = raw.split('#');
    a.setAttribute('href', page.split('?')[0] + '?territory=' + text + (hash ? '#' + hash : ''));
  }
}
