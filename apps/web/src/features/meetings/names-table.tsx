import type { JSX } from 'react';
import { ScrollBox } from '../../kit/ui/scroll-box.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import type { Meeting } from './use-meeting.ts';
import type { Choice } from './use-record-result.ts';

interface NamesProps { readonly members: Meeting['members']; readonly names: Readonly<Record<string, Choice>>; readonly onSay: (person: string, choice: Choice) => void }
const CHOICES: readonly Choice[] = ['yes', 'no', 'other', 'abstain'];

/** Who said what, a member a row. */
export function NamesTable({ members, names, onSay }: NamesProps): JSX.Element {
  const t = useWords('meetings');
  return (
    <ScrollBox label={t('byName')}>
      <table>
        <caption className="visually-hidden">{t('byName')}</caption>
        <thead><tr><th scope="col">{t('member')}</th>{CHOICES.map((choice) => <th key={choice} scope="col">{t(`choice.${choice}`)}</th>)}</tr></thead>
        <tbody>{members.map(({ person, name }) => <tr key={person}><th scope="row">{name}</th>{CHOICES.map((choice) => <td key={choice}><input type="radio" className="meetings-radio" name={`said-${person}`} aria-label={`${name}: ${t(`choice.${choice}`)}`} checked={names[person] === choice} onChange={() => onSay(person, choice)} /></td>)}</tr>)}</tbody>
      </table>
    </ScrollBox>
  );
}
