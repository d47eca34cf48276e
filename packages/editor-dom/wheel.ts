import type { InputEvent } from '@autograph/editor';
import type { Vec } from '@autograph/geometry';
import { modifiersOf } from './modifiers.ts';

/** Browsers report a trackpad pinch as a wheel event with ctrlKey, on every system. */
export function wheelInput(event: WheelEvent, at: Vec): InputEvent {
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? 400 : 1;
  const modifiers = modifiersOf(event);
  return {
    kind: 'wheel',
    at,
    delta: { x: event.deltaX * unit, y: event.deltaY * unit },
    modifiers: { ...modifiers, mod: modifiers.mod || event.ctrlKey },
  };
}
