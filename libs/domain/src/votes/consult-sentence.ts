import type { ConsultArithmetic } from './arithmetic.ts';
import { joined, listed, type ArithmeticNames, type BothWords } from './both-words.ts';

/** “12 đồng ý · 2 không đồng ý · 1 ý kiến khác · 3 không trả lời trong hạn (trên 18 cơ quan được lấy ý kiến).” */
export function consultSentence(a: ConsultArithmetic, { members }: ArithmeticNames): BothWords {
  const rows = listed([
    [a.consent, { vi: 'đồng ý', en: 'consent' }],
    [a.object, { vi: 'không đồng ý', en: 'object' }],
    [a.other, { vi: 'ý kiến khác', en: a.other === 1 ? 'another opinion' : 'other opinions' }],
    [a.unanswered, unanswered(a)],
  ]);
  const counted = rows.vi === '' ? { vi: '0 ý kiến', en: '0 answers' } : rows;
  return joined([{ vi: `${counted.vi} (trên ${a.asked} ${members.vi} được lấy ý kiến).`, en: `${counted.en} (of ${a.asked} ${members.en} asked).` }, ending(a)]);
}

/** Only whoever let the date pass did not answer in time; silence is consent only then, and only where the request said so. */
function unanswered({ closed, silence }: ConsultArithmetic): BothWords {
  if (closed !== 'due') return { vi: 'chưa trả lời khi kết thúc', en: 'had not answered when it closed' };
  const late = { vi: 'không trả lời trong hạn', en: 'did not answer in time' };
  return silence === 'unanswered' ? late : { vi: `${late.vi} (coi như đồng ý, theo văn bản lấy ý kiến)`, en: `${late.en} (taken as consent, as the request said)` };
}

function ending({ closed, enough }: ConsultArithmetic): BothWords | null {
  if (closed === 'early') return { vi: 'Kết thúc trước thời hạn.', en: 'Closed before its date.' };
  if (closed !== 'enough' || enough === null) return null;
  return { vi: `Đã đủ số ý kiến cần có (${enough}).`, en: `Enough answers (${enough}) came in.` };
}
