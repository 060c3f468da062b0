import type { Each, StepRule, Who } from '@totrinh/domain';
import type { Lang, Words } from './lang.ts';

const ROLES: Readonly<Record<string, Words>> = {
  leadUnit: { vi: 'cơ quan chủ trì', en: 'the lead unit' },
  cooperating: { vi: 'các cơ quan phối hợp', en: 'the cooperating units' },
  appraising: { vi: 'cơ quan thẩm định', en: 'the appraising unit' },
  issuing: { vi: 'cơ quan ban hành', en: 'the issuing office' },
  authority: { vi: 'cấp có thẩm quyền', en: 'the competent authority' },
};
const known = (name: string, lang: Lang): string | undefined => (Object.hasOwn(ROLES, name) ? ROLES[name]?.[lang] : undefined);
const role = (name: string, lang: Lang): string => known(name, lang) ?? name;
/** A role at the beginning of a line; a name of the route stays as it is written. */
const capital = (name: string, lang: Lang): string => known(name, lang)?.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) ?? name;

/** A participant in words; roles that the glossary does not know stand as the route writes them. */
export function whoWords(who: Who, lang: Lang): string {
  const vi = lang === 'vi';
  if ('person' in who) return vi ? 'Người soạn thảo' : 'The drafter';
  if ('headOf' in who) return vi ? `Người đứng đầu ${role(who.headOf, lang)}` : `Head of ${role(who.headOf, lang)}`;
  if ('post' in who) return `${vi ? 'Chức danh' : 'Post'} ${who.post}${who.of === undefined ? '' : vi ? ` của ${role(who.of, lang)}` : ` of ${role(who.of, lang)}`}`;
  if ('unit' in who) return capital(who.unit, lang);
  if ('body' in who) return capital(who.body, lang);
  if ('signers' in who) return vi ? `Người ký của ${role(who.signers, lang)}` : `Signers of ${role(who.signers, lang)}`;
  if ('doneBy' in who) return vi ? `Người đã làm bước ${who.doneBy}` : `Whoever did ${who.doneBy}`;
  return vi ? `Cấp trên của người làm bước ${who.superiorOf}` : `Superior of whoever did ${who.superiorOf}`;
}

const eachWords = (each: Each, lang: Lang): string =>
  'units' in each ? capital(each.units, lang) : `${lang === 'vi' ? 'Thành viên' : 'Members of'} ${role(each.members, lang)}`;

/** Who works in a step; null where nobody does. */
export function actorWords(rule: StepRule, lang: Lang): string | null {
  switch (rule.kind) {
    case 'consult': return eachWords(rule.each, lang);
    case 'vote': return capital(rule.roster.body, lang);
    case 'notify': return rule.to.map((who) => whoWords(who, lang)).join(', ');
    case 'webhook': return rule.hook;
    case 'wait': return rule.for ?? null;
    case 'track': return rule.who ? whoWords(rule.who, lang) : null;
    case 'parallel': case 'choice': case 'route': case 'end': return null;
    default: return whoWords(rule.who, lang);
  }
}
