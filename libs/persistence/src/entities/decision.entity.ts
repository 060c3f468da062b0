import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { FactData } from '@totrinh/domain';
import { Task } from './task.entity.ts';

/** One decision in a task: actor, principal, capacity, and the appointment relied on. Append-only. */
@Entity({ name: 'decision', schema: 'totrinh' })
export class Decision {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'uuid', name: 'dossier_id' })
  dossierId!: string;

  @Column({ type: 'uuid', name: 'task_id' })
  taskId!: string;

  @Column({ type: 'uuid', name: 'step_id' })
  stepId!: string;

  @Column('int')
  seq!: number;

  @Column('text')
  outcome!: string;

  @Column('text')
  actor!: string;

  @Column('text')
  principal!: string;

  @Column('text')
  capacity!: string;

  @Column({ type: 'uuid', name: 'appointment_id' })
  appointmentId!: string;

  @Column({ type: 'text', nullable: true })
  manifest!: string | null;

  @Column({ type: 'uuid', name: 'act_id' })
  actId!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  /** Who entered it for the principal, on which paper; null for who decided in person. */
  @Column({ type: 'jsonb', nullable: true })
  recorded!: FactData['decision.made']['recorded'] | null;

  /** The absence by which somebody decided in the principal's stead. */
  @Column({ type: 'uuid', name: 'in_stead', nullable: true })
  inStead!: string | null;

  /** The written authority by which the actor decided; null: in their own right. */
  @Column({ type: 'uuid', nullable: true })
  authority!: string | null;

  @ManyToOne(() => Task)
  @JoinColumn({ name: 'task_id' })
  task?: Relation<Task>;
}
