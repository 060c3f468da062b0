import { allowedActions, FACT_TYPE_NAMES, guardOf, verbFaults, verbRow, VERB_NAMES, type VerbName } from '@totrinh/domain';
import { driveTo } from './stages.ts';

describe('Bảng động từ · the table of verbs', () => {
  test('every verb on a task or a dossier has its check, every type of fact a verb that produces it', () => {
    expect(verbFaults()).toEqual([]);
    expect(FACT_TYPE_NAMES.length).toBeGreaterThan(60);
  });

  test.each(VERB_NAMES)('%s says who, when and what it does, in both languages, each in one short sentence', (verb) => {
    const { who, when, effect } = verbRow(verb);
    for (const { vi, en } of [who, when, effect]) for (const sentence of [vi, en]) expect(sentence).toMatch(/^\p{Lu}[^.]{3,120}\.$/su);
  });

  test('what takes two people takes a reason, and is never one of many', () => {
    const two = VERB_NAMES.filter((verb) => verbRow(verb).twoPeople);
    expect(two.sort()).toEqual(['extend', 'migrate', 'record', 'recordResult', 'repair', 'skip']);
    for (const verb of two) expect(verbRow(verb)).toMatchObject({ reason: expect.any(String) as string });
    for (const verb of two) expect(verbRow(verb).bulk).toBeUndefined();
  });

  test('no vote, signature, initials or issue is one of many acts', () => {
    const bulk = VERB_NAMES.filter((verb) => verbRow(verb).bulk);
    expect(bulk.sort()).toEqual(['claim', 'decide', 'seen', 'transfer']);
  });

  test.each<[VerbName, 'task' | 'dossier' | null]>([['decide', 'task'], ['seen', null], ['nudge', null], ['edit', 'dossier'], ['comment', null], ['ask', null], ['arrive', null], ['create', null], ['conclude', null], ['lapse', null]])('%s needs the tag of: %s', (verb, guard) => {
    expect(guardOf(verb)).toBe(guard);
  });

  test('a verb that has no place in a step is not listed, and nobody is shown sixty of them', () => {
    for (const [path, people] of [['soan-thao', ['btctu-cv', 'btctu-truong']], ['lay-y-kien', ['stc-truong', 'btctu-truong']], ['tham-dinh', ['vptu-truong']], ['thong-qua', ['btv-1']], ['ky', ['tt-1']], ['ban-hanh', ['vptu-vt']]] as const) {
      const d = driveTo(path);
      for (const person of people) {
        const verbs = allowedActions(d.case, d.route, d.as(person)).map((a) => a.verb);
        expect(verbs.length).toBeLessThanOrEqual(22);
        expect(new Set(verbs).size).toBe(verbs.length);
        for (const never of ['cast', 'finish', 'confirm', 'reach', 'recordResult', 'resubmit', 'reopen', 'withdraw', 'resume'] as const) expect(verbs).not.toContain(never);
      }
    }
  });

  test('whoever leads the lead unit sees whom the consultation still waits for, and may nudge, add, take out and close', () => {
    const d = driveTo('lay-y-kien');
    const seen = new Map(allowedActions(d.case, d.route, d.as('btctu-truong')).map((a) => [a.verb, a]));
    const step = d.case.steps.find((s) => s.path === 'lay-y-kien')!.id;
    const tasks = d.case.tasks.filter((t) => t.step === step).map((t) => t.id);
    expect(seen.get('nudge')).toMatchObject({ allowed: true, task: null, targets: tasks });
    for (const verb of ['addParticipant', 'closeConsult'] as const) expect(seen.get(verb)).toMatchObject({ allowed: true, targets: [step] });
    expect(seen.get('removeParticipant')).toMatchObject({ allowed: true, targets: tasks });
  });
});
