import { createHash, randomUUID } from 'node:crypto';
import type { Kv } from './kv/kv.ts';
import type { Log } from './log.ts';
import { currentContext } from './request-context.ts';
import { scrub } from './scrub.ts';
import { version } from './version.ts';

/** Faults that nobody foresaw, sent to a tracker that speaks Sentry's protocol. */
export interface ErrorReports {
  /** Reports an error with the request, person and file that it happened to; errors of one group once a day. */
  capture(error: unknown, service: string): void;
  /** Waits until what is under way is sent. */
  close(): Promise<void>;
}

export const noErrorReports: ErrorReports = { capture: () => undefined, close: async () => undefined };

interface Frame {
  readonly function: string;
  readonly filename: string;
  readonly lineno: number;
  readonly colno: number;
  readonly in_app: boolean;
}

const groupSeconds = 86_400;
const sendMilliseconds = 5_000;
/** A tracker that was away is asked again for the same group after so long. */
const pauseSeconds = 60;

/** Where a DSN, such as https://key@errors.example.com/7, wants events sent. Null when it is none. */
export function readDsn(dsn: string): { readonly url: string; readonly key: string } | null {
  const parsed = URL.canParse(dsn) ? new URL(dsn) : null;
  const [project, ...path] = (parsed?.pathname ?? '').split('/').filter(Boolean).reverse();
  if (!parsed || !/^https?:$/.test(parsed.protocol) || !parsed.username || !project) return null;
  const folder = path
    .reverse()
    .map((part) => `/${part}`)
    .join('');
  return { url: `${parsed.protocol}//${parsed.host}${folder}/api/${project}/envelope/`, key: parsed.username };
}

/** The frames of a stack, the innermost last, with paths that begin where the product does. */
function framesOf(stack: string): Frame[] {
  const found = [...stack.matchAll(/^\s*at (?:(.*?) \()?(?:file:\/\/)?([^()\n]+?):(\d+):(\d+)\)?$/gm)];
  return found
    .map(([, name, path = '', line, column]) => ({
      function: name ?? '<anonymous>',
      filename: path.replace(/^.*?\/((?:packages|services|apps|node_modules)\/)/, '$1'),
      lineno: Number(line),
      colno: Number(column),
      in_app: !/node_modules|^node:/.test(path),
    }))
    .reverse();
}

/** Mail addresses say who someone is: a tracker gets the id of the account alone. */
const impersonal = (text: string): string => scrub(text).replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '[address]');

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

function exceptionsOf(error: Error): { type: string; value: string; stacktrace: { frames: Frame[] } }[] {
  const causes: Error[] = [];
  for (let at: unknown = error; at instanceof Error && causes.length < 4; at = at.cause) causes.push(at);
  return causes
    .map(({ name, message, stack }) => ({ type: name, value: impersonal(message), stacktrace: { frames: framesOf(stack ?? '') } }))
    .reverse();
}

export interface ErrorReportOptions {
  readonly dsn: string;
  readonly environment: string;
  readonly kv: Kv;
  readonly log: Log;
}

/** Sends errors to the tracker of a DSN. Throws nothing: a tracker that does not answer is no fault of the product. */
export function createErrorReports({ dsn, environment, kv, log }: ErrorReportOptions): ErrorReports {
  const target = readDsn(dsn);
  if (!target) throw new Error('SENTRY_DSN must look like https://key@errors.example.com/1');
  const { url, key } = target;
  const sent = new Map<string, number>();
  const underway = new Set<Promise<void>>();

  /** One process of all sends a group; the others may ask a store that is away, which keeps nobody from sending. */
  async function isFirst(group: string): Promise<boolean> {
    const now = Date.now();
    if (now - (sent.get(group) ?? 0) < groupSeconds * 1000) return false;
    sent.set(group, now);
    return kv.setIfAbsent(`error-group:${group}`, '1', { ttlSeconds: groupSeconds }).catch(() => true);
  }

  /** What was not taken is said again, though not at once: a storm of faults must not become one of requests. */
  async function release(group: string): Promise<void> {
    sent.set(group, Date.now() - (groupSeconds - pauseSeconds) * 1000);
    await kv.delete(`error-group:${group}`).catch(() => undefined);
  }

  async function send(error: Error, service: string): Promise<void> {
    const context = currentContext();
    const values = exceptionsOf(error);
    const root = values[0];
    const place = root?.stacktrace.frames.findLast(({ in_app }) => in_app);
    const fingerprint = [service, root?.type ?? 'Error', `${place?.filename ?? ''}:${place?.function ?? ''}`];
    const group = createHash('sha256').update(fingerprint.join('\n')).digest('hex');
    if (!(await isFirst(group))) return;
    const event_id = randomUUID().replaceAll('-', '');
    const event = {
      event_id,
      timestamp: Date.now() / 1000,
      platform: 'node',
      level: 'error',
      environment,
      release: `autograph@${version}`,
      fingerprint,
      tags: { service, correlation_id: context?.requestId, file_id: context?.fileId },
      ...(context?.userId ? { user: { id: context.userId } } : {}),
      exception: { values },
    };
    const lines = [{ event_id, sent_at: new Date().toISOString() }, { type: 'event' }, event];
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-sentry-envelope',
        'x-sentry-auth': `Sentry sentry_version=7, sentry_client=autograph/${version}, sentry_key=${key}`,
      },
      body: lines.map((line) => JSON.stringify(line)).join('\n'),
      signal: AbortSignal.timeout(sendMilliseconds),
    }).catch(async (failure: unknown) => {
      await release(group);
      throw failure;
    });
    if (answer.ok) return;
    await release(group);
    throw new Error(`the tracker answered ${answer.status}`);
  }

  return {
    capture: (error, service) => {
      const work = send(asError(error), service)
        .catch((failure: unknown) => log.warn({ err: failure }, 'an error could not be reported'))
        .finally(() => underway.delete(work));
      underway.add(work);
    },
    close: async () => void (await Promise.allSettled([...underway])),
  };
}
