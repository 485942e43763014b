/* A deck: reveal.js around the explorers, which the course's own script draws when their slide is shown. */
(function () {
'use strict';
const root = document.documentElement, deck = () => document.querySelector('.deck');
if ('DecompressionStream' in window) root.classList.add('cu-js');
window.MathJax = { options: { processHtmlClass: 'math' } };

const SIZE = { width: 1280, height: 676 }, SMALLEST = 0.72, FRAME = 396;
const bar = name => document.querySelector('.bar [data-does="' + name + '"]');

/* Keys that what has the focus needs itself: a slider its arrows, a list too, a button and a link the space bar. */
function forSlides(event) {
  const at = document.activeElement;
  if (!at || at === document.body) return true;
  if (at.closest('select, input, textarea, .speaker-notes, .cu-scroll, .cu-panel')) return false;
  return !(at.closest('button, a, summary') && [' ', 'Enter'].includes(event.key));
}

/* The way back from a control: Escape gives the keys to the slides; the keys of a remote control always turn them. */
function lead(event) {
  const at = document.activeElement;
  if (!at || !at.closest('.slides input, .slides select')) return;
  if (!['Escape', 'PageUp', 'PageDown'].includes(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  at.blur();
  if (event.key === 'PageUp') Reveal.prev();
  if (event.key === 'PageDown') Reveal.next();
}

/* Words that still do not fit are set smaller, down to a bound that is read from the last row. */
function fit() {
  if (!Reveal.isReady()) return;
  const body = Reveal.getCurrentSlide().querySelector('.body');
  body.style.removeProperty('--scale');
  for (let scale = 0.96; over(body) && scale >= SMALLEST; scale -= 0.04) body.style.setProperty('--scale', scale.toFixed(2));
}

const over = body => body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1;

/* Figures of one explorer that have no room beside each other share the frame; buttons choose. All keep their size, so plotly draws each. */
function chooser(explorer) {
  const panels = [...explorer.querySelectorAll('.cu-panel')];
  const box = document.createElement('div');
  box.className = 'chooser';
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', deck().dataset.figures);
  const choose = chosen => panels.forEach((panel, i) => {
    panel.classList.toggle('chosen', i === chosen);
    box.children[i].setAttribute('aria-pressed', String(i === chosen));
  });
  for (const [i, panel] of panels.entries()) {
    if (parseInt(panel.querySelector('.cu-plot').style.height, 10) > FRAME) panel.tabIndex = 0; // it scrolls
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = panel.querySelector('.cu-panel-title')?.textContent || String(i + 1);
    button.addEventListener('click', () => choose(i));
    box.append(button);
  }
  explorer.querySelector('.cu-stage').append(box);
  choose(0);
}

function arrived() {
  const at = document.activeElement;
  if (at && at.closest('.slides section') && !Reveal.getCurrentSlide().contains(at)) at.blur();
  document.querySelector('.bar .place').textContent = Reveal.getSlidePastCount() + 1 + ' / ' + Reveal.getTotalSlides();
  bar('previous').disabled = Reveal.isFirstSlide();
  bar('next').disabled = Reveal.isLastSlide();
  fit();
}

function toggleNotes() {
  const on = !Reveal.getConfig().showNotes;
  Reveal.configure({ showNotes: on });
  bar('notes').setAttribute('aria-pressed', String(on));
}

function start() {
  deck().classList.add('reveal');
  root.classList.add('presented');
  for (const hidden of document.querySelectorAll('.bar [hidden]')) hidden.hidden = false;
  bar('previous').addEventListener('click', () => Reveal.prev());
  bar('next').addEventListener('click', () => Reveal.next());
  bar('notes').addEventListener('click', toggleNotes);
  document.addEventListener('keydown', lead, true);
  document.addEventListener('change', fit);
  document.addEventListener('toggle', fit, true);
  Reveal.on('slidechanged', arrived);
  Reveal.on('ready', arrived);
  Reveal.initialize({
    ...SIZE, margin: 0, center: false, hash: true, transition: 'none', backgroundTransition: 'none', controls: false, viewDistance: 2,
    mobileViewDistance: 2, scrollActivationWidth: null, postMessage: false, keyboardCondition: forSlides, keyboard: { 83: toggleNotes },
  });
}

start();
document.addEventListener('DOMContentLoaded', () => {
  for (const explorer of document.querySelectorAll('[data-layout=chosen]')) chooser(explorer);
  const longer = new ResizeObserver(fit); // the sentence below a figure, as it changes with the controls
  for (const reading of document.querySelectorAll('.cu-stage .cu-reading')) longer.observe(reading);
  if (window.MathJax.startup) window.MathJax.startup.promise.then(fit);
  document.documentElement.dataset.deck = 'ready';
});
})();
