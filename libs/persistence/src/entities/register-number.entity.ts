import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Dossier } from './dossier.entity.ts';

/** A number that a register has given. Append-only. */
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

  @Column({ type: 'uuid', name: 'dossier_id' })
  dossierId!: string;

  @Column({ type: 'date', name: 'given_on' })
  givenOn!: string;

  @Column({ type: 'uuid', name: 'act_id' })
  actId!: string;

  @ManyToOne(() => Dossier)
  @JoinColumn({ name: 'dossier_id' })
  dossier?: Relation<Dossier>;
}
