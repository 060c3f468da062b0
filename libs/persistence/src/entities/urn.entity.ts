import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The ballots of a secret vote that is going on: sorted, so that neither time nor person can be told. Taken away when the vote closes. */
@Entity({ name: 'urn', schema: 'totrinh' })
export class Urn {
  @PrimaryColumn({ type: 'uuid', name: 'step_id' })
  stepId!: string;

  @Column({ type: 'uuid', name: 'dossier_id' })
  dossierId!: string;

  @Column({ type: 'text', array: true })
  ballots!: string[];
}
