import { z } from 'zod';
import { actsShape } from '../shapes/acts.ts';
import { paging } from '../shapes/basics.ts';
import { healthShape } from '../shapes/directory.ts';
import { operation } from './operation.ts';

const actsQuery = z.strictObject({ ...paging, correlationId: z.string().regex(/^[A-Za-z0-9._:-]{1,100}$/).optional().meta({ description: 'Beginning of the correlation id' }) });

/** Whether the process lives and can serve, and what was done. */
export const officeOperations = {
  live: operation({ id: 'live', method: 'get', path: '/health/live', tag: 'health', vi: 'Tiến trình đang chạy', en: 'The process is alive', answers: { 200: healthShape }, open: true, errors: [] }),
  ready: operation({ id: 'ready', method: 'get', path: '/health/ready', tag: 'health', vi: 'Sẵn sàng phục vụ: có cơ sở dữ liệu', en: 'Ready to serve: the database answers', answers: { 200: healthShape }, open: true, errors: ['SERVICE_AWAY'] }),
  listActs: operation({ id: 'listActs', method: 'get', path: '/acts', tag: 'acts', vi: 'Hành động đã ghi nhận: của tôi, hoặc của mọi người với quản trị', en: 'Recorded acts: mine, or everybody’s for an administrator', query: actsQuery, answers: { 200: actsShape }, errors: [] }),
};
