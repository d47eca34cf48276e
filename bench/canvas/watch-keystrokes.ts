/**
 * In the page: times from each key to the end of the frame that shows its effect; and tasks over 50 ms. The bench says in `expected`, before
 * a key, which text that key makes; a key that a later one overtook has its effect when the later one's text is there.
 */
interface Keystroke {
  readonly text: string;
  readonly at: number;
}
const state: { expected: string; times: number[]; long: number[] } = { expected: '', times: [], long: [] };
Object.assign(globalThis, { bench: state });
new PerformanceObserver((list) => state.long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
let waiting: Keystroke[] = [];
document.addEventListener(
  'keydown',
  ({ timeStamp }) => {
    if (state.expected === '') return;
    waiting.push({ text: state.expected, at: timeStamp });
    state.expected = '';
  },
  { capture: true },
);

for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
  const { fillText } = prototype;
  prototype.fillText = function (text: string, ...rest: [number, number]) {
    fillText.call(this, text, ...rest);
    const shown = waiting.findLastIndex((keystroke) => keystroke.text === text);
    if (shown < 0) return;
    const done = waiting.slice(0, shown + 1);
    waiting = waiting.slice(shown + 1);
    // A message posted while a frame is painted arrives when the frame has been handed over.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => state.times.push(...done.map(({ at }) => performance.now() - at));
    port2.postMessage(null);
  };
}
