/** What a schema found wrong, as zod tells it; every schema that speaks Standard Schema has at least `message`. */
export interface ShapeIssue {
  readonly message: string;
  readonly code?: string | undefined;
  readonly path?: readonly unknown[] | undefined;
  readonly expected?: string | undefined;
  readonly format?: string | undefined;
  readonly pattern?: string | undefined;
  readonly origin?: string | undefined;
  readonly minimum?: number | bigint | undefined;
  readonly maximum?: number | bigint | undefined;
  readonly values?: readonly unknown[] | undefined;
  readonly keys?: readonly string[] | undefined;
  readonly issues?: readonly ShapeIssue[] | undefined;
  /** Of a union: what each of its forms found wrong, or the words by which it tells them apart. */
  readonly errors?: readonly (readonly ShapeIssue[])[] | undefined;
  readonly options?: readonly unknown[] | undefined;
}

interface Words { readonly vi: string; readonly en: string }

const KINDS: Readonly<Record<string, Words>> = {
  string: { vi: 'một chuỗi ký tự', en: 'a text' }, number: { vi: 'một số', en: 'a number' }, int: { vi: 'một số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' }, array: { vi: 'một danh sách', en: 'a list' },
  object: { vi: 'một đối tượng gồm các khóa', en: 'an object with keys' }, record: { vi: 'một đối tượng gồm các khóa', en: 'an object with keys' },
};
const FORMATS: Readonly<Record<string, Words>> = {
  uuid: { vi: 'một UUID', en: 'a UUID' }, date: { vi: 'một ngày có thật, dạng YYYY-MM-DD', en: 'a real day, as YYYY-MM-DD' },
  datetime: { vi: 'một thời điểm UTC, dạng YYYY-MM-DDThh:mm:ss.sssZ', en: 'an instant in UTC, as YYYY-MM-DDThh:mm:ss.sssZ' },
};
const UNITS: Readonly<Record<string, Words>> = { string: { vi: ' ký tự', en: ' characters' }, array: { vi: ' mục', en: ' entries' } };
const OTHER: Words = { vi: 'giá trị không dùng được ở đây', en: 'this value cannot be used here' };
/** Between the two languages of a message that a schema of ours carries itself. */
const BETWEEN = ' · ';

/** What is wanted instead, in both languages, as the end of a sentence: no place, no full stop. */
export function shapeWords(issue: ShapeIssue): Words {
  const [vi, en] = issue.message.split(BETWEEN);
  if (vi && en) return { vi, en };
  switch (issue.code) {
    case 'invalid_type': return needed(KINDS[issue.expected ?? ''] ?? named(issue.expected));
    case 'invalid_format': return needed(issue.format === 'regex' ? { vi: `chữ theo mẫu ${issue.pattern}`, en: `text of the pattern ${issue.pattern}` } : FORMATS[issue.format ?? ''] ?? named(issue.format));
    case 'invalid_value': return needed({ vi: `một trong: ${listed(issue.values)}`, en: `one of: ${listed(issue.values)}` });
    case 'too_small': return bounded({ vi: 'ít nhất', en: 'at least' }, issue.minimum, issue.origin);
    case 'too_big': return bounded({ vi: 'nhiều nhất', en: 'at most' }, issue.maximum, issue.origin);
    case 'unrecognized_keys': return { vi: `khóa lạ: ${listed(issue.keys)}`, en: `unknown keys: ${listed(issue.keys)}` };
    case 'invalid_key': return issue.issues?.[0] ? shapeWords(issue.issues[0]) : OTHER;
    case 'invalid_union': return issue.options ? needed({ vi: `một trong: ${listed(issue.options)}`, en: `one of: ${listed(issue.options)}` }) : nearest(issue.errors ?? []);
    default: return OTHER;
  }
}

/** What keeps a value from the form of a union that it comes nearest to; several where it comes as near to several. */
function nearest(forms: readonly (readonly ShapeIssue[])[]): Words {
  const least = Math.min(...forms.map((form) => form.length));
  const words = forms.filter((form) => form.length === least).map((form) => form.map((issue) => placed(issue.path ?? [], shapeWords(issue))));
  const told = (of: (words: Words) => string, or: string): string => [...new Set(words.map((form) => form.map(of).join(', ')))].join(or);
  if (words.length === 0) return { vi: 'không khớp dạng nào được nhận', en: 'none of the accepted forms fits' };
  return { vi: told(({ vi }) => vi, ' hoặc '), en: told(({ en }) => en, ', or ') };
}

function placed(path: readonly unknown[], { vi, en }: Words): Words {
  return path.length === 0 ? { vi, en } : { vi: `“${path.map(String).join('.')}”: ${vi}`, en: `“${path.map(String).join('.')}”: ${en}` };
}

const named = (name: string | undefined): Words => ({ vi: name ?? 'giá trị khác', en: name ?? 'another value' });
const listed = (values: readonly unknown[] | undefined): string => (values ?? []).map(String).join(', ');
const needed = ({ vi, en }: Words): Words => ({ vi: `cần ${vi}`, en: `this must be ${en}` });

function bounded(how: Words, bound: number | bigint | undefined, origin: string | undefined): Words {
  const unit = UNITS[origin ?? ''] ?? { vi: '', en: '' };
  return needed({ vi: `${how.vi} ${bound}${unit.vi}`, en: `${how.en} ${bound}${unit.en}` });
}
