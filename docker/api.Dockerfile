# The API, from sources: Node reads TypeScript through swc, so there is nothing to build.
FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY . .
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force \
 && install -d -o node -g node /var/lib/totrinh/files
USER node
EXPOSE 7400
CMD ["node", "--import", "@swc-node/register/esm-register", "apps/api/src/main.ts"]
