import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { CaseTask, TaskState } from '@totrinh/domain';
import { Step } from './step.entity.ts';

/** A task of a step: who holds it, whether it was seen. */
@Entity({ name: 'task', schema: 'totrinh' })
export class Task {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'uuid', name: 'dossier_id' })
  dossierId!: string;

  @Column({ type: 'uuid', name: 'step_id' })
  stepId!: string;

  @Column({ type: 'text', name: 'unit_id', nullable: true })
  unitId!: string | null;

  @Column('text')
  state!: TaskState;

  @Column('int')
  opened!: number;

  @Column({ type: 'text', nullable: true })
  holder!: string | null;

  @Column('boolean')
  seen!: boolean;

  @Column({ type: 'timestamptz', name: 'opened_at', precision: 3 })
  openedAt!: Date;

  @Column({ type: 'timestamptz', name: 'closed_at', precision: 3, nullable: true })
  closedAt!: Date | null;

  @Column({ type: 'jsonb', nullable: true })
  more!: Partial<CaseTask> | null;

  @ManyToOne(() => Step)
  @JoinColumn({ name: 'step_id' })
  step?: Relation<Step>;
}
