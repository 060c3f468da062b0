import type { ErrorCode, VerbName } from '@totrinh/domain';
import type { z } from 'zod';

/** What a verb needs as If-Match: the tag of the task, of the dossier, or nothing. */
export type Guarded = 'task' | 'dossier' | null;

/** An answer that is a text of one of these media types. */
export interface TextAnswer { readonly media: readonly string[] }

/** A file upload: its fields beside the one part called `file`. */
export interface Upload { readonly fields: z.ZodObject }

/**
 * One operation of the API, as data: the controller is built on it, openapi.json is generated from it, and the contract
 * test judges real answers by it. `path` is below /api/v1, in OpenAPI's writing (`/tasks/{id}`).
 */
export interface Operation {
  readonly id: string;
  /** The verb of the table that it is the address of; reading has none. */
  readonly verb?: VerbName;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly tag: string;
  readonly vi: string;
  readonly en: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly upload?: Upload;
  /** Schema by status; `file` means the bytes of a document. */
  readonly answers: Readonly<Record<number, z.ZodType | TextAnswer | 'file'>>;
  /** Without a token: health only. */
  readonly open?: boolean;
  /** A changing request: needs Idempotency-Key. */
  readonly acts?: boolean;
  /** Asks by POST, since the question is long; changes nothing. */
  readonly looks?: boolean;
  /** Concerns the asker's own sign-in: needs neither key nor verb, and twice is the same as once. */
  readonly signs?: boolean;
  readonly ifMatch?: Guarded;
  /** Answers 304 where If-None-Match names what it would send. */
  readonly cached?: boolean;
  /** Waits for the move as `Prefer: wait` says. */
  readonly waits?: boolean;
  /** Codes of its own, beside those that every operation may answer. */
  readonly errors: readonly ErrorCode[];
}

/** Keeps the literal types of an operation's schemas, so that a controller's parameters follow from it. */
export function operation<const T extends Operation>(o: T): T {
  return o;
}

const ON_TASK = ['TASK_NOT_FOUND', 'TASK_CLOSED', 'TASK_HELD_BY_OTHER', 'DOSSIER_SUSPENDED', 'STEP_CLOSED_BY_TIME', 'NOT_ALLOWED', 'BUSY'] as const satisfies readonly ErrorCode[];
const ON_DOSSIER = ['DOSSIER_NOT_FOUND', 'DOSSIER_CLOSED', 'DOSSIER_SUSPENDED', 'NOT_ALLOWED', 'BUSY'] as const satisfies readonly ErrorCode[];

export const taskErrors: readonly ErrorCode[] = ON_TASK;
export const dossierErrors: readonly ErrorCode[] = ON_DOSSIER;
/** What separation of duties and a step's own demands may answer to a decision. */
export const judgingErrors: readonly ErrorCode[] = ['OUTCOME_NOT_POSSIBLE', 'REASON_REQUIRED', 'SELF_APPROVAL', 'BOTH_INITIALS', 'NO_SUBSTITUTE', 'FRESH_SIGN_IN_REQUIRED'];
/** What may keep a second person from confirming. */
export const proposalErrors: readonly ErrorCode[] = ['PROPOSAL_NOT_FOUND', 'PROPOSAL_STALE', 'SAME_PERSON'];
export const textErrors: readonly ErrorCode[] = ['TEXT_CONTROL_CHARACTER', 'TEXT_TOO_LONG', 'TEXT_EMPTY'];
