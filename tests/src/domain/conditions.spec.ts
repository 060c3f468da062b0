import { checkCondition, evaluateCondition, type ConditionValues, type Route } from '@totrinh/domain';
import fc from 'fast-check';
import { routeOf } from './sample-route.ts';
import { small } from './route-faults/small-route.ts';

const FIELDS = { budget: 'money', members: 'number', needsVote: 'boolean', place: 'text', held: 'date', urgent: { type: 'boolean', default: false }, constructor: { type: 'number', default: 3 } } as const;
const ROUTE: Route = routeOf(small({}, { fields: FIELDS }));
const VALUES: ConditionValues = { case: { budget: 60_000_000_000, members: 17, needsVote: true, place: 'Hà Nội', held: '2026-07-13' }, dossier: { kind: 'de-an', round: 2 } };

describe('Điều kiện trong quy trình · conditions of a route', () => {
  test.each([
    ['case.budget > 0', true],
    ['case.budget > 50000000000', true],
    ['case.budget == 60000000000', true],
    ['case.budget * 2 <= 100000000000.5', false],
    ['case.budget - 1 < case.budget', true],
    ['case.members / 2 > 8', true],
    ['case.members in [15, 17]', true],
    ['case.needsVote', true],
    ['!case.needsVote || case.place == "Hà Nội"', true],
    ['case.place.startsWith("Hà") && !case.place.contains("x")', true],
    ['case.held >= "2026-07-01" && case.held < "2026-10-01"', true],
    ['dossier.kind in ["de-an", "ke-hoach"]', true],
    ['dossier.round % 2 == 0', true],
    ['dossier.round > 2', false],
    ['case.urgent', false],
    ['case.constructor == 3', true],
    ['case.needsVote ? case.budget > 1e9 : dossier.round > 5', true],
  ])('%s là %s', (text, expected) => {
    expect(checkCondition(ROUTE.fields, text)).toEqual([]);
    expect(evaluateCondition(ROUTE, text, VALUES)).toBe(expected);
  });

  test.each([
    ['case.buget > 0', 'conditionUnknownName', 'buget'],
    ['budget > 0', 'conditionUnknownName', 'budget'],
    ['case.toString == 1', 'conditionUnknownName', 'toString'],
    ['dossier.title == "x"', 'conditionUnknownName', 'title'],
    ['case.budget >', 'conditionSyntax', ''],
    ['case.budget > 0; true', 'conditionSyntax', ''],
    ['case.place > 1', 'conditionType', 'case.place > 1'],
    ['case.needsVote == "có"', 'conditionType', ''],
    ['case.budget', 'conditionNotBoolean', ''],
    ['case', 'conditionNotBoolean', ''],
    ['"true"', 'conditionNotBoolean', ''],
    ['case.place.matches("(a+)+$")', 'conditionNotAllowed', 'matches'],
    ['[1, 2].all(x, x > 0)', 'conditionNotAllowed', ''],
    ['timestamp("x") > timestamp("y")', 'conditionNotAllowed', ''],
    ['int(case.place) > 1', 'conditionNotAllowed', ''],
    ['[true][5]', 'conditionNotAllowed', ''],
    ['case["budget"] > 0', 'conditionNotAllowed', ''],
    ['case.members / case.budget > 1', 'conditionNotAllowed', ''],
    ['dossier.round % 0 == 1', 'conditionNotAllowed', ''],
    ['9007199254740991 * 9007199254740991 > 1', 'conditionNotAllowed', ''],
    ['(case.needsVote ? 9007199254740991 : 1) * dossier.round > 1', 'conditionNotAllowed', ''],
    ['null == null', 'conditionNotAllowed', ''],
    ['dyn(1) > 0', 'conditionNotAllowed', ''],
    [`case.members in [${'1,'.repeat(51)}1]`, 'conditionTooCostly', ''],
    [`${'('.repeat(40)}true${')'.repeat(40)}`, 'conditionTooCostly', ''],
    [`true${' || true'.repeat(60)}${' && true'.repeat(60)}`, 'conditionTooCostly', ''],
  ])('%s bị từ chối (%s)', (text, code, named) => {
    const faults = checkCondition(ROUTE.fields, text);
    expect([...new Set(faults.map((fault) => fault.code))]).toEqual([code]);
    for (const said of [faults[0]!.vi, faults[0]!.en]) expect(said).toContain(named);
  });

  test('tên chưa khai: câu lỗi kể các tên dùng được', () => {
    expect(checkCondition({ budget: 'money' }, 'case.buget > 0')[0]!.vi).toContain('case.budget, dossier.kind, dossier.round');
  });

  test('hồ sơ thiếu một giá trị bắt buộc là một lỗi của hệ thống, không phải một câu trả lời', () => {
    expect(() => evaluateCondition(ROUTE, 'case.needsVote', { ...VALUES, case: {} })).toThrow('no value for budget');
  });

  const number = fc.oneof(fc.double({ noNaN: false }), fc.integer(), fc.constant(0));
  const operand = fc.constantFrom('case.budget', 'case.members', 'dossier.round', '0', '7', '1.5', '900719925474099', 'case.place', '"x"', 'case.needsVote', 'case.urgent', 'true');
  const tree = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof({ maxDepth: 4 }, operand, fc.tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/', '%', '==', '<', '>=', '&&', '||'), tie('expression')).map(([a, op, b]) => `(${a} ${op} ${b})`), tie('expression').map((a) => `!${a}`), tie('expression').map((a) => `-${a}`), fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`)),
  })).expression;

  test('một điều kiện đã qua kiểm tra luôn cho đúng hoặc sai, với mọi hồ sơ', () => {
    fc.assert(fc.property(tree, number, number, fc.boolean(), fc.string(), fc.integer({ min: 1, max: 1_000_000 }), (text, budget, members, needsVote, place, round) => {
      if (checkCondition(ROUTE.fields, text).length > 0) return;
      expect(typeof evaluateCondition(ROUTE, text, { case: { budget, members, needsVote, place, held: '2026-01-01' }, dossier: { kind: 'de-an', round } })).toBe('boolean');
    }), { numRuns: 5000 });
  });
});
