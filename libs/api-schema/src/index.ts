export { ERRORS, type Bilingual as Sentences, type ErrorEntry } from './errors/catalogue.ts';
export { problemOf, problemSchema, reasonOfCode, sentence, type Fault, type Problem } from './errors/problem.ts';
export { errorsPage } from './errors/errors-page.ts';
export { API_PREFIX, codesOf, openApiDocument } from './openapi.ts';
export { allOperations, OPERATIONS, type OperationId } from './operations/operations.ts';
export { checkOperations, operationFaults, verbsPage } from './operations/verbs-page.ts';
export type { Guarded, Operation, Upload } from './operations/operation.ts';
export type { ActAnswerBody, AllowedActionAnswer } from './shapes/acts.ts';
export type { DossierAnswer, DossierRowAnswer, EventAnswer, QueueAnswer, TaskAnswer } from './shapes/answers.ts';
