import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Body } from './body.entity.ts';
import { Unit } from './unit.entity.ts';

/** A post in a unit or in a body. */
@Entity({ name: 'post', schema: 'totrinh' })
export class Post {
  @PrimaryColumn('text')
  id!: string;

  @Column({ type: 'text', name: 'unit_id', nullable: true })
  unitId!: string | null;

  @Column({ type: 'text', name: 'body_id', nullable: true })
  bodyId!: string | null;

  @Column('text')
  role!: string;

  @Column('text')
  title!: string;

  @ManyToOne(() => Unit)
  @JoinColumn({ name: 'unit_id' })
  unit?: Relation<Unit>;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id' })
  body?: Relation<Body>;
}
