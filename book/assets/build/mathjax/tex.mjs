// The TeX packages of the course: mathematics of the American Mathematical Society, bold symbols, own macros.
import { registerTeX } from 'mathjax-full/components/src/input/tex/register.js';

registerTeX(['base', 'ams', 'boldsymbol', 'configmacros', 'newcommand']);
