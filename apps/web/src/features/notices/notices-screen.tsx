import type { JSX } from 'react';
import { Page } from '../../kit/ui/page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { addWords } from '../../kit/words/words.ts';
import en from './en.json' with { type: 'json' };
import { FeedCard } from './feed-card.tsx';
import { NoticeBoard } from './notice-board.tsx';
import './notices.css';
import { PreferencesCard } from './preferences-card.tsx';
import vi from './vi.json' with { type: 'json' };

addWords('notices', { vi, en });

/** What I was told, unread first; how I want to be told outside of the application; my deadlines as a calendar. */
export function Screen(): JSX.Element {
  const t = useWords('notices');
  return (
    <Page title={t('title')} help={[t('help.what'), t('help.letters'), t('help.feed')]}>
      <div className="notices-both">
        <NoticeBoard />
        <div className="notices-side"><PreferencesCard /><FeedCard /></div>
      </div>
    </Page>
  );
}
