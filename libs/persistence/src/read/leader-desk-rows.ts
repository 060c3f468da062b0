import type { PinnedRoute, TaskPurpose } from '@totrinh/domain';
import type { Row } from '../tx.ts';
import { MAY_SEE } from './viewer.ts';

/** An open task that lies before somebody, in a dossier of which the viewer keeps the office. */
export interface LeaderRow extends Row {
  readonly task: string; readonly dossier: string; readonly path: string; readonly purpose: TaskPurpose; readonly openedAt: Date; readonly route: PinnedRoute;
  readonly person: string; readonly name: string; readonly post: string | null;
}

/** The viewer ($1, $2 day) is of the issuing office of dossier `d`, or the secretary of one of its bodies: who may enter what was said on paper (domain: isOfOffice). */
const OF_OFFICE = `exists (select 1 from totrinh.appointment oa join totrinh.post op on op.id = oa.post_id where oa.person_id = $1 and oa.valid_from <= $2::date and (oa.valid_to is null or oa.valid_to > $2::date)
  and (op.unit_id = d.roles #>> '{units,issuing}' or (op.role = 'secretary' and op.body_id in (select b.value from jsonb_each_text(d.roles -> 'bodies') b))))`;

/** Tasks of approving, voting, signing and confirming that somebody else has or may take, where the viewer keeps the office. */
export const LEADER_ROWS = `select t.id as task, d.id as dossier, s.path, coalesce(t.more ->> 'purpose', 'work') as purpose, t.opened_at as "openedAt", json_build_object('id', d.route_id, 'version', d.route_version, 'semantics', d.route_semantics) as route,
    p.id as person, p.name, o.title as post
  from totrinh.dossier d join totrinh.step s on s.dossier_id = d.id and s.state = 'open' and s.kind in ('approve', 'vote', 'sign', 'finish') join totrinh.task t on t.step_id = s.id and t.state = 'open' and coalesce(t.more ->> 'purpose', 'work') in ('work', 'confirm')
    join totrinh.task_candidate c on c.task_id = t.id and c.open and not c.helper and c.person_id <> $1 and (t.holder is null or t.holder = c.person_id)
    join totrinh.person p on p.id = c.person_id join totrinh.appointment a on a.id = c.appointment_id join totrinh.post o on o.id = a.post_id
  where d.status = 'open' and d.route_id is not null and ${OF_OFFICE} and ${MAY_SEE}`;
