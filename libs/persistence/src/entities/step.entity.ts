import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { CaseStep, DueExplanation, StepKind, StepState } from '@totrinh/domain';
import type { StoredArithmetic } from '../ledger/stored-arithmetic.ts';
import { Dossier } from './dossier.entity.ts';

/** One activation of a step: unique by dossier, causing event and path; the round is a label. */
@Entity({ name: 'step', schema: 'totrinh' })
export class Step {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'uuid', name: 'dossier_id' })
  dossierId!: string;

  @Column('text')
  path!: string;

  @Column('text')
  kind!: StepKind;

  @Column('int')
  round!: number;

  @Column('int')
  cause!: number;

  @Column('int')
  opened!: number;

  @Column('text')
  state!: StepState;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @Column({ type: 'int', nullable: true })
  settled!: number | null;

  @Column({ type: 'timestamptz', name: 'opened_at', precision: 3 })
  openedAt!: Date;

  @Column({ type: 'timestamptz', name: 'settled_at', precision: 3, nullable: true })
  settledAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'due_at', precision: 3, nullable: true })
  dueAt!: Date | null;

  /** How the due date came about; null without a term, and for one from before reasons were kept. */
  @Column({ type: 'jsonb', nullable: true })
  due!: DueExplanation | null;

  @Column({ type: 'jsonb', nullable: true })
  more!: Partial<CaseStep> | null;

  /** How a result was counted, and the sentence that prints it; null before the step is settled, and where nothing was counted. */
  @Column({ type: 'jsonb', nullable: true })
  arithmetic!: StoredArithmetic | null;

  @ManyToOne(() => Dossier)
  @JoinColumn({ name: 'dossier_id' })
  dossier?: Relation<Dossier>;
}
