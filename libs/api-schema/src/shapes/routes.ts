import { z } from 'zod';
import { bilingual, instant, pageOf, sha256Hex, uuid } from './basics.ts';

const head = { id: z.string(), version: z.int(), semantics: z.int(), title: bilingual, sha256: sha256Hex, publishedAt: instant, publishedBy: z.string() };

export const routeRowShape = z.object(head).meta({ id: 'RouteRow' });
export const routesShape = pageOf(routeRowShape, 'RoutePage');
/** A published version: the source as it was published, and the rules read from it. */
export const routeVersionShape = z.object({ ...head, source: z.string(), rules: z.record(z.string(), z.unknown()) }).meta({ id: 'RouteVersion' });
export const routeVersionParams = z.strictObject({ id: z.string().min(1).max(100), n: z.coerce.number().int().min(1) });
export const publishBody = z.strictObject({ source: z.string().min(1).max(500_000) }).meta({ id: 'PublishRequest' });
export const publishAnswerShape = z.object({ act: uuid, route: z.string(), version: z.int() }).meta({ id: 'PublishAnswer' });
