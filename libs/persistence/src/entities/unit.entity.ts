import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An agency or unit (cơ quan, đơn vị). */
@Entity({ name: 'unit', schema: 'totrinh' })
export class Unit {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  short!: string;

  @Column('text')
  regime!: string;

  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;

  /** Name and short name without accents, written by PostgreSQL. */
  @Column({ type: 'text', nullable: true, insert: false, update: false })
  search!: string | null;
}
