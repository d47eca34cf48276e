export { clipboardActions } from './clipboard.ts';
export { modifiersOf } from './modifiers.ts';
export { type MountedEditor, type MountOptions, mountEditor } from './mount-editor.ts';
export type { Participant } from './paint-presence.ts';
export type { Delivery, TakeIn } from './take-in.ts';
