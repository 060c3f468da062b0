import { Environment, ParseError, TypeError as CelTypeError, type ParseResult } from '@marcbachmann/cel-js';
import { notAllowedIn, type ConditionFault } from './check/condition-language.ts';
import type { FieldType, FieldValue, Route } from './route.ts';

export type { ConditionFault } from './check/condition-language.ts';
export type Fields = Route['fields'];

/** What a condition is evaluated over: the facts of the case by name, and the dossier itself. */
export interface ConditionValues {
  readonly case: Readonly<Record<string, FieldValue>>;
  readonly dossier: { readonly kind: string; readonly round: number };
}

/** A condition that is ready to be evaluated. */
export interface Condition {
  evaluate(values: ConditionValues): boolean;
}

type Compiled = { readonly ok: true; readonly condition: Condition } | { readonly ok: false; readonly faults: readonly ConditionFault[] };
interface Language { readonly environment: Environment; readonly compiled: Map<string, Compiled> }

/** Money and numbers are doubles, as JavaScript has them; a date is a text `YYYY-MM-DD`, which sorts as it should. */
const CEL_TYPES: Readonly<Record<FieldType, string>> = { money: 'double', number: 'double', boolean: 'bool', text: 'string', date: 'string' };
/** A condition is one line in a route: far more than people write, far less than a machine would notice. */
const LIMITS = { maxAstNodes: 200, maxDepth: 20, maxListElements: 50, maxMapEntries: 0, maxCallArguments: 4 };
const MIXED: Readonly<Record<string, (a: number | bigint, b: number | bigint) => number>> = {
  '+': (a, b) => Number(a) + Number(b), '-': (a, b) => Number(a) - Number(b), '*': (a, b) => Number(a) * Number(b), '/': (a, b) => Number(a) / Number(b),
};

const languages = new WeakMap<Fields, Language>();

function languageOf(fields: Fields): Language {
  const known = languages.get(fields);
  if (known) return known;
  const schema = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, CEL_TYPES[typeOfField(field)]]));
  const environment = new Environment({ limits: LIMITS })
    .registerVariable({ name: 'case', schema })
    .registerVariable({ name: 'dossier', schema: { kind: 'string', round: 'int' } });
  // CEL keeps whole and broken numbers apart; people who write `case.budget * 2` do not.
  for (const [sign, compute] of Object.entries(MIXED)) environment.registerOperator(`double ${sign} int: double`, compute).registerOperator(`int ${sign} double: double`, compute);
  environment.registerOperator('double == int', (a: number, b: bigint) => a === Number(b));
  environment.registerOperator('double in list<int>', (a: number, list: readonly bigint[]) => list.some((b) => a === Number(b)));
  const language = { environment, compiled: new Map<string, Compiled>() };
  languages.set(fields, language);
  return language;
}

export function typeOfField(field: Fields[string]): FieldType {
  return typeof field === 'string' ? field : field.type;
}

function compile(fields: Fields, text: string): Compiled {
  const { environment, compiled } = languageOf(fields);
  const known = compiled.get(text);
  if (known) return known;
  const made = compileIn(environment, fields, text);
  compiled.set(text, made);
  return made;
}

function compileIn(environment: Environment, fields: Fields, text: string): Compiled {
  let parsed: ParseResult;
  try {
    parsed = environment.parse(text);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return { ok: false, faults: [parseFault(error)] };
  }
  const forbidden = notAllowedIn(parsed.ast);
  if (forbidden.length > 0) return { ok: false, faults: forbidden };
  const checked = parsed.check();
  if (!checked.valid) return { ok: false, faults: [typeFault(fields, text, checked.error)] };
  if (checked.type !== 'bool') return { ok: false, faults: [{ code: 'conditionNotBoolean', vi: 'điều kiện phải cho kết quả đúng hoặc sai', en: 'the condition must be true or false' }] };
  return { ok: true, condition: { evaluate: (values) => parsed(contextOf(fields, values)) === true } };
}

/** Maps, so that a fact may have any name; a fact that was not given has its default. */
function contextOf(fields: Fields, values: ConditionValues): Record<string, unknown> {
  const facts = Object.entries(fields).map(([name, field]): [string, FieldValue] => {
    const value = Object.hasOwn(values.case, name) ? values.case[name] : typeof field === 'string' ? undefined : field.default;
    if (value === undefined) throw new Error(`the case has no value for ${name}`);
    return [name, value];
  });
  return { case: new Map(facts), dossier: new Map<string, string | bigint>([['kind', values.dossier.kind], ['round', BigInt(values.dossier.round)]]) };
}

function parseFault(error: ParseError): ConditionFault {
  if (error.code === 'limit_exceeded') return { code: 'conditionTooCostly', vi: `điều kiện quá dài hoặc lồng quá sâu (${error.summary})`, en: `the condition is too long or too deeply nested (${error.summary})` };
  const at = (error.range?.start ?? 0) + 1;
  return { code: 'conditionSyntax', vi: `không đọc được điều kiện ở ký tự thứ ${at}`, en: `the condition cannot be read at character ${at}: ${error.summary}` };
}

function typeFault(fields: Fields, text: string, error: CheckError): ConditionFault {
  const { code, range, summary } = error instanceof CelTypeError || error instanceof ParseError ? error : { code: '', range: undefined, summary: '' };
  const said = range ? text.slice(range.start, range.end) : text;
  if (code === 'unknown_variable' || code === 'no_such_key') {
    const known = [...Object.keys(fields).map((name) => `case.${name}`), 'dossier.kind', 'dossier.round'].join(', ');
    return { code: 'conditionUnknownName', vi: `điều kiện nhắc tới “${said}” chưa khai; các tên dùng được: ${known}`, en: `the condition names “${said}”, which is not declared; it may use: ${known}` };
  }
  return { code: 'conditionType', vi: `điều kiện ghép các giá trị khác kiểu ở “${said}”`, en: `the condition mixes values of different types in “${said}”: ${summary}` };
}

type CheckError = ReturnType<ParseResult['check']>['error'];

/** What keeps a condition from being published, as the end of a sentence; none where it can be evaluated over every case with these fields. */
export function checkCondition(fields: Fields, text: string): readonly ConditionFault[] {
  const made = compile(fields, text);
  return made.ok ? [] : made.faults;
}

/** The condition of a checked route or of a part of it (its own `fields` count); compiled once. */
export function compileCondition(route: Route, text: string): Condition {
  const made = compile(route.fields, text);
  if (!made.ok) throw new Error(`route ${route.route} has a condition that was never checked: ${text}`);
  return made.condition;
}

/** Whether the condition holds. For a checked route and a case that has a value for each field without default it never throws. */
export function evaluateCondition(route: Route, text: string, values: ConditionValues): boolean {
  return compileCondition(route, text).evaluate(values);
}

