import { types } from 'node:util';

const CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'EAI_AGAIN', '57P01', '57P02', '57P03', '53300']);
const WORDS = /connection terminated|not queryable|driver not connected|timeout exceeded when trying to connect/i;

/** Whether a fault says that PostgreSQL cannot be reached, which is no fault of the request. */
export function isAway(fault: unknown): boolean {
  if (!types.isNativeError(fault)) return false;
  const code = (fault as { code?: unknown }).code;
  if (typeof code === 'string' && (CODES.has(code) || code.startsWith('08'))) return true;
  return WORDS.test(fault.message) || (Array.isArray((fault as { errors?: unknown }).errors) && (fault as AggregateError).errors.some(isAway));
}
