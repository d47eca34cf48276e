/** In the page: times from each key to the end of the frame in which a text with the prefix is first drawn differently; and tasks over 50 ms. */
const state: { prefix: string; times: number[]; long: number[] } = { prefix: '', times: [], long: [] };
Object.assign(globalThis, { bench: state });
new PerformanceObserver((list) => state.long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
let pressed: number | undefined;
let drawn = '';
document.addEventListener(
  'keydown',
  ({ timeStamp }) => {
    pressed = timeStamp;
  },
  { capture: true },
);

for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
  const { fillText } = prototype;
  prototype.fillText = function (text: string, ...rest: [number, number]) {
    fillText.call(this, text, ...rest);
    if (state.prefix === '' || !text.startsWith(state.prefix) || text === drawn) return;
    drawn = text;
    const since = pressed;
    pressed = undefined;
    if (since === undefined) return;
    // A message posted while a frame is painted arrives when the frame has been handed over.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => state.times.push(performance.now() - since);
    port2.postMessage(null);
  };
}
