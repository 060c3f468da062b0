import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { RungKind } from '@totrinh/domain';
import { Step } from './step.entity.ts';

/** A deadline of a step, or the day on which a suspended dossier goes on: when it is due, and whether it fired or became void. */
@Entity({ name: 'rung', schema: 'totrinh' })
export class Rung {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'uuid', name: 'dossier_id' })
  dossierId!: string;

  @Column({ type: 'uuid', name: 'step_id', nullable: true })
  stepId!: string | null;

  @Column('text')
  kind!: RungKind;

  @Column({ type: 'timestamptz', name: 'due_at', precision: 3 })
  dueAt!: Date;

  @Column({ type: 'timestamptz', name: 'fired_at', precision: 3, nullable: true })
  firedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'void_at', precision: 3, nullable: true })
  voidAt!: Date | null;

  /** The calendar versions that it was reckoned with; null for the day on which a suspended dossier goes on. */
  @Column({ type: 'text', nullable: true })
  calendar!: string | null;

  /** Of a ladder: its version, the rung's name, and how often it speaks with this time. */
  @Column({ type: 'text', nullable: true })
  ladder!: string | null;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'int', default: 1 })
  n!: number;

  @Column({ type: 'boolean', default: false })
  reminded!: boolean;

  /** It fired in a term that a longer one has replaced since. */
  @Column({ type: 'boolean', default: false })
  outgrown!: boolean;

  @ManyToOne(() => Step)
  @JoinColumn({ name: 'step_id' })
  step?: Relation<Step>;
}
