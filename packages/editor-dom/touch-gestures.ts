import type { InputEvent } from '@autograph/editor';
import type { Vec } from '@autograph/geometry';

/** How long a finger rests before it means a right click, ms. */
const longPressMs = 500;
/** How far a resting finger may stray, px. */
const slop = 10;
/** What several fingers may stray before they move the board, px. */
const navigationSlop = 5;
/** Two or three fingers that come and go within this time are a tap, ms. */
const tapMs = 350;

/** A finger on the board: viewport px, and when, in ms. */
export interface Touch {
  readonly id: number;
  readonly at: Vec;
  readonly time: number;
}

export interface TouchOptions {
  readonly send: (event: InputEvent) => void;
  /** The first finger is a pointer like any other, until there is a second. Its event is sent by whoever has it. */
  readonly onLongPress: (at: Vec) => void;
  readonly onTap: (fingers: number) => void;
  readonly setTimer: (act: () => void, ms: number) => () => void;
}

interface Frame {
  readonly centre: Vec;
  /** Mean distance of the fingers from their centre, px. */
  readonly spread: number;
}

function frameOf(places: readonly Vec[]): Frame {
  const sum = places.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
  const centre = { x: sum.x / places.length, y: sum.y / places.length };
  const spread = places.reduce((all, { x, y }) => all + Math.hypot(x - centre.x, y - centre.y), 0) / places.length;
  return { centre, spread };
}

/**
 * Tells what fingers mean: one draws and drags, several pan and zoom the board, two or three that only touch it are taps, one that
 * rests is a right click. A gesture of several lasts until all have left, and whoever leaves moves nothing.
 */
export function createTouchGestures({ send, onLongPress, onTap, setTimer }: TouchOptions) {
  const places = new Map<number, Vec>();
  let begun = 0;
  let most = 0;
  let strayed = 0;
  let navigating = false;
  /** A finger has drawn or dragged before others came: what follows is no tap. */
  let dragged = false;
  /** Where the fingers were when the board last followed them. */
  let followed: Frame | undefined;
  let stopTimer: (() => void) | undefined;
  let first: Vec | undefined;

  function stopWaiting(): void {
    stopTimer?.();
    stopTimer = undefined;
  }

  function navigate(): void {
    stopWaiting();
    if (navigating) return;
    navigating = true;
    for (const id of places.keys()) send({ kind: 'pointer_cancel', pointer_id: id });
  }

  function follow(touch: Touch): void {
    places.set(touch.id, touch.at);
    const now = frameOf([...places.values()]);
    const before = followed ?? now;
    const pan = { x: now.centre.x - before.centre.x, y: now.centre.y - before.centre.y };
    strayed = Math.max(strayed, Math.hypot(pan.x, pan.y) + Math.abs(now.spread - before.spread));
    if (strayed <= navigationSlop) return;
    followed = now;
    send({ kind: 'pinch', at: now.centre, scale: before.spread > 0 && places.size > 1 ? now.spread / before.spread : 1, pan });
  }

  function end(): void {
    stopWaiting();
    places.clear();
    navigating = false;
    most = 0;
  }

  return {
    /** Whether the finger is to be sent on as a pointer. `draws` is false while fingers may only move the board. */
    down(touch: Touch, draws: boolean): boolean {
      if (places.size === 0) {
        begun = touch.time;
        strayed = 0;
        dragged = false;
        first = touch.at;
      }
      places.set(touch.id, touch.at);
      most = Math.max(most, places.size);
      if (places.size > 1 || !draws) {
        navigate();
        followed = frameOf([...places.values()]);
        return false;
      }
      stopTimer = setTimer(() => {
        send({ kind: 'pointer_cancel', pointer_id: touch.id });
        end();
        onLongPress(touch.at);
      }, longPressMs);
      return true;
    },
    move(touch: Touch): boolean {
      if (!places.has(touch.id)) return false;
      if (navigating) {
        follow(touch);
        return false;
      }
      if (first && Math.hypot(touch.at.x - first.x, touch.at.y - first.y) > slop) {
        dragged = true;
        stopWaiting();
      }
      places.set(touch.id, touch.at);
      return true;
    },
    up(touch: Touch): boolean {
      if (!places.delete(touch.id)) return false;
      stopWaiting();
      if (!navigating) {
        end();
        return true;
      }
      if (places.size > 0) {
        followed = frameOf([...places.values()]);
        return false;
      }
      const tapped = most > 1 && !dragged && strayed <= navigationSlop && touch.time - begun <= tapMs;
      const fingers = most;
      end();
      if (tapped) onTap(fingers);
      return false;
    },
    /** A finger that the system took, or all when the hand must be ignored. */
    cancel(id?: number): void {
      const ids = id === undefined ? [...places.keys()] : [id];
      for (const each of ids) {
        if (!places.delete(each)) continue;
        if (!navigating) send({ kind: 'pointer_cancel', pointer_id: each });
      }
      if (places.size === 0) end();
      else followed = frameOf([...places.values()]);
    },
  };
}
