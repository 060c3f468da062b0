import fc from 'fast-check';
import type { CaseRoles } from '@totrinh/domain';
import { type Directory, type Appointment } from './sample-office.ts';

type Place = Omit<Appointment, 'person' | 'appointment'>;
const at = (unit: string, ...roles: string[]): Place[] => roles.map((role) => ({ role, unit, body: null }));
const inBody = (body: string, ...roles: string[]): Place[] => roles.map((role) => ({ role, unit: null, body }));

/** Every seat of the random office; each may be vacant or held by anybody, the drafter and holders of other seats too. */
const PLACES: readonly Place[] = [
  ...at('chu-tri', 'head', 'deputy', 'drafter', 'clerk'), ...at('tham-dinh', 'head', 'deputy', 'officer', 'clerk'), ...at('phoi-hop', 'head', 'officer', 'clerk'), ...at('so-khac', 'head'),
  ...at('van-phong', 'head', 'van-thu', 'van-thu', 'chuyen-vien'), ...inBody('tap-the', 'chair', 'member', 'member', 'member', 'signer', 'signer', 'secretary'), ...inBody('thuong-truc', 'chair', 'member', 'member'),
  ...at('quan-tri', 'admin', 'admin'),
];
export const PEOPLE = ['soan-thao', 'a', 'b', 'c', 'd', 'e', 'g', 'h'] as const;
export const UNITS = ['chu-tri', 'tham-dinh', 'phoi-hop', 'so-khac', 'van-phong'] as const;

export interface Office {
  readonly appointments: readonly Appointment[];
  readonly roles: CaseRoles;
}

export const anyOffice: fc.Arbitrary<Office> = fc.record({
  people: fc.tuple(...PLACES.map(() => fc.option(fc.constantFrom(...PEOPLE), { freq: 6 }))),
  asked: fc.subarray(['tham-dinh', 'phoi-hop', 'so-khac']),
}).map(({ people, asked }) => ({
  appointments: [
    { person: 'soan-thao', role: 'drafter', unit: 'chu-tri', body: null, appointment: 'soan-thao@chu-tri' },
    ...PLACES.flatMap((place, i) => (people[i] ? [{ ...place, person: people[i], appointment: `bo-nhiem-${i}` }] : [])),
  ],
  roles: { units: { appraising: 'tham-dinh', issuing: 'van-phong' }, groups: { cooperating: asked }, bodies: { authority: 'tap-the', opinion: 'thuong-truc' }, register: { issuer: 'tu', type: 'de-an' } },
}));

/** Gives one more seat to a person; the n-th seat, whoever else holds it. */
export function appoint(directory: Directory, n: number, person: string): void {
  const place = PLACES[n % PLACES.length];
  if (place) directory.appointments = [...directory.appointments, { ...place, person, appointment: `bo-nhiem-them-${directory.appointments.length}` }];
}

/** A newcomer in every seat: from now on nothing can want for an owner. */
export function appointEverywhere(directory: Directory): void {
  for (const n of PLACES.keys()) appoint(directory, n, `moi-${n}`);
}
