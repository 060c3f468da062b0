import type { Actor } from '../case/actor.ts';
import type { Fact, Means } from '../case/facts.ts';

/** Trao đổi: a remark that moves nothing. Whoever may see the dossier may comment; the words are erasable, the fact is not. */
export function comment(text: string, actor: Actor, means: Means): Fact[] {
  return [{ type: 'comment.added', data: { comment: means.id(), person: actor.person }, secret: { text } }];
}
