import type { InputEvent } from '@autograph/editor';
import type { Vec } from '@autograph/geometry';
import { modifiersOf } from './modifiers.ts';
import { wheelInput } from './wheel.ts';

/** How long a finger rests before it means a right click, ms. */
const longPressMs = 500;
/** How far a resting finger may stray, px. */
const longPressSlop = 8;

export interface PointerOptions {
  readonly send: (event: InputEvent) => void;
  /** A right click or long press, viewport px and client px. */
  readonly onContextMenu: (at: Vec, client: Vec) => void;
}

function pointerType(type: string): 'mouse' | 'pen' | 'touch' {
  return type === 'pen' || type === 'touch' ? type : 'mouse';
}

function middle(a: Vec, b: Vec): Vec {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Turns the element's mouse, pen, touch and wheel events into the editor's input; gives the way to stop. */
export function listenToPointers(element: HTMLElement, { send, onContextMenu }: PointerOptions): () => void {
  const stop = new AbortController();
  const touches = new Map<number, Vec>();
  let pinching = false;
  let pressTimer: ReturnType<typeof setTimeout> | undefined;
  let pressAt: Vec | undefined;
  let penDown = false;

  const at = (event: MouseEvent): Vec => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
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
  const cancelPress = () => {
    clearTimeout(pressTimer);
    pressAt = undefined;
  };
  const startPress = (event: PointerEvent) => {
    pressAt = at(event);
    const place = pressAt;
    const client = { x: event.clientX, y: event.clientY };
    pressTimer = setTimeout(() => {
      send({ kind: 'pointer_cancel', pointer_id: event.pointerId });
      touches.clear();
      onContextMenu(place, client);
    }, longPressMs);
  };

  const down = (event: PointerEvent) => {
    element.focus({ preventScroll: true });
    if (event.button === 2) return;
    if (event.pointerType === 'pen') penDown = true;
    // A palm resting beside the pen must not draw.
    if (event.pointerType === 'touch' && penDown) return;
    element.setPointerCapture(event.pointerId);
    if (event.pointerType === 'touch') {
      touches.set(event.pointerId, at(event));
      cancelPress();
      if (touches.size === 2) {
        pinching = true;
        for (const id of touches.keys()) send({ kind: 'pointer_cancel', pointer_id: id });
        return;
      }
      if (touches.size > 2) return;
      startPress(event);
    }
    send(pointer('pointer_down', event));
  };

  const pinch = (event: PointerEvent) => {
    const [a, b] = [...touches.keys()];
    const before = [...touches.values()];
    touches.set(event.pointerId, at(event));
    const after = [...touches.values()];
    const [a0, b0] = before;
    const [a1, b1] = after;
    if (a === undefined || b === undefined || !a0 || !b0 || !a1 || !b1) return;
    const centre = middle(a1, b1);
    const was = middle(a0, b0);
    const spread = Math.hypot(a0.x - b0.x, a0.y - b0.y);
    const scale = spread > 0 ? Math.hypot(a1.x - b1.x, a1.y - b1.y) / spread : 1;
    send({ kind: 'pinch', at: centre, scale, pan: { x: centre.x - was.x, y: centre.y - was.y } });
  };

  const move = (event: PointerEvent) => {
    if (pressAt) {
      const now = at(event);
      if (Math.hypot(now.x - pressAt.x, now.y - pressAt.y) > longPressSlop) cancelPress();
    }
    if (event.pointerType === 'touch') {
      if (!touches.has(event.pointerId)) return;
      if (pinching) {
        if (touches.size === 2) pinch(event);
        return;
      }
      touches.set(event.pointerId, at(event));
    }
    const strokes = event.pointerType === 'pen' && event.buttons > 0 ? event.getCoalescedEvents() : [];
    for (const part of strokes.length > 1 ? strokes : [event]) send(pointer('pointer_move', part));
  };

  const up = (event: PointerEvent) => {
    cancelPress();
    if (event.pointerType === 'pen') penDown = false;
    if (event.pointerType === 'touch') {
      if (!touches.delete(event.pointerId)) return;
      if (pinching) {
        if (touches.size === 0) pinching = false;
        return;
      }
    }
    if (event.button !== 2) send(pointer('pointer_up', event));
  };

  const options = { signal: stop.signal };
  element.addEventListener('pointerdown', down, options);
  element.addEventListener('pointermove', move, options);
  element.addEventListener('pointerup', up, options);
  element.addEventListener(
    'pointercancel',
    (event) => {
      cancelPress();
      touches.delete(event.pointerId);
      if (touches.size === 0) pinching = false;
      send({ kind: 'pointer_cancel', pointer_id: event.pointerId });
    },
    options,
  );
  element.addEventListener('dblclick', (event) => send({ kind: 'double_click', at: at(event), modifiers: modifiersOf(event) }), options);
  element.addEventListener(
    'contextmenu',
    (event) => {
      event.preventDefault();
      if (touches.size === 0) onContextMenu(at(event), { x: event.clientX, y: event.clientY });
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
  return () => {
    cancelPress();
    stop.abort();
  };
}
