import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody is away from `from_on` to `to_on` (both inclusive) and one person acts in their stead: in these routes, or in all (null). From `ended_on` on it holds no more. */
@Entity({ name: 'absence', schema: 'totrinh' })
export class Absence {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column({ type: 'text', name: 'substitute_id' })
  substituteId!: string;

  @Column({ type: 'date', name: 'from_on' })
  fromOn!: string;

  @Column({ type: 'date', name: 'to_on' })
  toOn!: string;

  @Column({ type: 'text', array: true, nullable: true })
  routes!: string[] | null;

  @Column({ type: 'date', name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column({ type: 'uuid', name: 'act_id' })
  actId!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}
