export { AppModule, CONTROLLERS } from './app.module.ts';
export { CALLED_CHANNEL, createApi, MOVED_CHANNEL, type Api } from './create-api.ts';
export { openApiDocument } from '@totrinh/api-schema';
