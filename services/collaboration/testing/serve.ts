import { createLogs, hostServices, openPlatform, openSession, readConfig, takeUpgrades } from '@autograph/service-kit';
import { z } from 'zod';
import { collaboration } from '../index.ts';

/** The service as a process of its own, for tests that kill it. Says its address on standard output. */
const config = readConfig(process.env);
const { platform } = await openPlatform(config, createLogs('silent'));
const sessions = z.array(z.object({ session_id: z.string(), user_id: z.string() })).parse(JSON.parse(process.env.TEST_SESSIONS ?? '[]'));
for (const { session_id, user_id } of sessions) await openSession(platform.kv, session_id, user_id);
const host = await hostServices(platform, [collaboration]);
const app = host.app('collaboration');
const socket = host.directory.local('collaboration')?.socket;
if (socket) takeUpgrades(app, socket);
process.stdout.write(`${await app.listen({ port: config.PORT ?? 0, host: '127.0.0.1' })}\n`);
