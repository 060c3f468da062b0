import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A changing request that was accepted: who, which verb, on what, under which correlation id. Append-only. */
@Entity({ name: 'act', schema: 'totrinh' })
export class Act {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  verb!: string;

  @Column('text')
  target!: string;

  @Column({ type: 'uuid', name: 'dossier_id', nullable: true })
  dossierId!: string | null;

  @Column('text')
  actor!: string;

  @Column({ type: 'text', name: 'correlation_id' })
  correlationId!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ type: 'timestamptz', name: 'recorded_at', precision: 3 })
  recordedAt!: Date;
}
