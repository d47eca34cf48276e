export const buckets = ['diagrams', 'exports', 'uploads'] as const;
/** diagrams: thumbnails and pictures of files; exports: lapse after 30 days; uploads: what people bring. */
export type Bucket = (typeof buckets)[number];

export interface StoredObject {
  readonly key: string;
  readonly size: number;
}

/** What an object was before it was replaced or deleted. */
export interface OldVersion {
  readonly key: string;
  /** As the store calls it. */
  readonly id: string;
}

/** Objects in private buckets. Keys are relative paths such as `files/1/thumbnail.png`. */
export interface Storage {
  put(bucket: Bucket, key: string, bytes: Uint8Array, options?: { readonly contentType?: string }): Promise<void>;
  /** The bytes, or null when there is no such object. */
  get(bucket: Bucket, key: string): Promise<Uint8Array | null>;
  delete(bucket: Bucket, key: string): Promise<void>;
  /** Objects whose key starts with the prefix, ordered by key. */
  list(bucket: Bucket, prefix?: string): Promise<StoredObject[]>;
  /** Versions that were replaced or deleted and are kept, of each key the oldest first; null where the store does not tell. */
  older(bucket: Bucket): Promise<readonly OldVersion[] | null>;
  /** The bytes of an old version, or null when it is kept no more. */
  getOlder(bucket: Bucket, version: OldVersion): Promise<Uint8Array | null>;
  /** Bytes of all objects together; nothing of them is kept in memory. */
  size(bucket: Bucket): Promise<number>;
  /** A link that reads (or, with method PUT, stores) one object without signing in, for some seconds. */
  signedUrl(bucket: Bucket, key: string, options: { readonly expiresSeconds: number; readonly method?: 'GET' | 'PUT' }): Promise<string>;
  /** Throws when the store cannot be used. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
