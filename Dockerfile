# One image for the API, the worker and the migrations; docker-compose.yml says which program a service runs.
# What the console is built with stays behind in a stage of its own.
FROM node:24.21.0-bookworm-slim AS console
WORKDIR /baton
COPY package.json package-lock.json .npmrc ./
RUN npm install --no-save --include=dev --ignore-scripts
COPY tsconfig.json ./
COPY contracts ./contracts
COPY dev/prepare ./dev/prepare
COPY console ./console
RUN node dev/prepare/build-console.ts

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /baton
COPY package.json package-lock.json .npmrc ./
RUN npm install --no-save --omit=dev
COPY . .
COPY --from=console /baton/console/dist ./console/dist
# Generating needs no native schema engine, only a file at the place where one would be.
RUN PRISMA_SCHEMA_ENGINE_BINARY=/usr/local/bin/node npx prisma generate \
  && node dev/prepare/generate-indexes.ts \
  && node dev/prepare/train-name-model.ts \
  && rm -rf dev

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /baton
COPY --from=build /baton ./
RUN install --directory --owner=node --group=node --mode=0700 /var/lib/baton /var/lib/baton/keys
USER node
EXPOSE 3000
CMD ["node", "api/main.ts"]
