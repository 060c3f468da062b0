import { openings, type Opening, type SeenDossier } from './seen-dossier.ts';

/** The documents that each opening of a step adds: a further draft, with the answers to opinions the tờ trình, and what was finished as demanded. */
const DRAFTS: Readonly<Record<string, readonly string[]>> = { 'soan-thao': ['du-thao'], 'tiep-thu': ['du-thao', 'to-trinh'], 'hoan-thien': ['du-thao'] };
/** Where the opinions are answered. */
const ANSWERED_IN = 'tiep-thu';
const FINISHED_IN = 'hoan-thien';

/** The first document that the openings so far call for and that is not there; the number counts drafts of its role. */
export function missingDocument(dossier: SeenDossier, at: Opening): { role: string; no: number } | null {
  for (const role of DRAFTS[at.path] ?? []) {
    const wanted = Object.entries(DRAFTS).reduce((sum, [path, roles]) => sum + (roles.includes(role) ? openings(dossier, path) : 0), 0);
    const there = dossier.documents.filter((d) => d.role === role).length;
    if (there < wanted) return { role, no: there + 1 };
  }
  return null;
}

/** The first opinion other than consent without its line: the conditions of an appraisal are accepted wholly, other opinions in part. */
export function unansweredOpinion(dossier: SeenDossier, at: Opening): { decision: string; from: string; wholly: boolean } | null {
  if (at.path !== ANSWERED_IN) return null;
  const open = dossier.opinions.find((o) => o.mustAnswer && o.verdict === null);
  return open ? { decision: open.decision, from: `${open.path}:${open.unit?.id ?? ''}`, wholly: open.path === 'tham-dinh' } : null;
}

/** The first demand of the conclusion without an answer, counted from 1; the newest draft shows how it was met. */
export function unansweredDemand(dossier: SeenDossier, at: Opening): { demand: string; no: number; document: string | null } | null {
  if (at.path !== FINISHED_IN) return null;
  const open = dossier.demands.findIndex((d) => !d.answered);
  const demand = dossier.demands[open];
  return demand ? { demand: demand.id, no: open + 1, document: dossier.documents.findLast((d) => d.role === 'du-thao')?.id ?? null } : null;
}
