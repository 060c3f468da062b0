import { numberText } from '@totrinh/domain';
import { registerIssuer, type Sample } from './sample.ts';

/** An item's number as it must be and as the API tells it. */
export interface ItemNumber {
  readonly code: string;
  readonly expected: string;
  readonly given: string | null;
}

/** The numbers that the sample's registers give when the open items are issued in their order. Pure. */
export function expectedNumbers(sample: Sample): Map<string, string> {
  const next = new Map(sample.org.registers.map((r) => [`${r.issuer} ${r.type}`, r.first]));
  const numbers = new Map<string, string>();
  for (const { code, issueAs } of sample.items.filter((i) => i.status !== 'issued').sort((a, b) => a.no - b.no)) {
    const register = `${registerIssuer(issueAs.regime)} ${issueAs.type}`;
    const number = next.get(register);
    if (number === undefined) throw new Error(`the sample has no register ${register}`);
    numbers.set(code, numberText(issueAs.regime, number, issueAs.notation));
    next.set(register, number + 1);
  }
  return numbers;
}
