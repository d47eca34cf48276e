import type { Vec } from '@autograph/geometry';

export interface Modifiers {
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl, or Cmd on macOS. */
  readonly mod: boolean;
}

/** What a person did, as plain data: the editor never sees DOM events. Positions in px of the viewport, origin at its top-left. */
export type InputEvent =
  | {
      readonly kind: 'pointer_down' | 'pointer_move' | 'pointer_up';
      readonly at: Vec;
      readonly pointer_id: number;
      readonly pointer_type: 'mouse' | 'pen' | 'touch';
      readonly button: number /** 0..1 */;
      readonly pressure: number;
      readonly modifiers: Modifiers;
    }
  | { readonly kind: 'pointer_cancel'; readonly pointer_id: number }
  /** The keyboard now belongs to something else: what is held down comes up unseen. */
  | { readonly kind: 'keys_lost' }
  | { readonly kind: 'double_click'; readonly at: Vec; readonly modifiers: Modifiers }
  | { readonly kind: 'wheel'; readonly at: Vec; readonly delta: Vec; readonly modifiers: Modifiers }
  | { readonly kind: 'pinch'; readonly at: Vec /** ratio to the zoom before this event */; readonly scale: number; readonly pan: Vec }
  | {
      readonly kind: 'key_down' | 'key_up' /** KeyboardEvent.key */;
      readonly key: string /** KeyboardEvent.code */;
      readonly code: string;
      readonly repeat: boolean;
      readonly modifiers: Modifiers;
    };
