import type { Actor, Assignee, HeldPost, WhoQuery } from '@totrinh/domain';

/** A post held by a person, as the directory of the tests knows it. */
export interface Appointment extends HeldPost {
  readonly person: string;
}

const post = (person: string, role: string, unit: string): Appointment => ({ person, role, unit, body: null, appointment: `${person}@${unit}` });
const seat = (person: string, role: string, body: string): Appointment => ({ person, role, unit: null, body, appointment: `${person}@${body}` });

/** People are named after their posts: the lead unit BTCTU, two asked units, the appraising office VPTU, two bodies. */
export const APPOINTMENTS: readonly Appointment[] = [
  post('btctu-truong', 'head', 'btctu'), post('btctu-pho', 'deputy', 'btctu'), post('btctu-cv', 'drafter', 'btctu'), post('btctu-cv2', 'drafter', 'btctu'),
  post('stc-truong', 'head', 'stc'), post('stc-pho', 'deputy', 'stc'), post('btgtu-truong', 'head', 'btgtu'),
  post('vptu-truong', 'head', 'vptu'), post('vptu-pho', 'deputy', 'vptu'), post('vptu-vt', 'van-thu', 'vptu'),
  seat('tt-1', 'member', 'thuong-truc'), seat('tt-2', 'member', 'thuong-truc'),
  seat('btv-1', 'member', 'ban-thuong-vu'), seat('btv-2', 'member', 'ban-thuong-vu'), seat('btv-3', 'member', 'ban-thuong-vu'),
  seat('tt-1', 'signer', 'ban-thuong-vu'), seat('tt-2', 'signer', 'ban-thuong-vu'),
];

/** The directory: who holds what today. Appointments can be taken away or added between two questions. */
export class Directory {
  appointments: readonly Appointment[];

  constructor(appointments: readonly Appointment[] = APPOINTMENTS) {
    this.appointments = appointments;
  }

  ask(query: WhoQuery): Assignee[] {
    const units = query.kind === 'superior' ? this.appointments.filter((a) => a.person === query.person).map((a) => a.unit) : [];
    return this.appointments.filter((a) => (query.kind === 'superior' ? a.role === 'head' && a.unit !== null && units.includes(a.unit) : holds(a, query))).map((a) => ({ person: a.person, capacity: a.role, appointment: a.appointment }));
  }

  actor(person: string): Actor {
    return { person, posts: this.appointments.filter((a) => a.person === person) };
  }

  people(): string[] {
    return [...new Set(this.appointments.map((a) => a.person))];
  }
}

function holds(a: Appointment, query: Exclude<WhoQuery, { kind: 'superior' }>): boolean {
  switch (query.kind) {
    case 'person': return a.person === query.person && a.unit === query.unit;
    case 'post': return a.unit === query.unit && query.roles.includes(a.role);
    case 'body': return a.body === query.body && (a.role === 'member' || a.role === 'chair');
    case 'signers': return a.body === query.body && a.role === 'signer';
    case 'holder': return a.person === query.person;
  }
}
