// The first state and pair of values of a control at which a figure or the reading changes; else null.
async (root, [states, name, values]) => {
  const look = async wish => {
    await root.explorer.set(wish);
    return JSON.stringify([root.explorer.figures(), root.explorer.reading()]);
  };
  for (const state of states) {
    const first = await look({ ...state, [name]: values[0] });
    for (const value of values.slice(1)) {
      if (await look({ [name]: value }) !== first) return [state, values[0], value];
    }
  }
  return null;
}
