import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Dossier } from './dossier.entity.ts';

/** A numbered draft of a document role; the file lies under its digest. Append-only. */
@Entity({ name: 'document', schema: 'totrinh' })
export class Document {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'uuid', name: 'dossier_id' })
  dossierId!: string;

  @Column('text')
  role!: string;

  @Column('int')
  no!: number;

  @Column('text')
  sha256!: string;

  @Column('bigint')
  size!: string;

  @Column({ type: 'text', name: 'media_type' })
  mediaType!: string;

  @Column('int')
  seq!: number;

  @Column({ type: 'uuid', name: 'act_id' })
  actId!: string;

  @Column({ type: 'text', name: 'attached_by' })
  attachedBy!: string;

  @Column({ type: 'timestamptz', name: 'attached_at', precision: 3 })
  attachedAt!: Date;

  @ManyToOne(() => Dossier)
  @JoinColumn({ name: 'dossier_id' })
  dossier?: Relation<Dossier>;
}
