import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { clientAddress, readProxyTrust } from './trust-proxy.ts';

/** A request over a connection from `remote`, with what was written into X-Forwarded-For on its way. */
function requestFrom(remote: string, forwarded: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remote });
  const request = new IncomingMessage(socket);
  request.headers = { 'x-forwarded-for': forwarded };
  return request;
}

const clientOf = (setting: string, remote: string, forwarded: string) =>
  clientAddress(requestFrom(remote, forwarded), readProxyTrust(setting) ?? null);

it('believes of X-Forwarded-For what its proxies wrote, not what a caller wrote before them', () => {
  const forged = '6.6.6.6, 203.0.113.7';
  expect(clientOf('false', '10.0.0.2', forged)).toBe('10.0.0.2');
  expect(clientOf('true', '10.0.0.2', forged)).toBe('203.0.113.7');
  expect(clientOf('1', '10.0.0.2', forged)).toBe('203.0.113.7');
  expect(clientOf('2', '10.0.0.2', `6.6.6.6, 203.0.113.7, 192.0.2.4`)).toBe('203.0.113.7');
  expect(clientOf('10.0.0.0/8', '10.0.0.2', forged)).toBe('203.0.113.7');
  expect(clientOf('10.0.0.0/8, 192.0.2.4', '10.0.0.2', `${forged}, 192.0.2.4`)).toBe('203.0.113.7');
  expect(clientOf('uniquelocal', '10.0.0.2', '6.6.6.6')).toBe('6.6.6.6');
});

it('believes nothing of who comes past the proxies that it knows by address', () => {
  expect(clientOf('10.0.0.0/8', '198.51.100.9', '6.6.6.6')).toBe('198.51.100.9');
  expect(clientOf('192.0.2.4', '10.0.0.2', '6.6.6.6')).toBe('10.0.0.2');
});

it('starts with no setting of which it does not know what is meant', () => {
  for (const text of ['everybody', '10.0.0.0/99', '1.2.3', '33', ','])
    expect(() => readConfig({ TRUST_PROXY: text }), text).toThrow(/TRUST_PROXY: must be false, how many proxies/);
  expect(readConfig({}).TRUST_PROXY).toBeNull();
});
