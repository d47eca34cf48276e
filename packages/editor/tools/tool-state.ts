import type { Vec } from '@autograph/geometry';
import type { Modifiers } from '../input.ts';

/** Where and how the pointer is. */
export interface Pointer {
  /** Viewport px. */
  readonly view: Vec;
  /** Page px. */
  readonly page: Vec;
  readonly modifiers: Modifiers;
  readonly device: 'mouse' | 'pen' | 'touch';
  /** 0..1 */
  readonly pressure: number;
}

/** One state of a tool. A handler gives the next state, or nothing to stay. A state keeps what it needs to know; the editor shows what it does. */
export interface ToolState {
  readonly name: string;
  /** CSS cursor name; the tool's own when absent. */
  readonly cursor?: string;
  pointerDown?(pointer: Pointer): ToolState | undefined;
  pointerMove?(pointer: Pointer): ToolState | undefined;
  pointerUp?(pointer: Pointer): ToolState | undefined;
  doubleClick?(pointer: Pointer): ToolState | undefined;
  /** A state that has this gets every key but Escape, as a chord, before the commands do. */
  key?(chord: string): ToolState;
  /** Ends with what has been done so far, by Enter. */
  finish?(): ToolState | undefined;
  /** Ends without effect. Only states of a gesture have it: it is how they are told from idle ones. */
  cancel?(): void;
}

/** How far the pointer must go before a press becomes a drag, viewport px. */
export const dragDistance = 4;
