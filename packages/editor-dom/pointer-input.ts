import type { InputEvent } from '@autograph/editor';
import type { Vec } from '@autograph/geometry';
import { modifiersOf } from './modifiers.ts';
import { createTouchGestures, type Touch } from './touch-gestures.ts';
import { wheelInput } from './wheel.ts';

/** After a pen was used or near, fingers only move the board for so long, ms: the hand that holds it rests on the glass. */
const palmMs = 1500;

export interface PointerOptions {
  readonly send: (event: InputEvent) => void;
  /** A right click, a pen's side button or a long press, viewport px and client px. */
  readonly onContextMenu: (at: Vec, client: Vec) => void;
  /** So many fingers touched the board and left it at once. */
  readonly onTap: (fingers: number) => void;
}

function pointerType(device: string): 'mouse' | 'pen' | 'touch' {
  return device === 'pen' || device === 'touch' ? device : 'mouse';
}

/** Turns the element's mouse, pen, touch and wheel events into the editor's input; gives the way to stop. */
export function listenToPointers(element: HTMLElement, { send, onContextMenu, onTap }: PointerOptions): () => void {
  const stop = new AbortController();
  let penDown = false;
  let penSeen = Number.NEGATIVE_INFINITY;
  let pressed = false;

  const corner = () => {
    const { left, top } = element.getBoundingClientRect();
    return { x: left, y: top };
  };
  const at = (event: MouseEvent): Vec => {
    const { x, y } = corner();
    return { x: event.clientX - x, y: event.clientY - y };
  };
  const pointer = (kind: 'pointer_down' | 'pointer_move' | 'pointer_up', event: PointerEvent): InputEvent => ({
    kind,
    at: at(event),
    pointer_id: event.pointerId,
    pointer_type: pointerType(event.pointerType),
    button: Math.max(event.button, 0),
    pressure: event.pressure,
    modifiers: modifiersOf(event),
  });
  const touchOf = (event: PointerEvent): Touch => ({ id: event.pointerId, at: at(event), time: event.timeStamp });
  const touches = createTouchGestures({
    send,
    onLongPress(place) {
      pressed = true;
      const { x, y } = corner();
      onContextMenu(place, { x: place.x + x, y: place.y + y });
    },
    onTap,
    setTimer(act, ms) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  });

  const down = (event: PointerEvent) => {
    element.focus({ preventScroll: true });
    if (event.pointerType === 'pen') {
      penDown = true;
      penSeen = event.timeStamp;
      touches.cancel();
    }
    if (event.button === 2) return;
    if (event.pointerType === 'touch') {
      pressed = false;
      // A palm beside the pen that draws must not move the board under it.
      if (penDown) return;
      element.setPointerCapture(event.pointerId);
      if (!touches.down(touchOf(event), event.timeStamp - penSeen > palmMs)) return;
    } else element.setPointerCapture(event.pointerId);
    send(pointer('pointer_down', event));
  };

  const move = (event: PointerEvent) => {
    if (event.pointerType === 'pen') penSeen = event.timeStamp;
    if (event.pointerType === 'touch' && !touches.move(touchOf(event))) return;
    const strokes = event.pointerType === 'pen' && event.buttons > 0 ? event.getCoalescedEvents() : [];
    for (const part of strokes.length > 1 ? strokes : [event]) send(pointer('pointer_move', part));
  };

  const up = (event: PointerEvent) => {
    if (event.pointerType === 'pen') penDown = false;
    if (event.pointerType === 'touch' && !touches.up(touchOf(event))) return;
    if (event.button !== 2) send(pointer('pointer_up', event));
  };

  const options = { signal: stop.signal };
  element.addEventListener('pointerdown', down, options);
  // A drag from the board over a panel would select the panel's words.
  element.addEventListener('mousedown', (event) => isOfBoard(event.target) && event.preventDefault(), options);
  element.addEventListener('pointermove', move, options);
  element.addEventListener('pointerup', up, options);
  element.addEventListener(
    'pointercancel',
    (event) => {
      if (event.pointerType === 'pen') penDown = false;
      if (event.pointerType === 'touch') touches.cancel(event.pointerId);
      else send({ kind: 'pointer_cancel', pointer_id: event.pointerId });
    },
    options,
  );
  element.addEventListener('dblclick', (event) => send({ kind: 'double_click', at: at(event), modifiers: modifiersOf(event) }), options);
  element.addEventListener(
    'contextmenu',
    (event) => {
      event.preventDefault();
      // Some systems report a long press by themselves, after ours.
      if (!pressed) onContextMenu(at(event), { x: event.clientX, y: event.clientY });
      pressed = false;
    },
    options,
  );
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      send(wheelInput(event, at(event)));
    },
    { ...options, passive: false },
  );
  // Safari zooms the page by these, whatever CSS says.
  for (const kind of ['gesturestart', 'gesturechange'])
    element.addEventListener(kind, (event) => event.preventDefault(), { ...options, passive: false });
  return () => {
    touches.cancel();
    stop.abort();
  };
}

/** Whether a press is on the board itself, and in no text on it. */
function isOfBoard(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('textarea, input, select, button, a, [contenteditable]') === null;
}
