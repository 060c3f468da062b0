import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Dossier } from './dossier.entity.ts';

/** A row for each number of a register. It may become void, and one given elsewhere may be recorded; nothing else changes. */
@Entity({ name: 'register_number', schema: 'totrinh' })
export class RegisterNumber {
  @PrimaryColumn({ type: 'text', name: 'register_id' })
  registerId!: string;

  @PrimaryColumn('text')
  series!: string;

  @PrimaryColumn('int')
  number!: number;

  @Column('text')
  text!: string;

  @Column({ type: 'uuid', name: 'dossier_id', nullable: true })
  dossierId!: string | null;

  @Column({ type: 'date', name: 'given_on' })
  givenOn!: string;

  @Column({ type: 'uuid', name: 'act_id' })
  actId!: string;

  @Column({ type: 'text', default: 'given' })
  state!: 'given' | 'recorded' | 'void' | 'elsewhere';

  /** Why it is void. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @ManyToOne(() => Dossier)
  @JoinColumn({ name: 'dossier_id' })
  dossier?: Relation<Dossier>;
}
