import { useId, type JSX } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { dayTime } from '../../kit/format/format.ts';
import { Page } from '../../kit/ui/page.tsx';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { addWords, inLanguage } from '../../kit/words/words.ts';
import { Drawing } from './drawing.tsx';
import en from './en.json' with { type: 'json' };
import './routes.css';
import { StepsTable } from './steps-table.tsx';
import { useRoute } from './use-route.ts';
import { useRoutes } from './use-routes.ts';
import vi from './vi.json' with { type: 'json' };

addWords('routes', { vi, en });

/** A version of a route as it was published: drawn, and its steps in a table that says the same. */
export function Screen(): JSX.Element {
  const t = useWords('routes');
  const field = useId();
  const id = useParams()['id'] ?? '';
  const [address, setAddress] = useSearchParams();
  const list = useRoutes();
  const latest = list.data?.pages.flatMap((p) => p.items).find((r) => r.id === id)?.version ?? (list.data === undefined ? null : 1);
  const asked = Number(address.get('version'));
  const version = Number.isInteger(asked) && asked > 0 ? asked : latest;
  const { data, error, refetch } = useRoute(id, version);
  const fault = list.error ?? error;
  const extra = latest === null || data === undefined ? null : (
    <span className="routes-version">
      <label htmlFor={field}>{t('version')}</label>
      <select id={field} value={version ?? latest} onChange={(event) => setAddress({ version: event.target.value })}>{Array.from({ length: latest }, (_, i) => latest - i).map((n) => <option key={n} value={n}>{n === latest ? t('latest', { n }) : n}</option>)}</select>
    </span>
  );
  return (
    <Page wide title={data === undefined ? t('one') : inLanguage(data.title)} help={[t('help.drawing'), t('help.versions')]} extra={extra}>
      <p><Link to="/routes">{t('back')}</Link></p>
      {fault !== null ? <Failed fault={fault} retry={() => void refetch()} /> : data === undefined ? <Loading /> : (
        <>
          <p className="quiet num">{t('published', { version: data.version, at: dayTime(data.publishedAt), by: data.publishedBy })}</p>
          <Drawing route={data} />
          <StepsTable route={data} />
        </>
      )}
    </Page>
  );
}
