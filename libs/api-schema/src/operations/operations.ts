import { dossierOperations } from './dossier-operations.ts';
import { officeOperations } from './office-operations.ts';
import type { Operation } from './operation.ts';
import { taskOperations } from './task-operations.ts';

/** Every operation of the API, by its id. */
export const OPERATIONS = { ...officeOperations, ...taskOperations, ...dossierOperations };
export type OperationId = keyof typeof OPERATIONS;

export const allOperations: readonly Operation[] = Object.values(OPERATIONS);
