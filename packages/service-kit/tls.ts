import { readFileSync } from 'node:fs';
import type { Server as HttpServer, RequestListener, ServerOptions } from 'node:http';
import { createServer } from 'node:https';
import { ConfigError, type PlatformConfig } from './config.ts';

/** Certificates in PEM form. */
interface Certificate {
  readonly cert: string;
  readonly key: string;
  readonly minVersion: 'TLSv1.3';
}

/** What services show each other, and whom they believe. */
export interface InternalTls extends Certificate {
  readonly ca: string;
}

type Setting = 'TLS_CERT' | 'TLS_KEY' | 'INTERNAL_TLS_CA' | 'INTERNAL_TLS_CERT' | 'INTERNAL_TLS_KEY';

function read(config: PlatformConfig, setting: Setting): string {
  const path = config[setting];
  if (!path) throw new ConfigError(`Configuration is not usable: ${setting}: must be set along with the others of TLS`);
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError(`Configuration is not usable: ${setting}: ${path} cannot be read`);
  }
}

/** The certificate of the public address, null when none is set. Throws ConfigError. */
function publicTls(config: PlatformConfig): Certificate | null {
  if (!config.TLS_CERT && !config.TLS_KEY) return null;
  return { cert: read(config, 'TLS_CERT'), key: read(config, 'TLS_KEY'), minVersion: 'TLSv1.3' };
}

/** The certificates between services, null when none are set. Throws ConfigError. */
export function internalTls(config: PlatformConfig): InternalTls | null {
  if (!config.INTERNAL_TLS_CA && !config.INTERNAL_TLS_CERT && !config.INTERNAL_TLS_KEY) return null;
  return {
    ca: read(config, 'INTERNAL_TLS_CA'),
    cert: read(config, 'INTERNAL_TLS_CERT'),
    key: read(config, 'INTERNAL_TLS_KEY'),
    minVersion: 'TLSv1.3',
  };
}

/** How a service listens: over TLS 1.3 where there is a certificate; a service behind the gateway asks for the caller's as well. */
export function serverFactory(config: PlatformConfig, isPublic: boolean) {
  const tls = isPublic ? publicTls(config) : internalTls(config);
  if (!tls) return undefined;
  const clients = isPublic ? {} : { requestCert: true, rejectUnauthorized: false };
  return (handler: RequestListener, _options: ServerOptions): HttpServer => createServer({ ...tls, ...clients }, handler);
}
