import type { Problem } from '@totrinh/api-schema';

/** An answer that was no success: the problem that the API told, or what stood in for it. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly problem: Problem | null;

  constructor(status: number, problem: Problem | null) {
    super(problem ? `${problem.code}: ${problem.detail}` : `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.problem = problem;
  }

  /** The code of the catalogue; null where something between client and API answered. */
  get code(): Problem['code'] | null {
    return this.problem?.code ?? null;
  }
}

interface Answer<T> { readonly data?: T; readonly error?: unknown; readonly response: Response }

/** The data of an answer, when the API accepted; throws ApiProblem when it refused. */
export async function must<T>(answering: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await answering;
  if (response.ok && data !== undefined && data !== null) return data;
  throw new ApiProblem(response.status, isProblem(error) ? error : null);
}

export function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error && 'correlationId' in error;
}
