import { endAuthority as endRule, grantAuthority as grantRule, ok, refuse, type AuthorityCommand, type HeldPost, type NoticeKind, type Result } from '@totrinh/domain';
import { authoritiesOf, endAuthority as endRow, findAuthority, insertAuthority, loadActor, lockAuthorities, Rollback, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { officeAct, type OfficeAnswer } from './office-act.ts';
import type { ActRequest } from './perform.ts';
import { tell } from './tell.ts';

/** `grantor` absent: one's own authority. */
export type AuthorityInput = Omit<AuthorityCommand, 'grantor'> & { readonly grantor?: string };

/** Ủy quyền bằng văn bản; the grantee is told. Errors: those of domain's grantAuthority, PERSON_UNKNOWN, ROUTE_NOT_FOUND, those of the key. */
export function grantAuthority(desk: Desk, input: AuthorityInput, request: ActRequest): Promise<Result<OfficeAnswer<{ authority: string }>>> {
  const command: AuthorityCommand = { ...input, grantor: input.grantor ?? request.actor };
  const { grantor, grantee } = command;
  return officeAct(desk, 'grantAuthority', grantor, 201, request, async ({ tx, actor, today, now, act }) => {
    await lockAuthorities(tx);
    await knownOrRefused(tx, command);
    const posts = { grantor: await postsOf(tx, grantor, today), grantee: await postsOf(tx, grantee, today) };
    const granted = grantRule(command, await authoritiesOf(tx, [grantor, grantee]), actor, today, posts);
    if (!granted.ok) return granted;
    const id = desk.means.id();
    insertAuthority(tx, { id, ...granted.value, act, at: now });
    tellOf(desk, tx, id, command, 'authorityGranted', request.actor, now);
    return ok({ authority: id });
  });
}

/** Thu hồi ủy quyền từ hôm nay: what is done after it has no right any more; an act that runs meanwhile is waited for. Errors: those of domain's endAuthority and of the key. */
export function endAuthority(desk: Desk, authority: string, request: ActRequest): Promise<Result<OfficeAnswer<{ authority: string }>>> {
  const id = authority.toLowerCase();
  return officeAct(desk, 'endAuthority', id, 200, request, async ({ tx, actor, today, now }) => {
    await lockAuthorities(tx);
    const found = UUID.test(id) ? await findAuthority(tx, id) : null;
    const ended = endRule(found, actor, today, found ? await postsOf(tx, found.grantor, today) : []);
    if (!ended.ok) return ended;
    endRow(tx, id, ended.value.endedOn);
    if (found) tellOf(desk, tx, id, found, 'authorityEnded', request.actor, now);
    return ok({ authority: id });
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function tellOf(desk: Desk, tx: Tx, id: string, { grantor, grantee, number, from, to }: AuthorityCommand, kind: NoticeKind, actor: string, at: Date): void {
  const people = [grantee, grantor].filter((p) => p !== actor);
  tell(tx, people.map((person) => ({ id: desk.means.id(), person, dossier: null, kind, effectKey: `${kind} ${id} ${person}`, at, data: { authority: id, grantor, grantee, number, from, to } })));
}

async function postsOf(tx: Tx, person: string, today: string): Promise<readonly HeldPost[]> {
  return (await loadActor(tx, person, today)).posts;
}

async function knownOrRefused(tx: Tx, { grantor, grantee, routes }: AuthorityCommand): Promise<void> {
  const people = await tx.read<{ id: string }>('select id from totrinh.person where id = any($1)', [[grantor, grantee]]);
  const stranger = [grantor, grantee].find((p) => !people.some((k) => k.id === p));
  if (stranger !== undefined) throw new Rollback(refuse('PERSON_UNKNOWN', { person: stranger }));
  const known = await tx.read<{ id: string }>('select distinct route_id as id from totrinh.route_version where route_id = any($1)', [routes ?? []]);
  const route = routes?.find((r) => !known.some((k) => k.id === r));
  if (route !== undefined) throw new Rollback(refuse('ROUTE_NOT_FOUND', { route }));
}
