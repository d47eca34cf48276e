// `node scripts/healthcheck.mjs`: ends with 0 when the service of this container is ready; PORT says where it listens, with TLS or without.
import http from 'node:http';
import https from 'node:https';

const port = process.env.PORT || 8080;

/** Whether it says that it is ready. Its certificate has the names that others call it by, not this address. */
const isReady = (protocol, { get }) =>
  new Promise((resolve) => {
    const options = { rejectUnauthorized: false, signal: AbortSignal.timeout(2000) };
    get(`${protocol}://127.0.0.1:${port}/health/ready`, options, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    }).on('error', () => resolve(false));
  });

process.exit((await isReady('http', http)) || (await isReady('https', https)) ? 0 : 1);
