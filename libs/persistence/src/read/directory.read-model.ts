import type { DataSource } from 'typeorm';
import type { Row } from '../tx.ts';
import { reading, type Viewer } from './viewer.ts';

interface Ref { readonly id: string; readonly name: string }
export interface SeenPost { readonly appointment: string; readonly post: string; readonly role: string; readonly title: string; readonly acting: boolean; readonly unit: Ref | null; readonly body: Ref | null }
export interface SeenPerson { readonly person: string; readonly name: string; readonly posts: readonly SeenPost[] }

/** "Who am I here?": the person and the posts held today. */
export class DirectoryReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  async knows(person: string): Promise<boolean> {
    return (await reading(this.#source, (tx) => tx.read<Row>('select 1 from totrinh.person where id = $1', [person]))).length > 0;
  }

  async find(viewer: Viewer): Promise<SeenPerson | null> {
    const rows = await reading(this.#source, (tx) => tx.read<Row & SeenPerson>(
      `select p.id as person, p.name, (select coalesce(json_agg(json_build_object('appointment', a.id, 'post', o.id, 'role', o.role, 'title', o.title, 'acting', a.acting,
           'unit', case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end, 'body', case when b.id is not null then json_build_object('id', b.id, 'name', b.name) end) order by o.id, a.id), '[]')
         from totrinh.appointment a join totrinh.post o on o.id = a.post_id left join totrinh.unit u on u.id = o.unit_id left join totrinh.body b on b.id = o.body_id
         where a.person_id = p.id and a.valid_from <= $2::date and (a.valid_to is null or a.valid_to > $2::date)) as posts
       from totrinh.person p where p.id = $1`, [viewer.person, viewer.day]));
    return rows[0] ?? null;
  }

  /** Whether the database answers. */
  async answers(): Promise<true> {
    await reading(this.#source, (tx) => tx.read<Row>('select 1'));
    return true;
  }
}
