import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Dossier } from './dossier.entity.ts';

/** The dossier must move up to this version; at most one row for each dossier. */
@Entity({ name: 'outbox', schema: 'totrinh' })
export class OutboxCall {
  @PrimaryColumn({ type: 'uuid', name: 'dossier_id' })
  dossierId!: string;

  @Column('int')
  version!: number;

  @Column({ type: 'timestamptz', name: 'next_try', precision: 3 })
  nextTry!: Date;

  @Column('int')
  attempts!: number;

  @Column({ type: 'timestamptz', name: 'raised_at', precision: 3 })
  raisedAt!: Date;

  @ManyToOne(() => Dossier)
  @JoinColumn({ name: 'dossier_id' })
  dossier?: Relation<Dossier>;
}
