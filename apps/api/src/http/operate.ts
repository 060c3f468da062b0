import { applyDecorators, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import { API_PREFIX, type Operation } from '@totrinh/api-schema';
import type { z } from 'zod';

export const OPERATION = 'totrinh:operation';
const METHODS = { get: RequestMethod.GET, post: RequestMethod.POST, put: RequestMethod.PUT, patch: RequestMethod.PATCH, delete: RequestMethod.DELETE } as const;

/** Serves an operation of the table: its method, its path, its usual status. */
export function Operate(operation: Operation): MethodDecorator {
  const path = (API_PREFIX + operation.path).replace(/\{(\w+)\}/g, ':$1');
  const usual = Math.max(...Object.keys(operation.answers).map(Number));
  return applyDecorators(SetMetadata(OPERATION, operation), RequestMapping({ path, method: METHODS[operation.method] }), HttpCode(usual));
}

/** What the body and the path of an operation are read as. */
export type BodyOf<O extends { readonly body: z.ZodType }> = z.infer<O['body']>;
export type ParamsOf<O extends { readonly params: z.ZodType }> = z.infer<O['params']>;
