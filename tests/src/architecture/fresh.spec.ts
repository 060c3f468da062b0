import { CONTROLLERS } from '@totrinh/api';
import { allOperations, ERRORS, errorsPage, openApiDocument, verbsPage } from '@totrinh/api-schema';
import { ERROR_CODES } from '@totrinh/domain';
import { generatedTypes } from '../../../apps/cli/src/generate/client-types.ts';
import { OPERATION } from '../../../apps/api/src/http/operate.ts';
import { readRepoFile } from './repository.ts';

/** What is generated and committed equals what the code would generate now. */
describe('generated files are fresh', () => {
  test('openapi.json equals the code (else: npm run openapi)', () => {
    expect(JSON.parse(readRepoFile('openapi.json'))).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
  });

  test('the generated client equals openapi.json (else: npm run client)', async () => {
    expect(readRepoFile('libs/api-client/src/generated/api.ts')).toBe(await generatedTypes());
  }, 60_000);

  test('docs/errors.md equals the catalogue (else: npm run openapi)', () => {
    expect(readRepoFile('docs/errors.md')).toBe(errorsPage());
  });

  test('docs/verbs.md equals the tables of verbs and operations (else: npm run openapi)', () => {
    expect(readRepoFile('docs/verbs.md')).toBe(verbsPage());
  });
});

describe('the table of operations and the controllers are one', () => {
  const served = CONTROLLERS.flatMap((controller) => Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler: unknown = Object.getOwnPropertyDescriptor(controller.prototype, name)?.value;
    const operation = typeof handler === 'function' ? (Reflect.getMetadata(OPERATION, handler) as { id: string } | undefined) : undefined;
    return operation ? [operation.id] : [];
  }));

  test('every operation is served once, and nothing else is', () => {
    expect([...served].sort()).toEqual(allOperations.map((o) => o.id).sort());
  });

  test('every changing operation asks for an Idempotency-Key, no reading one does, nor what ends a sign-in', () => {
    expect(allOperations.filter((o) => (o.method !== 'get' && o.looks !== true && o.signs !== true) !== (o.acts === true)).map((o) => o.id)).toEqual([]);
  });
});

describe('the catalogue of errors', () => {
  test.each(ERROR_CODES)('%s has a status, sentences in both languages, and says what to do', (code) => {
    const { status, vi, en, advice } = ERRORS[code];
    expect(status).toBeGreaterThanOrEqual(400);
    for (const sentence of [vi, en, advice.vi, advice.en]) expect(sentence).toMatch(/^\p{Lu}.*\.$/su);
    expect(vi.match(/\{\w+\}/g)?.sort()).toEqual(en.match(/\{\w+\}/g)?.sort());
  });

  test('it has no code that the domain does not know', () => {
    expect(Object.keys(ERRORS).sort()).toEqual([...ERROR_CODES].sort());
  });
});
