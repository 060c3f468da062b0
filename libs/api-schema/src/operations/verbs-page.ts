import { guardOf, verbRow, VERB_NAMES, type VerbName, type VerbTarget } from '@totrinh/domain';
import { API_PREFIX } from '../openapi.ts';
import type { Operation } from './operation.ts';
import { allOperations } from './operations.ts';

const PARTS: readonly (readonly [VerbTarget, string])[] = [
  ['task', 'Trên một việc · On a task'], ['dossier', 'Trên hồ sơ · On a dossier'], ['meeting', 'Trên hội nghị · On a meeting'], ['office', 'Của cơ quan · Of the office'], ['system', 'Của hệ thống · Of the system'],
];

/** docs/verbs.md: every verb with its address, who may use it, when, and what it does. */
export function verbsPage(): string {
  const parts = PARTS.flatMap(([on, title]) => [
    `## ${title}`, '',
    '| Động từ · Verb | Địa chỉ · Address | Ai · Who | Khi nào · When | Làm gì · Effect | Sự kiện · Events | Hai người · Two people | Lý do · Reason | If-Match |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...VERB_NAMES.filter((verb) => verbRow(verb).on === on).map(lineOf), '',
  ]);
  return [
    '# Động từ · Verbs', '',
    'Bảng này sinh ra từ mã nguồn (`npm run openapi`): mỗi động từ là một dòng, một địa chỉ của API và một luật. Máy chủ không khởi động nếu bảng thiếu hoặc thừa.', '',
    'Generated from the code (`npm run openapi`): each verb is one row, one address of the API and one rule. The server does not start where one of them is missing or left over.', '',
    ...parts,
  ].join('\n');
}

function lineOf(verb: VerbName): string {
  const { who, when, effect, facts, twoPeople, reason, sameAs } = verbRow(verb);
  const both = ({ vi, en }: { vi: string; en: string }): string => `${vi}<br>${en}`;
  const operation = allOperations.find((o) => o.verb === (sameAs ?? verb));
  const cells = [`\`${verb}\``, operation ? addressOf(operation) : '–', both(who), both(when), both(effect), facts.map((f) => `\`${f}\``).join(', ') || '–', twoPeople ? 'có · yes' : '–', reason === 'always' ? 'luôn · always' : reason === 'sometimes' ? 'khi cần · sometimes' : '–', guardOf(verb) ?? '–'];
  return `| ${cells.join(' | ')} |`;
}

const addressOf = (o: Operation): string => `\`${o.method.toUpperCase()} ${API_PREFIX}${o.path}\``;

/**
 * Where the table of verbs and the table of operations differ, as sentences for whoever starts the process: each verb of a
 * person has exactly one address, whose If-Match is the one that the verb needs, and each changing address a verb.
 */
export function operationFaults(): string[] {
  const ofPeople = VERB_NAMES.filter((verb) => verbRow(verb).on !== 'system' && verbRow(verb).sameAs === undefined);
  const addresses = (verb: VerbName): readonly Operation[] => allOperations.filter((o) => o.verb === verb);
  return [
    ...ofPeople.filter((verb) => addresses(verb).length !== 1).map((verb) => `the verb ${verb} has ${addresses(verb).length} addresses`),
    ...ofPeople.flatMap((verb) => addresses(verb).filter((o) => (o.ifMatch ?? null) !== guardOf(verb)).map((o) => `${o.id} asks for the tag of ${o.ifMatch ?? 'nothing'}, ${verb} needs that of ${guardOf(verb) ?? 'nothing'}`)),
    ...allOperations.filter((o) => o.acts === true && o.verb === undefined).map((o) => `${o.id} changes something and has no verb`),
    ...allOperations.filter((o) => o.verb !== undefined && !ofPeople.includes(o.verb)).map((o) => `${o.id} is the address of no person’s verb: ${o.verb}`),
  ];
}

/** Throws where the two tables differ; asked once when the API starts. */
export function checkOperations(): void {
  const faults = operationFaults();
  if (faults.length > 0) throw new Error(`verbs and addresses are not one: ${faults.join('; ')}`);
}
