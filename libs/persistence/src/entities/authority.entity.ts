import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Ủy quyền (TUQ): what one person lets another do in writing, from a day to a day (both inclusive); `routes` null: in all. From `ended_on` on it holds no more. */
@Entity({ name: 'authority', schema: 'totrinh' })
export class Authority {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'text', name: 'grantor_id' })
  grantorId!: string;

  @Column({ type: 'text', name: 'grantee_id' })
  granteeId!: string;

  @Column('text')
  number!: string;

  @Column({ type: 'text', nullable: true })
  document!: string | null;

  @Column({ type: 'text', array: true, nullable: true })
  routes!: readonly string[] | null;

  @Column({ type: 'text', array: true })
  verbs!: readonly string[];

  @Column({ type: 'date', name: 'from_on' })
  fromOn!: string;

  @Column({ type: 'date', name: 'to_on' })
  toOn!: string;

  @Column({ type: 'date', name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column({ type: 'uuid', name: 'act_id' })
  actId!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}
