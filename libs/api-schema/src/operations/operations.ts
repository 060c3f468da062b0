import { composeOperations } from './compose-operations.ts';
import { officeDeskOperations } from './office-desk-operations.ts';
import { organisationOperations } from './organisation-operations.ts';
import { programmeOperations } from './programme-operations.ts';
import { calendarOperations } from './calendar-operations.ts';
import { authorityOperations } from './authority-operations.ts';
import { boardOperations } from './board-operations.ts';
import { deskListOperations } from './desk-list-operations.ts';
import { deskOperations } from './desk-operations.ts';
import { dossierOperations } from './dossier-operations.ts';
import { exceptionOperations } from './exception-operations.ts';
import { ladderOperations } from './ladder-operations.ts';
import { leaderOperations } from './leader-operations.ts';
import { liveOperations } from './live-operations.ts';
import { meetingOperations } from './meeting-operations.ts';
import { noticeOperations } from './notice-operations.ts';
import { officeOperations } from './office-operations.ts';
import type { Operation } from './operation.ts';
import { opinionOperations } from './opinion-operations.ts';
import { routeOperations } from './route-operations.ts';
import { sessionOperations } from './session-operations.ts';
import { taskOperations } from './task-operations.ts';
import { voteOperations } from './vote-operations.ts';

/** Every operation of the API, by its id. */
export const OPERATIONS = { ...officeOperations, ...organisationOperations, ...programmeOperations, ...composeOperations, ...officeDeskOperations, ...routeOperations, ...deskOperations, ...deskListOperations, ...taskOperations, ...dossierOperations, ...opinionOperations, ...voteOperations, ...exceptionOperations, ...meetingOperations, ...boardOperations, ...ladderOperations, ...calendarOperations, ...noticeOperations, ...authorityOperations, ...sessionOperations, ...leaderOperations, ...liveOperations };
export type OperationId = keyof typeof OPERATIONS;

export const allOperations: readonly Operation[] = Object.values(OPERATIONS);
