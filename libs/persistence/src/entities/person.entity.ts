import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who may hold posts. */
@Entity({ name: 'person', schema: 'totrinh' })
export class Person {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column({ type: 'text', array: true, default: [] })
  skills!: string[];

  /** Where mail for this person goes; null: none. */
  @Column({ type: 'text', nullable: true })
  email!: string | null;
}
