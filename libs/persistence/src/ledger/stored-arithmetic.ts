import { arithmeticSentence, type Arithmetic } from '@totrinh/domain';

/** How a step's result was counted, and the sentence that prints it, in the words of its day. */
export interface StoredArithmetic {
  readonly data: Arithmetic;
  readonly vi: string;
  readonly en: string;
}

/** What those are called whose opinions are counted. */
const NAMES = {
  vote: { members: { vi: 'Ủy viên', en: 'members' } },
  people: { members: { vi: 'đồng chí', en: 'people' } },
  consult: { members: { vi: 'cơ quan', en: 'units' } },
} as const satisfies Record<Arithmetic['kind'], unknown>;

export function storedArithmetic(data: Arithmetic): StoredArithmetic {
  return { data, ...arithmeticSentence(data, NAMES[data.kind]) };
}
