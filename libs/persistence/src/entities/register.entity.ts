import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Regime } from '@totrinh/domain';

/** A register (sổ văn bản) of an issuer and document type. */
@Entity({ name: 'register', schema: 'totrinh' })
export class Register {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  issuer!: string;

  @Column('text')
  type!: string;

  @Column('text')
  regime!: Regime;

  @Column('text')
  notation!: string;

  @Column('text')
  term!: string;

  /** False: it records numbers that were given elsewhere. */
  @Column({ type: 'boolean', default: true })
  gives!: boolean;
}
