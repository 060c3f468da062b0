import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';

const CONTRACT = new URL('../../../../openapi.json', import.meta.url);

/** The types of the API's paths and shapes, from the committed openapi.json. */
export async function generatedTypes(): Promise<string> {
  return COMMENT_HEADER + astToString(await openapiTS(CONTRACT));
}
