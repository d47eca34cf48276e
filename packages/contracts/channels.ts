/** Told, without content, whenever who may see or change a file may have changed: shared, trashed, restored, erased. */
export const accessChannel = (fileId: string): string => `file:${fileId}:access`;
