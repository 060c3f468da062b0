import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a changing request was answered, so that asking again changes nothing. */
@Entity({ name: 'idempotency_key', schema: 'totrinh' })
export class IdempotencyKey {
  @PrimaryColumn('text')
  person!: string;

  @PrimaryColumn('text')
  verb!: string;

  @PrimaryColumn('text')
  target!: string;

  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  request!: string;

  @Column('int')
  status!: number;

  @Column('jsonb')
  answer!: Record<string, unknown>;

  @Column({ type: 'timestamptz', name: 'recorded_at', precision: 3 })
  recordedAt!: Date;
}
