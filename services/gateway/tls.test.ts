import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type SecureVersion } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Host, hostServices, listen } from '@autograph/service-kit';
import { freePort, openTestPlatform } from '@autograph/service-kit/testing/index.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { service as gateway } from './service.ts';
import { auth } from './testing/stand-ins.ts';

const folder = mkdtempSync(join(tmpdir(), 'autograph-tls-'));
const file = (name: string) => join(folder, name);
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });

/** An authority of our own and a certificate that it signed for this machine. */
function issue(authority: string, name: string): void {
  const subject = (text: string) => ['-subj', `/CN=${text}`];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...curve, '-keyout', `${authority}.key`, '-out', `${authority}.pem`, '-days', '1', ...subject(authority));
  openssl('req', ...curve, '-keyout', `${name}.key`, '-out', `${name}.csr`, ...subject(name));
  writeFileSync(file('names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1');
  const signed = ['-CA', `${authority}.pem`, '-CAkey', `${authority}.key`, '-days', '1', '-extfile', 'names'];
  openssl('x509', '-req', '-in', `${name}.csr`, '-out', `${name}.pem`, ...signed);
}

let opened: Awaited<ReturnType<typeof openTestPlatform>>;
let hosts: Host[];
let servicePort: number;
let gatewayPort: number;
beforeAll(async () => {
  issue('authority', 'service');
  issue('stranger-authority', 'stranger');
  issue('public-authority', 'public');
  opened = await openTestPlatform({
    INTERNAL_TLS_CA: file('authority.pem'),
    INTERNAL_TLS_CERT: file('service.pem'),
    INTERNAL_TLS_KEY: file('service.key'),
    TLS_CERT: file('public.pem'),
    TLS_KEY: file('public.key'),
  });
  const service = await hostServices(opened.platform, [auth]);
  servicePort = await listen(service.app('auth'), '127.0.0.1', 0);
  const environment = { ...opened.platform.config.environment, AUTH_URL: `https://localhost:${servicePort}` };
  const front = await hostServices({ ...opened.platform, config: { ...opened.platform.config, environment } }, [gateway]);
  gatewayPort = await listen(front.app('gateway'), '127.0.0.1', 0);
  hosts = [front, service];
});
afterAll(async () => {
  for (const host of hosts) await host.close();
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Shown {
  readonly cert?: string;
  readonly key?: string;
}

const post = (port: number, path: string, ca: string, shown: Shown = {}) =>
  new Promise<[number | undefined, string]>((done, fail) => {
    const method = path.startsWith('/health') ? 'GET' : 'POST';
    const headers = { 'content-type': 'application/json' };
    const asked = request(
      { host: 'localhost', port, path, method, headers, ca: readFileSync(file(ca)), agent: false, ...shown },
      (answer) => {
        let text = '';
        answer.on('data', (part: Buffer) => {
          text += part;
        });
        answer.on('end', () => done([answer.statusCode, text]));
      },
    );
    asked.on('error', fail);
    asked.end(method === 'POST' ? JSON.stringify({ email: 'ada@example.com', password: 'right' }) : undefined);
  });
const certificate = (name: string): Shown => ({
  cert: readFileSync(file(`${name}.pem`), 'utf8'),
  key: readFileSync(file(`${name}.key`), 'utf8'),
});

const shake = (port: number, maxVersion: SecureVersion, ca: string) =>
  new Promise<string>((done) => {
    const socket = connect({ host: 'localhost', port, minVersion: 'TLSv1.2', maxVersion, ca: readFileSync(file(ca)) }, () => {
      done(`${socket.getProtocol()} ${socket.authorized ? 'trusted' : 'not trusted'}`);
      socket.end();
    });
    socket.on('error', () => done('refused'));
  });

it('speaks TLS 1.3 and nothing older [F058]', async () => {
  for (const [port, ca] of [
    [gatewayPort, 'public-authority.pem'],
    [servicePort, 'authority.pem'],
  ] as const) {
    expect(await shake(port, 'TLSv1.2', ca)).toBe('refused');
    expect(await shake(port, 'TLSv1.3', ca)).toBe('TLSv1.3 trusted');
  }
});

it('lets only callers with a certificate of the house into a service; probes and the gateway’s own callers need none [F058]', async () => {
  const login = (shown: Shown) => post(servicePort, '/api/auth/login', 'authority.pem', shown);
  const [status, text] = await login({});
  expect([status, JSON.parse(text).error.code]).toEqual([403, 'certificate_required']);
  expect((await login(certificate('stranger')))[0]).toBe(403);
  expect((await login(certificate('service')))[0]).toBe(200);
  expect((await post(servicePort, '/health/live', 'authority.pem'))[0]).toBe(200);
  const through = await post(gatewayPort, '/api/auth/login', 'public-authority.pem');
  expect([through[0], JSON.parse(through[1]).user?.email]).toEqual([200, 'ada@example.com']);
});

it('is seen as healthy by its container, at the door and behind it', async () => {
  const check = fileURLToPath(new URL('../../scripts/healthcheck.mjs', import.meta.url));
  const look = (port: number) => promisify(execFile)(process.execPath, [check], { env: { ...process.env, PORT: `${port}` } });
  await Promise.all([look(gatewayPort), look(servicePort)]);
  const nobody = await freePort();
  await expect(look(nobody)).rejects.toMatchObject({ code: 1 });
});
