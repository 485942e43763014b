/* Numbers and sentences, printed by the rule of course_utils.words. */
const NARROW_SPACE = '\u202f';

function print(value, decimals, unit, words) {
  if (value === null || !Number.isFinite(value)) return words.na;
  let text = Math.abs(value).toFixed(decimals);
  const minus = value < 0 && Number(text) !== 0 ? '-' : '';
  text = text.replace(/^\d+/, whole => whole.replace(/\B(?=(\d{3})+$)/g, ','));
  return minus + text + (unit ? NARROW_SPACE + unit : '');
}

/* What stands beside a slider: three significant digits where the scale is logarithmic. */
function shown(control, value, words) {
  const v = value * control.times;
  const decimals = control.log && v > 0 ? Math.max(0, Math.min(control.decimals, 2 - Math.floor(Math.log10(v)))) : control.decimals;
  return print(v, decimals, control.unit, words);
}

/* Tokens of a template: {index|decimals|scale|unit}, {=control|decimals|scale|unit} and {@territory}.
   Thirteen digits undo what unpacking adds: 2.4999999999999996 is the 2.5 that Python rounded up. */
function sentence(layer, controls, values, words) {
  const tree = fill(layer, controls, values);
  return tree.t.replace(/\{(?:@([^}]+)|(=?)([^|{}]+)\|(\d+)\|([^|]+)\|([^}]*))\}/g, (_, place, echo, key, decimals, scale, unit) => {
    if (place) return placeName(controls[place].level, values[place]);
    const value = echo ? values[key] * scale : tree['n' + key];
    return print(value === null ? null : Number(value.toPrecision(13)), +decimals, unit, words);
  });
}
