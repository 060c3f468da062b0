const HEAD = `
units: { appraising: from item, issuing: from item }
groups: { cooperating: from item }
bodies: { authority: from item }
start: soan-thao
steps:
  soan-thao: { kind: draft, who: { person: drafter }, next: { completed: `;
const DONE = `
  hoan-thanh: { kind: end, status: done }`;
const STOPPED = `
  dung-lai: { kind: end, status: rejected }`;
const named = (route: string, steps: string): string => `route: ${route}\ntitle: { vi: MẪU, en: Sample }${HEAD}${steps}${DONE}`;

/** The inside of the long route: a vote that is sent in for five days. */
const PART = `
route: phan-bieu-quyet
title: { vi: MẪU biểu quyết, en: Sample vote }
bodies: { authority: from item }
start: lay-phieu
steps:
  lay-phieu:
    kind: vote
    mode: written
    authority: false
    roster: { body: authority }
    rule: { base: members, approve: "> 1/2" }
    due: { days: 5 }
    next: { approved: xong, rejected: khong, lapsed: khong }
  xong: { kind: end, status: done }
  khong: { kind: end, status: rejected }
`;

/** Side by side a review and a webhook, then a vote in a sub-route, a notice, a wait of two days. */
const LONG = named('duong-dai', `song-song } }
  song-song: { kind: parallel, branches: { xet: { steps: [xet] }, gui: { steps: [gui] } }, join: all, next: { completed: bieu-quyet } }
  xet: { kind: review, who: { headOf: leadUnit }, next: { approved: join, returned: soan-thao } }
  gui: { kind: webhook, hook: so-hoa, next: { completed: join } }
  bieu-quyet: { kind: route, route: phan-bieu-quyet, next: { completed: bao-tin, rejected: dung-lai } }
  bao-tin: { kind: notify, to: [{ headOf: leadUnit }, { unit: issuing }], message: { vi: Đã thông qua, en: It was approved }, next: { completed: cho } }
  cho: { kind: wait, due: { days: 2 }, next: { completed: hoan-thanh } }${STOPPED}`);

/** After the draft a notice at once, and then a review. */
const NOTICE = named('bao-tin', `bao } }
  bao: { kind: notify, to: [{ headOf: leadUnit }, { unit: issuing }], message: { vi: Đã trình, en: It was submitted }, next: { completed: xet } }
  xet: { kind: review, who: { headOf: leadUnit }, next: { approved: hoan-thanh, returned: soan-thao } }`);

/** After the draft a webhook that time closes, and then a review. */
const HOOK = named('goi-ngoai', `gui } }
  gui: { kind: webhook, hook: so-hoa, due: { days: 2 }, next: { completed: xet, lapsed: dung-lai } }
  xet: { kind: review, who: { headOf: leadUnit }, next: { approved: hoan-thanh, returned: soan-thao } }${STOPPED}`);

/** Routes whose steps go on by themselves; a sub-route stands before the route that names it. */
export const ENGINE_ROUTES: readonly string[] = [PART, LONG, NOTICE, HOOK];
