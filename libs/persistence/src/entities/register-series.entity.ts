import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A series of a register: a term of the Party, a year of the State; its next number and the day of its latest. */
@Entity({ name: 'register_series', schema: 'totrinh' })
export class RegisterSeries {
  @PrimaryColumn({ type: 'text', name: 'register_id' })
  registerId!: string;

  @PrimaryColumn('text')
  series!: string;

  @Column('int')
  first!: number;

  @Column('int')
  next!: number;

  @Column({ type: 'date', name: 'last_on', nullable: true })
  lastOn!: string | null;
}
