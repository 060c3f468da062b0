import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A view of a list of the desk that a person keeps for themselves. */
@Entity({ name: 'saved_view', schema: 'totrinh' })
export class SavedView {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  list!: string;

  @Column('jsonb')
  filter!: object;

  @Column({ type: 'text', nullable: true })
  sort!: string | null;

  @Column('int')
  place!: number;

  @Column('int')
  version!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}
