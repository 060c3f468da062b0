import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Case, CaseRoles, DossierStatus, Pending, ProgrammeState } from '@totrinh/domain';
import { Item } from './item.entity.ts';

/** A dossier: its structural state, and the number and hash of the last event of its chain. */
@Entity({ name: 'dossier', schema: 'totrinh' })
export class Dossier {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  title!: string;

  @Column({ type: 'uuid', name: 'item_id', nullable: true })
  itemId!: string | null;

  @Column({ type: 'text', name: 'lead_unit_id' })
  leadUnitId!: string;

  @Column({ type: 'text', name: 'drafter_id', nullable: true })
  drafterId!: string | null;

  @Column({ type: 'text', name: 'route_id', nullable: true })
  routeId!: string | null;

  @Column({ type: 'int', name: 'route_version', nullable: true })
  routeVersion!: number | null;

  @Column({ type: 'int', name: 'route_semantics', nullable: true })
  routeSemantics!: number | null;

  @Column('jsonb')
  roles!: CaseRoles;

  @Column('text')
  status!: DossierStatus;

  @Column('int')
  round!: number;

  @Column({ type: 'text', name: 'programme_state' })
  programmeState!: ProgrammeState;

  @Column({ type: 'text', nullable: true })
  manifest!: string | null;

  @Column({ type: 'text', nullable: true })
  number!: string | null;

  @Column({ type: 'date', name: 'issued_on', nullable: true })
  issuedOn!: string | null;

  @Column({ type: 'date', name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Column('jsonb')
  pending!: readonly Pending[];

  @Column({ type: 'jsonb', nullable: true })
  submission!: Case['submission'];

  /** Those parts of the case that differ from what a dossier begins with. */
  @Column({ type: 'jsonb', default: {} })
  more!: Partial<Case>;

  @Column('int')
  seq!: number;

  @Column({ type: 'text', name: 'head_hash' })
  headHash!: string;

  @Column({ type: 'timestamptz', name: 'last_at', precision: 3 })
  lastAt!: Date;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'closed_at', precision: 3, nullable: true })
  closedAt!: Date | null;

  /** Code, title and number without accents, written by PostgreSQL. */
  @Column({ type: 'text', nullable: true, insert: false, update: false })
  search!: string | null;

  @ManyToOne(() => Item)
  @JoinColumn({ name: 'item_id' })
  item?: Relation<Item>;
}
