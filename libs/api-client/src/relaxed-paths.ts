import type { paths } from './generated/api.ts';

/** The headers that the client adds by itself need not be given with each call. */
type Relaxed<O> = O extends { parameters: infer P } ? Omit<O, 'parameters'> & { parameters: Omit<P, 'header'> & { header?: P extends { header?: infer H } ? Partial<NonNullable<H>> : never } } : O;

type RelaxedPath<P> = { [M in keyof P]: M extends 'get' | 'post' | 'put' | 'patch' | 'delete' ? Relaxed<P[M]> : P[M] };

/** The API's paths as the client takes them. */
export type ApiPaths = { [Path in keyof paths]: RelaxedPath<paths[Path]> };
