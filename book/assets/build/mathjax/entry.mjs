// MathJax's tex-chtml component less its menu (40 % of it) and less the packages that it would fetch on demand.
// Each import registers itself: the order matters, and is that of mathjax-full/components/src/tex-chtml.
import 'mathjax-full/components/src/startup/init.js';
import './preload.mjs';
import 'mathjax-full/components/src/core/core.js';
import 'mathjax-full/components/src/input/tex-base/lib/tex-base.js';
import 'mathjax-full/components/src/input/tex/extensions/ams/ams.js';
import 'mathjax-full/components/src/input/tex/extensions/boldsymbol/boldsymbol.js';
import 'mathjax-full/components/src/input/tex/extensions/configmacros/configmacros.js';
import 'mathjax-full/components/src/input/tex/extensions/newcommand/newcommand.js';
import './tex.mjs';
import 'mathjax-full/components/src/output/chtml/chtml.js';
import 'mathjax-full/components/src/output/chtml/fonts/tex/tex.js';
import 'mathjax-full/components/src/a11y/assistive-mml/assistive-mml.js';
import 'mathjax-full/components/src/startup/startup.js';
