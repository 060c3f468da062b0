import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that a person was told in the application; `effect_key` makes it once. */
@Entity({ name: 'notice', schema: 'totrinh' })
export class Notice {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column({ type: 'uuid', name: 'dossier_id', nullable: true })
  dossierId!: string | null;

  @Column({ type: 'uuid', name: 'step_id', nullable: true })
  stepId!: string | null;

  @Column({ type: 'uuid', name: 'task_id', nullable: true })
  taskId!: string | null;

  /** Codes and numbers only. */
  @Column({ type: 'jsonb', default: {} })
  data!: Readonly<Record<string, unknown>>;

  @Column('text')
  kind!: string;

  @Column({ type: 'text', name: 'effect_key' })
  effectKey!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ type: 'timestamptz', name: 'read_at', precision: 3, nullable: true })
  readAt!: Date | null;
}
