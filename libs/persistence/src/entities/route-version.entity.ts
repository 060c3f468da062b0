import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Route } from '@totrinh/domain';

/** A published route, frozen. Append-only. */
@Entity({ name: 'route_version', schema: 'totrinh' })
export class RouteVersion {
  @PrimaryColumn({ type: 'text', name: 'route_id' })
  routeId!: string;

  @PrimaryColumn('int')
  version!: number;

  @Column('int')
  semantics!: number;

  @Column('text')
  source!: string;

  @Column('jsonb')
  rules!: Route;

  @Column('text')
  sha256!: string;

  @Column({ type: 'timestamptz', name: 'published_at', precision: 3 })
  publishedAt!: Date;

  @Column({ type: 'text', name: 'published_by' })
  publishedBy!: string;
}
