import type { Actor } from '../case/actor.ts';
import type { Fact, Means } from '../case/facts.ts';

/** Trao đổi: a remark that moves nothing, with whom it mentions. Whoever may see the dossier may comment; the words are erasable, the fact is not. */
export function comment(text: string, actor: Actor, means: Means, mentions: readonly string[] = []): Fact[] {
  return [{ type: 'comment.added', data: { comment: means.id(), person: actor.person, ...(mentions.length > 0 ? { mentions } : {}) }, secret: { text } }];
}
