import type { Who } from '@totrinh/domain';
import type { Sketch } from './random-sketch.ts';

export const WHO: readonly Who[] = [
  { person: 'drafter' }, { headOf: 'leadUnit' }, { headOf: 'appraising' }, { post: 'van-thu' }, { unit: 'appraising' }, { body: 'authority' }, { signers: 'authority' },
  { post: 'drafter', of: 'leadUnit' }, { unit: 'leadUnit' }, { body: 'opinion' }, { unit: 'issuing' }, { post: 'chuyen-vien' },
];
const BODIES: readonly Who[] = [{ body: 'authority' }, { body: 'opinion' }];
/** One and the same person in every dossier of an event that is waited for. */
export const EVENT = 'van-ban-den';

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length]!;
const due = (s: Sketch): object => ({ due: s.more % 3 === 0 ? { workingDays: 1 + (s.more % 9) } : { days: 1 + (s.more % 9) } });
const has = (s: Sketch, bit: number): boolean => (s.has & (1 << bit)) !== 0;

/** What a step of this kind may have beside its edges. */
export function settingsOf(s: Sketch, authority: boolean): object {
  const who = pick(WHO, s.who);
  const opinion = authority ? {} : { authority: false };
  switch (s.kind) {
    case 'draft': return { ...worked(s), who: s.who % 3 === 0 ? who : { person: 'drafter' }, ...(has(s, 4) ? { needs: { ...(has(s, 5) ? { documents: ['du-thao'] } : { responses: 'all' }) } } : {}) };
    case 'review': return { ...worked(s), who, ...(has(s, 4) ? { initials: has(s, 5) ? 'content' : 'form' } : {}), ...(has(s, 6) ? { reaches: 'submitted' } : {}) };
    case 'consult': return { ...worked(s), each: s.who % 3 === 0 ? { members: 'opinion' } : { units: 'cooperating' }, ...(s.more % 4 === 0 ? due(s) : {}), ...(has(s, 4) ? { silence: 'consent' } : {}), ...(has(s, 5) ? { enough: 1 + (s.more % 3) } : {}) };
    case 'appraise': return { ...worked(s), who, ...(has(s, 6) ? { reaches: 'submitted' } : {}) };
    case 'approve': {
      // Two or three of a body that may have as many; fewer could never approve.
      const many = s.rule % 4 === 3;
      return { ...worked(s), ...due(s), who: many ? pick(BODIES, s.who) : who, rule: many ? { atLeast: 1 + (s.more % 3) } : pick(['any', 'all', 'sequence'] as const, s.rule), ...opinion };
    }
    case 'sign': return { ...worked(s), who, ...opinion };
    case 'vote': return { ...worked(s), ...voteOf(s), ...opinion };
    case 'issue': return { ...worked(s), who, register: 'from item', ...(has(s, 4) ? { completes: 'item' } : {}) };
    case 'track': return { ...worked(s), ...(has(s, 4) ? { who } : {}), milestones: has(s, 5) ? { from: 'item' } : ['moc-mot', 'moc-hai'] };
    case 'notify': return { to: [who], message: { vi: 'Đã tới bước này', en: 'It has come to this step' } };
    case 'webhook': return { hook: 'cong-thong-tin', ...due(s) };
    case 'wait': return has(s, 4) ? { for: EVENT, ...due(s) } : due(s);
    default: return {};
  }
}

function worked(s: Sketch): object {
  return {
    ...(s.more % 7 === 0 ? { pick: s.more % 2 === 0 ? 'roundRobin' : 'shortestQueue' } : {}), ...(s.more % 11 === 0 ? { orElse: pick(WHO.slice(1), s.rule) } : {}),
    ...(s.more % 13 === 0 ? { reasons: [word(s)] } : {}), ...(s.more % 17 === 0 ? { without: [pick(['transfer', 'ask', 'recall', 'extend', 'record'], s.rule)] } : {}),
    ...(has(s, 7) && s.more % 3 === 0 ? { resume: 'returner' } : {}), ...(s.more % 19 === 0 ? { fresh: [word(s)] } : {}),
  };
}

/** What leads on in a step of this kind, as people say it. */
function word(s: Sketch): string {
  return { review: 'approved', appraise: 'approved', approve: 'approved', vote: 'yes', sign: 'signed', consult: 'consent', issue: 'issued' }[s.kind as string] ?? 'completed';
}

/** A vote whose settings do not contradict each other. */
function voteOf(s: Sketch): object {
  const mode = pick(['meeting', 'written', 'electronic'], s.rule);
  const secret = s.rule % 5 === 0;
  const base = pick(['members', 'present', 'cast', 'members'], s.more);
  const early = !secret && base === 'members' && mode !== 'meeting' && s.rule % 2 === 0;
  const rule = {
    base, approve: pick(['> 1/2', '>= 2/3', '> 1/2', '>= 1/3', '> 1/3'], s.rule), quorum: pick(['none', 'none', '2/3', '1/2'], s.more),
    tie: secret || s.more % 3 === 0 ? 'fail' : 'chair', ballot: secret ? 'secret' : 'open', abstain: has(s, 5) ? 'cast' : 'notCast', close: early ? 'early' : 'atDue',
  };
  return { mode, roster: { body: s.who % 4 === 0 ? 'opinion' : 'authority' }, rule, ...(mode === 'meeting' ? {} : due(s)), ...(has(s, 6) ? { record: { post: 'chuyen-vien' } } : {}) };
}
