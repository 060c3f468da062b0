import { createHash } from 'node:crypto';
import type { ApiClient } from '@totrinh/api-client';
import type { Problem } from '@totrinh/api-schema';
import { told } from '../demo/office.ts';

export interface MigrateOptions {
  readonly data: string;
  readonly as: string;
  readonly from: string;
  readonly to: string;
  readonly reason?: string;
  readonly confirmAs?: string;
  readonly preview?: boolean;
}

/** An open dossier of a route: its code, the version it pins (0: history), its open steps. */
export interface OpenDossier { readonly id: string; readonly code: string; readonly route: number; readonly at: readonly string[] }

/** Open dossiers of a route that whoever asks may see, all versions or one. */
export async function openDossiers(api: ApiClient, route: string, version: number | null): Promise<OpenDossier[]> {
  const found: OpenDossier[] = [];
  let cursor: string | undefined;
  do {
    const page = told(await api.GET('/api/v1/dossiers', { params: { query: { limit: 200, status: 'open', route, ...(version === null ? {} : { routeVersion: version }), ...(cursor === undefined ? {} : { cursor }) } } }));
    for (const { id, code } of page.items) {
      const d = told(await api.GET('/api/v1/dossiers/{id}', { params: { path: { id } } }));
      found.push({ id, code, route: d.route?.version ?? 0, at: d.steps.filter((s) => s.state === 'open').map((s) => s.path) });
    }
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/**
 * Moves every open dossier of a version to another one, each by its own proposal and its own confirmation, with a line for
 * each; without a second person the proposals wait. Said again it goes on where it stopped. Answers how many could not move.
 */
export async function migrateDossiers(as: (person: string) => ApiClient, route: string, o: MigrateOptions, say: (line: string) => void): Promise<number> {
  const api = as(o.as);
  const dossiers = await openDossiers(api, route, Number(o.from));
  let failed = 0;
  for (const [i, d] of dossiers.entries()) {
    const said = await migrateOne(as, d, o);
    if (!said.ok) failed += 1;
    say(`${i + 1}/${dossiers.length} ${d.code} ${said.ok ? '✓' : '✗'} ${said.line}`);
  }
  say(`${dossiers.length - failed}/${dossiers.length} ${o.preview === true ? 'chuyển được / can move' : 'xong / done'}`);
  return failed;
}

interface Said { readonly ok: boolean; readonly line: string }

async function migrateOne(as: (person: string) => ApiClient, d: OpenDossier, o: MigrateOptions): Promise<Said> {
  const version = Number(o.to);
  const preview = told(await as(o.as).GET('/api/v1/dossiers/{id}/migration', { params: { path: { id: d.id }, query: { version } } }));
  if (!preview.possible) return { ok: false, line: preview.faults.map((f) => `${f.code} ${f.subject}`).join(', ') };
  if (o.preview === true) return { ok: true, line: `${d.at.join(', ')} → ${preview.moved.map((m) => m.path).join(', ') || d.at.join(', ')}` };
  const read = told(await as(o.as).GET('/api/v1/dossiers/{id}', { params: { path: { id: d.id } } }));
  const waiting = read.proposals.find((p) => p.verb === 'migrate')?.id;
  const proposed = waiting ?? (await propose(as(o.as), d, read.etag, version, o));
  if (typeof proposed !== 'string') return proposed;
  if (o.confirmAs === undefined) return { ok: true, line: `đã đề nghị, chờ người thứ hai / proposed, waits for a second person (${proposed})` };
  const { data, error } = await as(o.confirmAs).POST('/api/v1/dossiers/{id}/proposals/{proposal}/confirm', { params: { path: { id: d.id, proposal: proposed }, header: { 'Idempotency-Key': keyOf('confirm', d, o), 'If-Match': '*' } }, body: {} });
  return data ? { ok: true, line: `v${o.from} → v${o.to}` } : refused(error);
}

async function propose(api: ApiClient, d: OpenDossier, etag: string, version: number, o: MigrateOptions): Promise<string | Said> {
  const reason = o.reason ?? `Chuyển từ phiên bản ${o.from} sang ${o.to}`;
  const { data, error } = await api.POST('/api/v1/dossiers/{id}/migrate', { params: { path: { id: d.id }, header: { 'Idempotency-Key': keyOf('propose', d, o), 'If-Match': etag } }, body: { version, reason } });
  return data ? (data.ids['proposal'] ?? '') : refused(error);
}

/** The same request again is the same act. */
function keyOf(what: string, d: OpenDossier, o: MigrateOptions): string {
  return `migrate-${what}-${createHash('sha256').update(`${d.id} ${o.from} ${o.to}`).digest('hex').slice(0, 24)}`;
}

function refused(error: unknown): Said {
  const problem = error as Partial<Problem> | undefined;
  return { ok: false, line: `${problem?.code ?? ''}: ${problem?.detail ?? ''} / ${problem?.detailEn ?? ''}` };
}
