import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A programme of work (chương trình công tác). */
@Entity({ name: 'programme', schema: 'totrinh' })
export class Programme {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  title!: string;

  @Column('text')
  issuer!: string;

  @Column({ type: 'date', name: 'issued_on' })
  issuedOn!: string;

  @Column('text')
  term!: string;

  @Column({ type: 'int', name: 'year_from' })
  yearFrom!: number;

  @Column({ type: 'int', name: 'year_to' })
  yearTo!: number;
}
