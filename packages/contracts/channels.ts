/** Told, without content, whenever who may see or change a file may have changed: shared, trashed, restored, erased. */
export const accessChannel = (fileId: string): string => `file:${fileId}:access`;

/** Told the new title of a file. */
export const titleChannel = (fileId: string): string => `file:${fileId}:title`;

/** Told the id of each session that ends: signed out, revoked, or closed after a replayed token. */
export const sessionEndChannel = 'sessions:ended';
