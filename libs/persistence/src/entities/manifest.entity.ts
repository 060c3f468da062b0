import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Content frozen at a submission: the text whose digest is the manifest. Append-only. */
@Entity({ name: 'manifest', schema: 'totrinh' })
export class Manifest {
  @PrimaryColumn({ type: 'uuid', name: 'dossier_id' })
  dossierId!: string;

  @PrimaryColumn('text')
  sha256!: string;

  @Column('text')
  body!: string;

  @Column({ type: 'timestamptz', name: 'frozen_at', precision: 3 })
  frozenAt!: Date;
}
