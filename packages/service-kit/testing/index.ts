export { freePort } from './free-port.ts';
export { collectLog, type LogLines } from './log-lines.ts';
export { createTestDatabase, type TestDatabase, testServerUrl } from './test-database.ts';
export { connectTestRedis, testRedisUrl } from './test-redis.ts';
export { openTestPlatform, startTestServices, type TestServices, testIdentity } from './test-services.ts';
