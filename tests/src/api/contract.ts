import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { readRepoFile } from '../architecture/repository.ts';

interface Media { readonly schema: object }
interface OperationObject { readonly operationId: string; readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, Media>> }>> }
interface Contract { readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>; readonly components: object }

const contract = JSON.parse(readRepoFile('openapi.json')) as Contract;
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
const routes = Object.entries(contract.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method, operation, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`), fixed: !path.includes('{') })));
const compiled = new Map<object, ValidateFunction>();

/** Every operation of openapi.json. */
export const operationIds: readonly string[] = routes.map((r) => r.operation.operationId);

/** What was answered so far, as `operationId status`. */
export const answered = new Set<string>();

/**
 * Judges a real answer by openapi.json: its operation, status, media type and body must be declared so.
 * @throws Error that names the operation and each fault.
 */
export async function judge(method: string, url: string, response: Response): Promise<void> {
  const path = new URL(url).pathname;
  const matching = routes.filter((r) => r.method === method.toLowerCase() && r.pattern.test(path)).sort((a, b) => Number(b.fixed) - Number(a.fixed));
  const operation = matching[0]?.operation;
  if (!operation) return;
  answered.add(`${operation.operationId} ${response.status}`);
  const name = `${operation.operationId} ${response.status}`;
  const declared = operation.responses[String(response.status)];
  if (!declared) throw new Error(`${name} is not declared in openapi.json: ${await response.clone().text()}`);
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const media = declared.content[type] ?? declared.content['application/octet-stream'];
  if (!media) throw new Error(`${name} answers ${type}, openapi.json declares ${Object.keys(declared.content).join(', ')}`);
  if (!response.headers.get('x-correlation-id')) throw new Error(`${name} has no correlation id`);
  if (!type.endsWith('json')) return;
  const validate = compiled.get(media.schema) ?? ajv.compile({ ...media.schema, components: contract.components });
  compiled.set(media.schema, validate);
  const body: unknown = await response.clone().json();
  if (!validate(body)) throw new Error(`${name} breaks its contract: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(body).slice(0, 2_000)}`);
}

/** fetch, with every answer judged. */
export async function judgedFetch(request: Request): Promise<Response> {
  const { method, url } = request;
  const response = await fetch(request);
  await judge(method, url, response);
  return response;
}
