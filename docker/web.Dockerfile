# The web application: built from sources once, then served as files; what is asked of the API goes on to it, so that browsers know one address.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --omit=dev --no-audit --no-fund && node apps/cli/bin/totrinh.js web --out /web

FROM caddy:2.10-alpine
COPY --from=build /web /srv
COPY docker/web/Caddyfile /etc/caddy/Caddyfile
USER 65534
EXPOSE 8080
