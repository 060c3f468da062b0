import type { CaseDocument } from '../case/case.ts';
import type { PlacedFact } from '../case/facts.ts';
import { currentDocuments } from './submit.ts';

/** A state of the content that was frozen: by the n-th submission, or by a finishing. */
export interface FrozenState { readonly seq: number; readonly manifest: string; readonly by: 'submission' | 'finishing'; readonly documents: readonly CaseDocument[] }

/** The content of a dossier at a moment of its chain: the newest document of each role; `seq` absent: now. */
export function documentsAt(facts: readonly PlacedFact[], seq: number = Number.POSITIVE_INFINITY): CaseDocument[] {
  return currentDocuments(facts.flatMap((f): CaseDocument[] => (f.type === 'document.attached' && f.seq <= seq ? [{ id: f.data.document, role: f.data.role, no: f.data.no, sha256: f.data.sha256 }] : [])));
}

/** Every frozen state in order, so that two of them can be named and compared ("trình lần 1, lần 2"). */
export function frozenStates(facts: readonly PlacedFact[]): FrozenState[] {
  return facts.flatMap((f): FrozenState[] => {
    if (f.type !== 'content.frozen' && f.type !== 'content.finished') return [];
    return [{ seq: f.seq, manifest: f.data.manifest, by: f.type === 'content.frozen' ? 'submission' : 'finishing', documents: documentsAt(facts, f.seq) }];
  });
}

export interface DocumentMark { readonly id: string; readonly no: number; readonly sha256: string }
export interface ContentChanges {
  readonly added: readonly { readonly role: string; readonly to: DocumentMark }[];
  readonly removed: readonly { readonly role: string; readonly from: DocumentMark }[];
  /** Roles whose bytes differ; a new number with the same bytes is no change. */
  readonly changed: readonly { readonly role: string; readonly from: DocumentMark; readonly to: DocumentMark }[];
}

/** What differs between two states of the content, by role, in the order of roles. */
export function compareContent(from: readonly CaseDocument[], to: readonly CaseDocument[]): ContentChanges {
  const before = new Map(currentDocuments(from).map((d) => [d.role, d]));
  const after = new Map(currentDocuments(to).map((d) => [d.role, d]));
  return {
    added: [...after].flatMap(([role, d]) => (before.has(role) ? [] : [{ role, to: mark(d) }])),
    removed: [...before].flatMap(([role, d]) => (after.has(role) ? [] : [{ role, from: mark(d) }])),
    changed: [...after].flatMap(([role, d]) => { const was = before.get(role); return was && was.sha256 !== d.sha256 ? [{ role, from: mark(was), to: mark(d) }] : []; }),
  };
}

const mark = ({ id, no, sha256 }: CaseDocument): DocumentMark => ({ id, no, sha256 });
