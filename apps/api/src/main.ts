import { createLogger, loadApiConfig, serve } from '@totrinh/platform';
import { createApi } from './create-api.ts';

const logger = createLogger('api', process.env['TOTRINH_LOG'] ?? 'info');

await serve(logger, async () => {
  const config = loadApiConfig(process.env);
  const api = await createApi(config, logger);
  const address = await api.listen();
  logger.info({ address }, 'serving');
  return { ready: address, stop: () => api.close() };
});
