import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { ProgrammeState } from '@totrinh/domain';
import { Programme } from './programme.entity.ts';

/** An item of a programme, and the dossier that carries it now. */
@Entity({ name: 'item', schema: 'totrinh' })
export class Item {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'text', name: 'programme_id' })
  programmeId!: string;

  @Column('text')
  code!: string;

  @Column('int')
  no!: number;

  @Column('text')
  kind!: string;

  @Column('text')
  title!: string;

  @Column({ type: 'text', name: 'lead_unit_id' })
  leadUnitId!: string;

  @Column('text')
  authority!: string;

  @Column({ type: 'text', array: true })
  cooperating!: string[];

  @Column({ type: 'text', name: 'appraising_unit_id' })
  appraisingUnitId!: string;

  @Column({ type: 'text', name: 'issuing_unit_id' })
  issuingUnitId!: string;

  @Column({ type: 'text', name: 'register_issuer' })
  registerIssuer!: string;

  @Column({ type: 'text', name: 'register_type' })
  registerType!: string;

  @Column('text')
  directing!: string;

  @Column({ type: 'text', name: 'deadline_text' })
  deadlineText!: string;

  @Column({ type: 'text', name: 'deadline_precision' })
  deadlinePrecision!: string;

  @Column({ type: 'date', name: 'deadline_on' })
  deadlineOn!: string;

  @Column('text')
  state!: ProgrammeState;

  @Column({ type: 'date', name: 'state_on', nullable: true })
  stateOn!: string | null;

  @Column({ type: 'uuid', name: 'dossier_id', nullable: true })
  dossierId!: string | null;

  @ManyToOne(() => Programme)
  @JoinColumn({ name: 'programme_id' })
  programme?: Relation<Programme>;
}
