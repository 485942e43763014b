/* Watches one plot: from the reader's input to the first frame that shows a changed trace, and to the last one. */
window.courseBench = {
  arm(layer, quiet) {
    const inputs = ['keydown', 'mousedown', 'pointerdown'];
    let start = null, first = null, last = null, timer = 0, finish;
    const begin = event => { if (start === null) start = event.timeStamp; };
    /* after the browser has had its chance to paint the frame */
    const painted = then => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = then;
      channel.port2.postMessage(0);
    });
    const seen = new MutationObserver(() => {
      if (start === null) return;
      painted(() => {
        last = performance.now();
        if (first === null) first = last;
        clearTimeout(timer);
        timer = setTimeout(finish, quiet);
      });
    });
    inputs.forEach(name => addEventListener(name, begin, { capture: true }));
    seen.observe(layer, { subtree: true, childList: true, attributes: true });
    this.waiting = new Promise(done => {
      finish = () => {
        inputs.forEach(name => removeEventListener(name, begin, { capture: true }));
        seen.disconnect();
        done({ first: first - start, last: last - start });
      };
    });
  },
};
