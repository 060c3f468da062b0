import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A collective body, such as the Standing Committee. */
@Entity({ name: 'body', schema: 'totrinh' })
export class Body {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;
}
