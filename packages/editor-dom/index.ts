export { type BoardMap, createBoardMap } from './board-map.ts';
export { clipboardActions } from './clipboard.ts';
export { pngOf, svgOf } from './copy-picture.ts';
export { modifiersOf } from './modifiers.ts';
export { type MountedEditor, type MountOptions, mountEditor } from './mount-editor.ts';
export type { Participant } from './paint-presence.ts';
export { readClipboard } from './read-clipboard.ts';
export { type Delivery, deliver, type TakeIn } from './take-in.ts';
