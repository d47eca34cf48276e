export { type MountedEditor, type MountOptions, mountEditor } from './mount-editor.ts';
export type { Participant } from './paint-presence.ts';
