import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sign-in under way: what its answer is checked by, until it comes or its time is over. */
@Entity({ name: 'sign_in', schema: 'totrinh' })
export class SignIn {
  @PrimaryColumn({ type: 'text', name: 'state_hash' })
  stateHash!: string;

  @Column({ type: 'text', name: 'browser_hash' })
  browserHash!: string;

  @Column({ type: 'text' })
  verifier!: string;

  @Column({ type: 'text' })
  nonce!: string;

  @Column({ type: 'text', name: 'back_to' })
  backTo!: string;

  @Column({ type: 'boolean' })
  fresh!: boolean;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  until!: Date;
}
