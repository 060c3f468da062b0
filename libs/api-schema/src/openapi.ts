import type { ErrorCode } from '@totrinh/domain';
import { z } from 'zod';
import { ERRORS } from './errors/catalogue.ts';
import { problemSchema } from './errors/problem.ts';
import type { Operation } from './operations/operation.ts';
import { allOperations } from './operations/operations.ts';

type Json = Readonly<Record<string, unknown>>;
export const API_PREFIX = '/api/v1';

const EVERY: readonly ErrorCode[] = ['INTERNAL', 'SERVICE_AWAY'];
const SIGNED: readonly ErrorCode[] = ['TOKEN_MISSING', 'TOKEN_INVALID', 'SESSION_ENDED', 'PERSON_UNKNOWN'];
const ACTING: readonly ErrorCode[] = ['IDEMPOTENCY_KEY_REQUIRED', 'IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_KEY_RUNNING', 'CONTENT_TYPE_REFUSED', 'BODY_TOO_LARGE'];

const TOKEN_FROM = 'Access token của nhà cung cấp OpenID; ở bản chạy thử: `npx totrinh token --as LOGIN`. An access token of the OpenID provider; on the demo: `npx totrinh token --as LOGIN`.';

const SESSION_FROM = 'Trình duyệt đã đăng nhập ở `/sign-in`; mọi yêu cầu không phải GET kèm `x-totrinh-csrf` lấy từ `GET /api/v1/session`. A browser signed in at `/sign-in`; whatever is not a GET carries `x-totrinh-csrf` as told by `GET /api/v1/session`.';

/** OpenAPI 3.1 of the whole API, from the table of operations alone: no server, no database. */
export function openApiDocument(): Json {
  return {
    openapi: '3.1.0',
    info: { title: 'Tờ Trình', version: '0.1.0', description: 'Hệ thống trình, duyệt và theo dõi đề án. Workflow and approval engine for public offices.', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { session: [] }],
    paths: paths(),
    components: { schemas: components(), securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-totrinh', description: SESSION_FROM }, bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: TOKEN_FROM } } },
  };
}

/** Every code that an operation may answer. */
export function codesOf(o: Operation): ErrorCode[] {
  const shaped = o.params || o.query || o.body || o.upload ? (['REQUEST_INVALID'] as const) : [];
  const guarded = o.ifMatch ? (['VERSION_REQUIRED', 'VERSION_MISMATCH'] as const) : [];
  return [...new Set([...o.errors, ...shaped, ...(o.acts ? ACTING : []), ...(o.looks ? (['CONTENT_TYPE_REFUSED', 'BODY_TOO_LARGE'] as const) : []), ...guarded, ...(o.open ? [] : SIGNED), ...(o.open || o.method === 'get' ? [] : (['CSRF_REFUSED'] as const)), ...EVERY])];
}

function paths(): Json {
  const all: Record<string, Record<string, Json>> = {};
  for (const o of allOperations) (all[API_PREFIX + o.path] ??= {})[o.method] = operationObject(o);
  return all;
}

function operationObject(o: Operation): Json {
  return {
    operationId: o.id, tags: [o.tag], summary: o.vi, description: o.en,
    ...(o.open ? { security: [] } : {}),
    parameters: parametersOf(o),
    ...requestOf(o),
    responses: { ...Object.fromEntries(Object.entries(o.answers).map(([status, answer]) => [status, answerOf(answer)])), ...(o.cached ? { 304: { description: 'Not modified' } } : {}), ...problemsOf(o) },
  };
}

function parametersOf(o: Operation): Json[] {
  const fields = (where: 'path' | 'query', shape: z.ZodObject | undefined): Json[] => Object.entries(shape?.shape ?? {}).map(([name, schema]) => {
    const required = where === 'path' || !z.safeParse(schema as z.ZodType, undefined).success;
    return { name, in: where, required, schema: inline(schema as z.ZodType) };
  });
  const header = (name: string, required: boolean, description: string, schema: Json): Json => ({ name, in: 'header', required, description, schema });
  return [
    ...fields('path', o.params), ...fields('query', o.query),
    ...(o.acts ? [header('Idempotency-Key', true, 'Fresh for each act; the same when it is repeated', { type: 'string', minLength: 1, maxLength: 200 })] : []),
    ...(o.ifMatch ? [header('If-Match', true, `The ${o.ifMatch}’s ETag`, { type: 'string' })] : []),
    ...(o.cached ? [header('If-None-Match', false, 'The ETag of the last answer', { type: 'string' })] : []),
    ...(o.waits ? [header('Prefer', false, 'wait=SECONDS (RFC 7240): how long to wait for the move, 0.3 by default, at most 10', { type: 'string' })] : []),
    header('X-Correlation-Id', false, 'Joins answer, log and record; made where it is missing', { type: 'string', pattern: '^[A-Za-z0-9._:-]{1,100}$' }),
  ];
}

function requestOf(o: Operation): Json {
  if (o.upload) {
    const fields = inline(o.upload.fields) as { properties: Json; required: string[] };
    const schema = { ...fields, properties: { ...fields.properties, file: { type: 'string', contentMediaType: 'application/octet-stream' } }, required: [...fields.required, 'file'] };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
  }
  return o.body ? { requestBody: { required: !o.body.safeParse({}).success, content: { 'application/json': { schema: reference(o.body) } } } } : {};
}

function answerOf(answer: Operation['answers'][number]): Json {
  const headers = { ETag: { schema: { type: 'string' } }, 'X-Correlation-Id': { schema: { type: 'string' } } };
  if (typeof answer === 'object' && 'media' in answer) return { description: 'OK', headers, content: Object.fromEntries(answer.media.map((type) => [type, { schema: { type: type.endsWith('json') ? 'object' : 'string' } }])) };
  const content = answer === 'file' ? { 'application/octet-stream': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } } } : { 'application/json': { schema: reference(answer) } };
  return { description: 'OK', headers, content };
}

function problemsOf(o: Operation): Json {
  const byStatus = Map.groupBy(codesOf(o), (code) => ERRORS[code].status);
  return Object.fromEntries([...byStatus].sort(([a], [b]) => a - b).map(([status, codes]) => [status, { description: codes.join(', '), content: { 'application/problem+json': { schema: reference(problemSchema) } } }]));
}

function reference(schema: z.ZodType): Json {
  const id = z.globalRegistry.get(schema)?.id;
  if (id === undefined) throw new Error('a request or answer of the API needs a name: .meta({ id })');
  return { $ref: `#/components/schemas/${id}` };
}

const at = (id: string): string => `#/components/schemas/${id}`;

/** Every named schema, each as a component; `$schema` and `$id` are JSON Schema's own and not wanted here. */
function components(): Json {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: at, target: 'draft-2020-12' });
  return Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, schema]) => [id, bare(schema as Json)]));
}

function inline(schema: z.ZodType): Json {
  return bare(z.toJSONSchema(schema, { target: 'draft-2020-12', unrepresentable: 'any' }) as Json);
}

function bare({ $schema: _schema, $id: _id, id: _name, ...rest }: Json): Json {
  return rest;
}
