export { bindDocument } from './bind-document.ts';
export { type KeepWorkOptions, type KeptWork, keepWork, type WorkEditor, type WorkStorage } from './keep-work.ts';
export { fileOfRoom, readClientMessage, readServerMessage, roomName, ServerMessage } from './messages.ts';
export { openRoom } from './open-room.ts';
export { type Participant, PresenceState, PresenceUser, participants } from './presence.ts';
export type { Room, RoomEditor, RoomOptions, RoomProblem, RoomStatus, RoomStorage } from './room.ts';
export type { SaveState } from './save-state.ts';
export { createTypingUndo, type EntryHistory, type TypingKeeper, type TypingUndo } from './typing.ts';
