declare module 's3rver' {
  /** An S3 server for tests; it checks no signatures. */
  export default class S3rver {
    constructor(options: { port: number; address: string; directory: string; silent: boolean });
    run(): Promise<unknown>;
    close(): Promise<void>;
  }
}
