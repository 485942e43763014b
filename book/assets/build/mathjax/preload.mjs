// Tells MathJax's loader what this file already holds, so that it fetches nothing.
import { Loader } from 'mathjax-full/js/components/loader.js';

Loader.preLoad(
  'loader', 'startup', 'core', 'input/tex-base', '[tex]/ams', '[tex]/boldsymbol', '[tex]/configmacros',
  '[tex]/newcommand', 'output/chtml', 'output/chtml/fonts/tex', 'output/chtml/fonts/tex.js', 'a11y/assistive-mml',
);
