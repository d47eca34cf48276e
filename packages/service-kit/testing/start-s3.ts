import S3rver from 's3rver';
import { freePort } from './free-port.ts';

const credential = 'S3RVER';

/** An S3 server on a port of its own; it checks no signatures and knows no lifecycle. */
export interface TestS3 {
  readonly port: number;
  /** How a storage of this process reaches it. */
  readonly connection: {
    readonly endpoint: string;
    readonly region: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly forcePathStyle: true;
    readonly bucketPrefix: '';
  };
  /** The same as settings of a server. */
  readonly settings: { readonly S3_ENDPOINT: string; readonly S3_ACCESS_KEY_ID: string; readonly S3_SECRET_ACCESS_KEY: string };
  close(): Promise<void>;
}

/** Starts one that keeps its objects in a folder. */
export async function startS3(directory: string): Promise<TestS3> {
  const port = await freePort();
  const server = new S3rver({ port, address: '127.0.0.1', directory, silent: true });
  await server.run();
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    port,
    connection: {
      endpoint,
      region: 'us-east-1',
      accessKeyId: credential,
      secretAccessKey: credential,
      forcePathStyle: true,
      bucketPrefix: '',
    },
    settings: { S3_ENDPOINT: endpoint, S3_ACCESS_KEY_ID: credential, S3_SECRET_ACCESS_KEY: credential },
    close: () => server.close(),
  };
}
