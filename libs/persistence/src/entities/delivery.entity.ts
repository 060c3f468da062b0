import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One message that leaves the house; `effect_key` makes it once, and names it on the other side. */
@Entity({ name: 'delivery', schema: 'totrinh' })
export class Delivery {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'text', name: 'effect_key' })
  effectKey!: string;

  @Column('text')
  channel!: string;

  @Column({ type: 'text', name: 'person_id', nullable: true })
  personId!: string | null;

  @Column({ type: 'uuid', name: 'endpoint_id', nullable: true })
  endpointId!: string | null;

  @Column({ type: 'uuid', name: 'dossier_id', nullable: true })
  dossierId!: string | null;

  @Column({ type: 'uuid', name: 'notice_id', nullable: true })
  noticeId!: string | null;

  @Column('text')
  kind!: string;

  @Column('jsonb')
  data!: Readonly<Record<string, unknown>>;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column('text')
  state!: string;

  @Column('int')
  attempts!: number;

  @Column({ type: 'timestamptz', name: 'next_try', precision: 3 })
  nextTry!: Date;

  @Column({ type: 'boolean', name: 'possible_double' })
  possibleDouble!: boolean;

  @Column({ type: 'text', name: 'last_error', nullable: true })
  lastError!: string | null;

  @Column({ type: 'timestamptz', name: 'sent_at', precision: 3, nullable: true })
  sentAt!: Date | null;
}
