import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { JSX } from 'react';
import { useParams } from 'react-router';
import { useMe } from '../../kit/api/use-me.ts';
import { day, weekday } from '../../kit/format/format.ts';
import { Page } from '../../kit/ui/page.tsx';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { Agenda } from './agenda.tsx';
import { Attendance } from './attendance.tsx';
import { Conclusion } from './conclusion.tsx';
import './meetings.css';
import { Papers } from './papers.tsx';
import { useMeeting } from './use-meeting.ts';
import { addMeetingWords } from './words.ts';

addMeetingWords();

/** A meeting: its agenda with the result of each point, who is present, papers and minutes, the conclusion. */
export function Screen(): JSX.Element {
  const t = useWords('meetings');
  const me = useMe();
  const meeting = useMeeting(useParams()['id'] ?? '');
  const { data } = meeting;
  return (
    <Page title={data?.title ?? t('meeting')} help={[t('help.agenda'), t('help.result'), t('help.conclusion')]} extra={data === undefined ? null : <Button icon={<PrinterOutlined />} onClick={() => print()}>{t('print')}</Button>}>
      {meeting.isPending ? <Loading /> : meeting.isError ? <Failed fault={meeting.error} retry={() => void meeting.refetch()} /> : (
        <>
          {me.data?.demo === true ? <p className="meetings-sample">MẪU</p> : null}
          <p>{meeting.data.body.name} · {weekday(meeting.data.on)}, {day(meeting.data.on)}{meeting.data.place === '' ? '' : ` · ${meeting.data.place}`} · <strong>{t(`state.${meeting.data.state}`)}</strong></p>
          <Agenda meeting={meeting.data} />
          <Attendance meeting={meeting.data} />
          <Papers meeting={meeting.data} />
          <Conclusion meeting={meeting.data} />
        </>
      )}
    </Page>
  );
}
