const inMemory = new Set(['collaboration']);

/**
 * What must meet at one replica: the requests and sockets of a file's live room. They carry the file's id in their path or query.
 */
export const affinityOf = (service: string, url: string): string | undefined =>
  inMemory.has(service) ? /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(url)?.[0] : undefined;
