// `node scripts/healthcheck.mjs`: ends with 0 when the service of this container is ready; PORT says where it listens.
const address = `http://127.0.0.1:${process.env.PORT || 8080}/health/ready`;
const ready = await fetch(address, { signal: AbortSignal.timeout(4000) }).then(
  (answer) => answer.ok,
  () => false,
);
process.exit(ready ? 0 : 1);
