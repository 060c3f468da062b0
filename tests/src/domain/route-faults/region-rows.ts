import type { FaultRow } from './fault-row.ts';
import { approve, branched, choice, draft, end, issue, opinionsPart, parallel, part, review, small, through } from './small-route.ts';

const two = (mot: object, hai: object = { steps: ['y-hai'] }, more: object = {}): ReturnType<typeof parallel> => parallel({ mot, hai }, 'duyet', more);
const opinions = opinionsPart;
const inBranch = (parts: string): unknown => branched({ 'song-song': two({ steps: ['con'] }), con: { kind: 'route', route: parts, next: { completed: 'join', rejected: 'dung' } }, 'y-mot': review('song-song', 'soan'), soan: draft('y-mot') });
const many = part('nhieu', { dau: review('b0', 'xong'), ...Object.fromEntries(Array.from({ length: 190 }, (_, i) => [`b${i}`, review(i === 189 ? 'xong' : `b${i + 1}`, 'xong')])), xong: end() });
const chain = (count: number): unknown => small({ soan: draft('c0'), ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i}`, { kind: 'route', route: 'nhieu', next: { completed: i === count - 1 ? 'duyet' : `c${i + 1}`, rejected: 'dung' } }])) });

/** A branch of a branch, whose return leads to this step. */
const nested = (back: string): unknown => branched({ 'song-song': two({ steps: ['truoc', 'trong'] }), truoc: review('trong', 'soan'), trong: parallel({ ba: { steps: ['y-mot'] }, bon: { steps: ['y-bon'] } }, 'join'), 'y-mot': review('join', back), 'y-bon': review('join', 'y-bon') });

/** Faults of branches and sub-routes. */
export const REGION_ROWS: readonly FaultRow[] = [
  { code: 'tooFewBranches', name: 'chỉ một nhánh', names: 'song-song', has: branched({ 'song-song': parallel({ mot: { steps: ['y-mot', 'y-hai'] } }, 'duyet'), 'y-mot': review('y-hai', 'soan') }), nearly: branched() },
  { code: 'joinOutOfReach', name: 'chờ nhiều nhánh hơn số đang có', names: 'song-song', has: branched({ 'song-song': two({ steps: ['y-mot'] }, { steps: ['y-hai'] }, { join: { atLeast: 3 } }) }), nearly: branched({ 'song-song': two({ steps: ['y-mot'] }, { steps: ['y-hai'] }, { join: { atLeast: 2 } }) }) },
  { code: 'unknownBranchStep', name: 'nhánh kể bước không có', names: 'y-ba', has: branched({ 'song-song': two({ steps: ['y-mot', 'y-ba'] }) }), nearly: branched({ 'song-song': two({ steps: ['y-mot', 'y-ba'] }), 'y-mot': review('y-ba', 'soan'), 'y-ba': review('join', 'y-mot') }) },
  { code: 'stepInTwoBranches', name: 'một bước trong hai nhánh', names: 'song-song', has: branched({ 'song-song': two({ steps: ['y-mot'] }, { steps: ['y-hai', 'y-mot'] }) }), nearly: branched() },
  { code: 'parallelInItself', name: 'song song nằm trong nhánh của mình', names: 'song-song', has: branched({ 'song-song': two({ steps: ['y-mot', 'song-song'] }) }), nearly: branched({ 'song-song': two({ steps: ['trong'] }), trong: parallel({ ba: { steps: ['y-mot'] }, bon: { steps: ['y-bon'] } }, 'join'), 'y-bon': review('join', 'y-bon') }) },
  { code: 'branchEntered', name: 'đi vào giữa nhánh từ ngoài', names: 'y-hai', has: branched({ duyet: approve({ approved: 'ban-hanh', returned: 'y-hai', rejected: 'dung' }) }), nearly: branched({ duyet: approve({ approved: 'ban-hanh', returned: 'song-song', rejected: 'dung' }) }) },
  { code: 'branchEntered', name: 'chuyển lại sang nhánh bên cạnh', names: 'y-hai', has: branched({ 'y-mot': review('join', 'y-hai') }), nearly: branched({ 'y-mot': review('join', 'y-mot') }) },
  { code: 'branchEntered', name: 'từ nhánh trong chuyển lại sang nhánh ngoài bên cạnh', names: 'y-hai', has: nested('y-hai'), nearly: nested('truoc') },
  { code: 'branchEntered', name: 'bắt đầu từ trong nhánh', names: 'y-mot', has: branched({}, { start: 'y-mot' }), nearly: branched({}, { start: 'soan' }) },
  { code: 'branchLeft', name: 'đồng ý mà nhảy khỏi nhánh', names: 'y-mot', has: branched({ 'y-mot': review('duyet', 'soan') }), nearly: branched({ 'y-mot': review('join', 'duyet') }) },
  { code: 'branchLeft', name: 'rẽ khỏi nhánh', names: 're', has: branched({ 'song-song': two({ steps: ['re', 'y-mot'] }), re: choice([{ if: 'dossier.round > 1', go: 'soan' }, { else: 'y-mot' }]) }), nearly: branched({ 'song-song': two({ steps: ['re', 'y-mot'] }), re: choice([{ if: 'dossier.round > 1', go: 'join' }, { else: 'y-mot' }]) }) },
  { code: 'joinOutsideBranch', name: 'join ngoài nhánh', names: 'soan', has: small({ soan: draft('join') }), nearly: branched() },
  { code: 'joinOutsideBranch', name: 'join ở nhánh ngoài từ bước đứng ngoài', names: 'duyet', has: branched({ duyet: approve({ approved: 'ban-hanh', returned: 'join', rejected: 'dung' }) }), nearly: branched() },
  { code: 'branchNeverJoins', name: 'nhánh không bao giờ tới join', names: 'song-song', ends: 'song-song', has: branched({ 'y-mot': review('y-mot', 'soan') }), nearly: branched({ 'song-song': two({ steps: ['y-mot', 'y-ba'] }), 'y-mot': review('y-ba', 'soan'), 'y-ba': review('join', 'soan') }) },
  { code: 'contentInBranch', name: 'soạn thảo trong nhánh', names: 'y-mot', ends: 'y-mot', has: branched({ 'y-mot': draft('join') }), nearly: branched({ 'y-mot': review('join', 'soan') }) },
  { code: 'contentInBranch', name: 'kết thúc trong nhánh', names: 'ngung', ends: 'ngung', has: branched({ 'song-song': two({ steps: ['y-mot', 'ngung'] }), 'y-mot': { ...review('join', 'soan'), next: { approved: 'join', returned: 'soan', rejected: 'ngung' } }, ngung: end('cancelled') }), nearly: branched({ 'y-mot': { ...review('join', 'soan'), next: { approved: 'join', returned: 'soan', rejected: 'dung' } } }) },
  { code: 'contentInBranch', name: 'quy trình con có soạn thảo dùng trong nhánh', names: 'con/viet', ends: 'con/viet', has: inBranch('soan-lai'), nearly: inBranch('y-kien'), parts: part('soan-lai', { viet: draft('xong'), xong: end() }), nearlyParts: opinions },
  { code: 'unknownPart', name: 'quy trình con chưa công bố', names: 'con', has: through('y-kien'), nearly: through('y-kien'), nearlyParts: opinions },
  { code: 'recursivePart', name: 'quy trình con gọi lại chính nó', names: 'con', has: through('quy-trinh-mau'), nearly: through('y-kien'), nearlyParts: opinions },
  { code: 'recursivePart', name: 'quy trình con của quy trình con gọi lại', names: 'con', has: through('giua'), nearly: through('giua'),
    parts: part('giua', { sau: { kind: 'route', route: 'quy-trinh-mau', next: { completed: 'xong', rejected: 'xong' } }, xong: end() }, { parts: part('quy-trinh-mau', { xong: end() }) }),
    nearlyParts: part('giua', { sau: { kind: 'route', route: 'y-kien', next: { completed: 'xong', rejected: 'xong' } }, xong: end() }, { parts: opinions }) },
  { code: 'partNeeds', name: 'quy trình con cần vai chưa khai', names: 'con', has: through('y-kien'), nearly: { ...through('y-kien'), units: { finance: 'from item' } }, parts: part('y-kien', { xem: review('xong', 'xong'), xong: end() }, { units: { finance: 'from item' } }) },
  { code: 'partNeeds', name: 'quy trình con cần trường khác kiểu', names: 'con', has: { ...through('y-kien'), fields: { budget: 'text' } }, nearly: { ...through('y-kien'), fields: { budget: { type: 'money', default: 0 } } }, parts: part('y-kien', { xem: review('xong', 'xong'), xong: end() }, { fields: { budget: 'money' } }) },
  { code: 'partNeeds', name: 'quy trình con cần trường không có giá trị sẵn', names: 'con', has: through('y-kien'), nearly: through('y-kien'), parts: part('y-kien', { xem: review('xong', 'xong'), xong: end() }, { fields: { budget: 'money' } }), nearlyParts: part('y-kien', { xem: review('xong', 'xong'), xong: end() }, { fields: { budget: { type: 'money', default: 0 } } }) },
  { code: 'issueUnapproved', name: 'quy trình con ban hành mà cả hồ sơ chưa được phê duyệt', names: 'con/phat', ends: 'con/phat',
    has: small({ soan: draft('con'), con: { kind: 'route', route: 'phat-hanh', next: { completed: 'duyet', rejected: 'dung' } }, duyet: review('xong', 'soan'), 'ban-hanh': review('xong', 'duyet'), xong: end() }, { start: 'ban-hanh' }),
    nearly: small({ soan: draft('duyet'), duyet: approve({ approved: 'con', returned: 'soan', rejected: 'dung' }), con: { kind: 'route', route: 'phat-hanh', next: { completed: 'xong', rejected: 'dung' } }, 'ban-hanh': review('soan', 'ban-hanh') }, { start: 'ban-hanh' }),
    parts: part('phat-hanh', { phat: issue('xong'), xong: end() }) },
];

/** A route that is too long with its sub-routes; the sentence names no step, since none is at fault. */
export const TOO_LARGE = { has: chain(6), nearly: chain(3), parts: many };
