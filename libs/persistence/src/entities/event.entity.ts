import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Act } from './act.entity.ts';
import { Dossier } from './dossier.entity.ts';

/** An event on a dossier’s chain; `body` is the exact text that was hashed. Append-only. */
@Entity({ name: 'event', schema: 'totrinh' })
export class Event {
  @PrimaryColumn({ type: 'uuid', name: 'dossier_id' })
  dossierId!: string;

  @PrimaryColumn('int')
  seq!: number;

  @Column('text')
  type!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ type: 'uuid', name: 'act_id', nullable: true })
  actId!: string | null;

  @Column('text')
  body!: string;

  @Column('text')
  hash!: string;

  @ManyToOne(() => Dossier)
  @JoinColumn({ name: 'dossier_id' })
  dossier?: Relation<Dossier>;

  @ManyToOne(() => Act)
  @JoinColumn({ name: 'act_id' })
  act?: Relation<Act>;
}
