import { LANGUAGES, MAIL_WISHES, NOTICE_KINDS } from '@totrinh/domain';
import { z } from 'zod';
import { instant, paging, path, personRef, uuid } from './basics.ts';

const dossierRef = z.object({ id: uuid, code: z.string(), title: z.string() }).meta({ id: 'NoticeDossier' });
const data = z.record(z.string(), z.unknown()).meta({ description: 'Codes, numbers and instants' });

export const noticesQuery = z.strictObject({ ...paging, unread: z.enum(['true', 'false']).optional().meta({ description: 'true: only what was not read' }) });
export const noticeRowShape = z.object({ id: uuid, kind: z.string(), at: instant, readAt: instant.nullable(), dossier: dossierRef.nullable(), step: path.nullable(), task: uuid.nullable(), data }).meta({ id: 'Notice' });
export const noticePageShape = z.object({ items: z.array(noticeRowShape), next: z.string().nullable(), unread: z.int() }).meta({ id: 'NoticePage' });
export const noticeCountsShape = z.object({ unread: z.int(), byKind: z.record(z.string(), z.int()) }).meta({ id: 'NoticeCounts' });

export const preferencesBody = z.strictObject({
  email: z.enum(MAIL_WISHES), language: z.enum(LANGUAGES), digest: z.boolean().meta({ description: 'One letter a day beside single ones' }),
  quiet: z.array(z.enum(NOTICE_KINDS)).max(NOTICE_KINDS.length).meta({ description: 'Kinds that send no letter' }),
}).meta({ id: 'PreferencesRequest' });
export const preferencesShape = z.object({ ...preferencesBody.shape, address: z.string().nullable().meta({ description: 'Where letters go; null: nowhere' }), mailIsOn: z.boolean().meta({ description: 'Whether this house sends letters at all' }) }).meta({ id: 'Preferences' });
export const preferencesAnswerShape = z.object({ act: uuid }).meta({ id: 'PreferencesAnswer' });

export const endpointBody = z.strictObject({
  name: z.string().trim().min(1).max(100), url: z.url({ protocol: /^https?$/ }).max(2_000), kinds: z.array(z.enum(NOTICE_KINDS)).min(1).max(NOTICE_KINDS.length).nullish().meta({ description: 'null: everything' }), withTitles: z.boolean().default(false),
}).meta({ id: 'WebhookEndpointRequest' });
export const endpointAnswerShape = z.object({ act: uuid, endpoint: uuid, secret: z.string().nullable().meta({ description: 'For checking signatures (Standard Webhooks); shown this once, null when the request is repeated' }) }).meta({ id: 'WebhookEndpointAnswer' });
export const endpointEndedShape = z.object({ act: uuid, endpoint: uuid, dropped: z.int().meta({ description: 'Deliveries that are not sent any more' }) }).meta({ id: 'WebhookEndpointEnded' });
export const endpointShape = z.object({ id: uuid, name: z.string(), url: z.string(), kinds: z.array(z.string()).nullable(), withTitles: z.boolean(), createdBy: personRef, at: instant, endedAt: instant.nullable(), waiting: z.int(), dead: z.int() }).meta({ id: 'WebhookEndpoint' });
export const endpointsShape = z.object({ items: z.array(endpointShape) }).meta({ id: 'WebhookEndpoints' });

const DELIVERY_STATES = ['waiting', 'sending', 'sent', 'dead'] as const;
export const deliveriesQuery = z.strictObject({ ...paging, state: z.enum(DELIVERY_STATES).default('dead') });
const sending = {
  id: uuid, channel: z.enum(['email', 'webhook']), kind: z.string(), state: z.enum(DELIVERY_STATES), at: instant, attempts: z.int(), sentAt: instant.nullable(),
  nextTry: instant.nullable(), possibleDouble: z.boolean().meta({ description: 'The other side may have received it twice, under the same id' }), lastError: z.string().nullable(),
};
export const deliveryShape = z.object({ ...sending, dossier: z.string().nullable().meta({ description: 'Code' }), person: personRef.nullable(), endpoint: z.object({ id: uuid, name: z.string() }).nullable() }).meta({ id: 'Delivery' });
export const deliveryPageShape = z.object({ items: z.array(deliveryShape), next: z.string().nullable() }).meta({ id: 'DeliveryPage' });
export const resendAnswerShape = z.object({ act: uuid, delivery: uuid }).meta({ id: 'ResendAnswer' });

const toldOutside = z.object({ channel: z.enum(['email', 'webhook']), endpoint: z.string().nullable(), state: z.enum(DELIVERY_STATES), attempts: z.int(), sentAt: instant.nullable(), possibleDouble: z.boolean() }).meta({ id: 'ToldOutside' });
/** Who was told what of a dossier, and what became of it outside. */
export const toldShape = z.object({ id: uuid, kind: z.string(), at: instant, person: personRef, readAt: instant.nullable(), step: path.nullable(), outside: z.array(toldOutside) }).meta({ id: 'ToldOfDossier' });
export const toldPageShape = z.object({ items: z.array(toldShape), next: z.string().nullable() }).meta({ id: 'ToldPage' });
