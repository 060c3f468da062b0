import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity.ts';
import { Post } from './post.entity.ts';

/** Who holds a post, from a day on (inclusive) to a day (exclusive). */
@Entity({ name: 'appointment', schema: 'totrinh' })
export class Appointment {
  @PrimaryColumn('uuid')
  id!: string;

  @Column({ type: 'text', name: 'person_id' })
  personId!: string;

  @Column({ type: 'text', name: 'post_id' })
  postId!: string;

  /** Somebody who acts as its holder for a time (quyền, phụ trách). */
  @Column('boolean')
  acting!: boolean;

  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id' })
  person?: Relation<Person>;

  @ManyToOne(() => Post)
  @JoinColumn({ name: 'post_id' })
  post?: Relation<Post>;
}
