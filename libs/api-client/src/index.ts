export { ApiProblem, isProblem, must } from './api-problem.ts';
export { createClient, type ApiClient, type Attachment, type ClientOptions } from './create-client.ts';
export type { ApiPaths } from './relaxed-paths.ts';
export type { components, operations, paths } from './generated/api.ts';
