import { z } from 'zod';
import { StartError, type Sentence } from '../start-error.ts';

/** The environment as a process gets it. */
export type Env = Readonly<Record<string, string | undefined>>;

declare module 'zod' {
  interface GlobalMeta {
    /** What a value of this setting looks like, for the sentence that refuses another one. */
    readonly expects?: Sentence;
  }
}

/** The wording hangs on the setting's own schema; `optional` and `default` wrap it. */
function expectation(type: unknown): Sentence | undefined {
  if (type instanceof z.ZodOptional || type instanceof z.ZodDefault) return expectation(type.unwrap());
  return type instanceof z.ZodType ? z.globalRegistry.get(type)?.expects : undefined;
}

function fault(key: string, given: string | undefined, expects: Sentence | undefined, message: string): Sentence {
  if (given === undefined) return { vi: `thiếu ${key}`, en: `${key} is missing` };
  if (expects) return { vi: `${key} phải là ${expects.vi}`, en: `${key} must be ${expects.en}` };
  return { vi: `${key}: ${message}`, en: `${key}: ${message}` };
}

/**
 * Reads the settings of one process. An empty value counts as absent, as a compose file writes an unset variable.
 * Throws StartError with one sentence that names every fault, never a value (a value may be a secret).
 */
export function readEnv<Shape extends z.ZodRawShape>(process: string, schema: z.ZodObject<Shape>, env: Env): z.infer<z.ZodObject<Shape>> {
  const given: Record<string, string> = {};
  for (const key of Object.keys(schema.shape)) {
    const value = env[key]?.trim();
    if (value) given[key] = value;
  }
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => {
    const key = String(issue.path[0] ?? process);
    return fault(key, given[key], expectation(schema.shape[key]), issue.message);
  });
  throw new StartError({
    vi: `Cấu hình của ${process} chưa đúng: ${faults.map((each) => each.vi).join('; ')}`,
    en: `bad configuration of ${process}: ${faults.map((each) => each.en).join('; ')}`,
  });
}
