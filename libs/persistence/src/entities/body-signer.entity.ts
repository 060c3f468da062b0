import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Post } from './post.entity.ts';

/** The posts that sign for a body, in their order. */
@Entity({ name: 'body_signer', schema: 'totrinh' })
export class BodySigner {
  @PrimaryColumn({ type: 'text', name: 'body_id' })
  bodyId!: string;

  @PrimaryColumn({ type: 'text', name: 'post_id' })
  postId!: string;

  @Column('int')
  sort!: number;

  @ManyToOne(() => Post)
  @JoinColumn({ name: 'post_id' })
  post?: Relation<Post>;
}
