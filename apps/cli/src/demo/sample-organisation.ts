import type { Organisation } from '@totrinh/casework';
import { v5 } from 'uuid';
import { registerIssuer, type Sample, type SampleUnit } from './sample.ts';

/** First day of the term's organisation: the congress of the Party Committee's term XVII, October 2020. */
const FROM = '2020-10-01';
/** Namespace of the demo's appointment ids, so that every machine enters the same ones. */
const APPOINTMENTS = '6f0c8f4e-8a54-5d0e-9a1c-3a7f2d6b1c01';
const FORM_CHECKER = 'Chuyên viên Phòng Tổng hợp theo dõi thể thức';
const ADMINISTRATOR = 'Quản trị hệ thống';
const OFFICES = ['VPTU', 'VPUB'];
const COUNCIL = 'hoi-dong-nghiem-thu';
/** Units of the district level ended with it on 1/7/2025; the other units that ended in 2025 are kept to the end of that year. */
const DISTRICT_GROUPS = ['cấp ủy trực thuộc', 'cấp huyện'];

type Row<K extends keyof Organisation> = Organisation[K][number];
interface Seat { readonly post: string; readonly body: string; readonly role: 'member' | 'chair'; readonly title: string; readonly person: string; readonly name: string }

/** A person's id, also the login: the unit and the post, `btctu-head`. */
export function personOf(unit: string, role: string): string {
  return `${unit.toLowerCase()}-${role}`;
}

/** A seat's post id, also the login of whoever holds nothing else: `ban-thuong-vu-14`. */
export function seatId(body: string, place: number): string {
  return `${body}-${String(place).padStart(2, '0')}`;
}

/** The sample's units, posts, bodies, signers and registers, everybody named after their post. Pure. */
export function sampleOrganisation(sample: Sample): Organisation {
  const { org } = sample;
  const staff = org.units.flatMap(postsOf);
  const seats = seatsOf(sample);
  const validTo = new Map<string, string | null>([...org.units.map((u): [string, string | null] => [u.id, unitEnds(u)]), ...bodiesOf(sample).map((b): [string, string | null] => [b.id, b.validTo])]);
  const posts = [...staff.map(({ unit, id, role, title }) => ({ id, unit, body: null, role, title })), ...seats.map((s) => ({ id: s.post, unit: null, body: s.body, role: s.role, title: s.title }))];
  const holders = [...staff.map((s) => ({ person: s.id, post: s.id, of: s.unit })), ...seats.map((s) => ({ person: s.person, post: s.post, of: s.body }))];
  const people = new Map([...staff.map((s): [string, string] => [s.id, s.name]), ...seats.map((s): [string, string] => [s.person, s.name])]);
  return {
    units: org.units.map((u) => ({ id: u.id, name: u.name, short: u.short, regime: u.regime, validFrom: FROM, validTo: unitEnds(u) })),
    bodies: bodiesOf(sample),
    people: [...people].map(([id, name]) => ({ id, name, email: `${id}@mau.invalid` })),
    posts,
    appointments: holders.map((h) => ({ id: v5(`${h.person} ${h.post}`, APPOINTMENTS), person: h.person, post: h.post, validFrom: FROM, validTo: validTo.get(h.of) ?? null })),
    signers: Object.entries(org.signers).flatMap(([of, titles]) => titles.map((title, sort) => ({ body: of, post: signerPost(seats, of, title), sort }))),
    registers: registersOf(sample),
  };
}

function unitEnds(u: SampleUnit): string | null {
  if (u.untilYear === undefined) return null;
  return DISTRICT_GROUPS.includes(u.group) ? `${u.untilYear}-07-01` : `${u.untilYear + 1}-01-01`;
}

function postsOf(u: SampleUnit): { id: string; unit: string; role: string; title: string; name: string }[] {
  const office = OFFICES.includes(u.id) ? [['form-checker', FORM_CHECKER], ...(u.id === 'VPTU' ? [['admin', ADMINISTRATOR]] : [])] : [];
  return [...Object.entries(u.posts), ...office].map(([role = '', title = '']) => ({ id: personOf(u.id, role), unit: u.id, role, title, name: `${title}, ${u.name}` }));
}

function bodiesOf(sample: Sample): Row<'bodies'>[] {
  const { bodies, singleAuthorities } = sample.org;
  const collective = bodies.map((b) => ({ id: b.id, name: b.name, validFrom: FROM, validTo: b.untilYear === undefined ? null : `${b.untilYear + 1}-01-01` }));
  return [...collective, ...singleAuthorities.map((a) => ({ id: a.id, name: a.name, validFrom: FROM, validTo: null }))];
}

/**
 * Every seat and its one holder. Who heads a unit, leads the Party Committee or the People's Committee is one person in
 * all their seats; a single authority is a body of one seat.
 */
function seatsOf(sample: Sample): Seat[] {
  const chairOfState = seatId('ban-thuong-vu', 3);
  const standing = titlesOf(sample, 'ban-thuong-vu');
  return [
    ...standing.map((title, i) => seat('ban-thuong-vu', i + 1, title, headWith(sample, title) ?? { person: seatId('ban-thuong-vu', i + 1), name: `${title}, Thành ủy` })),
    ...titlesOf(sample, 'thuong-truc').map((title, i) => seat('thuong-truc', i + 1, title, { person: seatId('ban-thuong-vu', standing.indexOf(title) + 1), name: `${title}, Thành ủy` })),
    ...titlesOf(sample, 'ubnd').map((title, i) => seat('ubnd', i + 1, title, i === 0 ? { person: chairOfState, name: '' } : { person: seatId('ubnd', i + 1), name: `${title}, Ủy ban nhân dân Thành phố` })),
    ...titlesOf(sample, COUNCIL).map((title, i) => seat(COUNCIL, i + 1, title, { person: seatId(COUNCIL, i + 1), name: `${title}, Hội đồng đánh giá, nghiệm thu đề tài` })),
    seat('chu-tich-ubnd', 1, 'Chủ tịch', { person: chairOfState, name: '' }),
  ].map((s, _, all) => ({ ...s, name: all.find((o) => o.person === s.person)?.name ?? s.name }));
}

/** Whose first seat is the Chair's: a tie in the People's Committee goes with its Chair, and a single authority has no other. */
const CHAIRED = ['ubnd', 'chu-tich-ubnd'];

function seat(body: string, place: number, title: string, holder: { person: string; name: string }): Seat {
  return { post: seatId(body, place), body, role: place === 1 && CHAIRED.includes(body) ? 'chair' : 'member', title, ...holder };
}

/** Who holds the seats of a body, in their order. */
export function membersOf(sample: Sample, body: string): string[] {
  return seatsOf(sample).filter((s) => s.body === body).map((s) => s.person);
}

const titlesOf = (sample: Sample, body: string): string[] => sample.org.bodies.find((b) => b.id === body)?.seats ?? [];

/** “Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức” is the head of Ban Tổ chức Thành ủy. */
function headWith(sample: Sample, seatTitle: string): { person: string; name: string } | null {
  const office = seatTitle.split(', ')[1];
  if (office === undefined) return null;
  const unit = sample.org.units.find((u) => [`${u.posts.head} ${u.name}`, `${u.posts.head.replace(/ Ban$/, '')} ${u.name}`, `${u.posts.head.replace(/ Văn phòng$/, '')} ${u.name}`].some((full) => full === `${office} Thành ủy`));
  return unit ? { person: personOf(unit.id, 'head'), name: `${unit.posts.head}, ${unit.name}` } : null;
}

function signerPost(seats: readonly Seat[], body: string, title: string): string {
  const post = (seats.find((s) => s.body === body && s.title === title) ?? seats.find((s) => s.title === title && s.body !== 'thuong-truc'))?.post;
  if (post === undefined) throw new Error(`the sample's signer “${title}” of ${body} has no seat`);
  return post;
}

function registersOf(sample: Sample): Row<'registers'>[] {
  return sample.org.registers.map((r) => {
    const as = sample.items.find((i) => i.issueAs.type === r.type && registerIssuer(i.issueAs.regime) === r.issuer)?.issueAs;
    if (!as) throw new Error(`no item of the sample is numbered in the register ${r.issuer} ${r.type}`);
    // The Party counts per term (“term XVII”), the State per year and has no term of its own here.
    const series = r.series.replace(/^term /, '');
    return { id: `${r.issuer}-${r.type}`, issuer: r.issuer, type: r.type, regime: as.regime, notation: as.notation, term: as.regime === 'party' ? series : '', series, first: r.first };
  });
}
